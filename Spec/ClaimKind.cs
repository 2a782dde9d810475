namespace Verification.Spec;

/// <summary>What sort of statement a claim makes; it decides which evidence can support it.</summary>
public enum ClaimKind
{
    /// <summary>Two expressions are equal.</summary>
    Identity,

    /// <summary>One expression bounds another, without randomness.</summary>
    Inequality,

    /// <summary>Something exists and can be constructed.</summary>
    Existence,

    /// <summary>A general statement fails at a named instance.</summary>
    Counterexample,

    /// <summary>An event of probability one.</summary>
    AlmostSure,

    /// <summary>An event whose probability exceeds a bound.</summary>
    HighProbability,

    /// <summary>A quantity follows a power of another.</summary>
    Scaling,

    /// <summary>A sequence approaches a limit.</summary>
    Limit,

    /// <summary>A procedure does what is said of it.</summary>
    Algorithm,

    /// <summary>A printed figure.</summary>
    Figure,

    /// <summary>A printed table.</summary>
    Table,
}
