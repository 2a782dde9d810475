namespace Verification.Spec.JacobianSpectra.Training;

/// <summary>The claims about what trained networks show, and the printed tables.</summary>
internal static class TrainingSection
{
    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims => [];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } = [];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
