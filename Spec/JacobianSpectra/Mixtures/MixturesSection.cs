namespace Verification.Spec.JacobianSpectra.Mixtures;

/// <summary>The claims about Gaussian mixtures.</summary>
internal static class MixturesSection
{
    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims => [];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } = [];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
