namespace Verification.Spec.JacobianSpectra.BiasVariance;

/// <summary>The claims about information and nuisance space, and the bias and variance of what is learned.</summary>
internal static class BiasVarianceSection
{
    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims => [];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } = [];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
