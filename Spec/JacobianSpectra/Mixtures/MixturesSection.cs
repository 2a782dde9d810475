namespace Verification.Spec.JacobianSpectra.Mixtures;

/// <summary>The claims about Gaussian mixtures.</summary>
internal static class MixturesSection
{
    private const string Heading = "Concrete example: Gaussian Mixture Model (GMM)";

    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims =>
    [
        new MixtureSpectrum(),
        new MixtureGap(),
        new MixtureIterations(),
        new MixtureSubstitution(),
        new SmallVariance(),
    ];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } =
    [
        new(Heading, "the bound of the error", ["mixture-iterations", "error-constants"]),
    ];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
