namespace Verification.Spec.JacobianSpectra.Corruption;

/// <summary>The claims about corrupted labels and early stopping.</summary>
internal static class CorruptionSection
{
    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims => [];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } = [];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
