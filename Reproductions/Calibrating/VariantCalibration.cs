using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Calibrating;

/// <summary>The verdicts on one variant over the seeds.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Verdicts">Its verdict at each seed, in the order of the seeds.</param>
/// <param name="Level">Error level of each of its statistical decisions.</param>
public sealed record VariantCalibration(
    Variant Variant, IReadOnlyList<(ulong Seed, Verdict Verdict)> Verdicts, double Level)
{
    /// <summary>Each end of an interval is missed with at most this probability.</summary>
    public const double EndLevel = 0.025;

    /// <summary>Number of seeds.</summary>
    public int Seeds => Verdicts.Count;

    /// <summary>Seeds whose verdict is the opposite of the expected one.</summary>
    public IReadOnlyList<ulong> Contradicted { get; } =
        [
            .. Verdicts
                .Where(verdict => verdict.Verdict != Variant.Expected && verdict.Verdict != Verdict.Undecided)
                .Select(verdict => verdict.Seed),
        ];

    /// <summary>Seeds that left the variant undecided.</summary>
    public IReadOnlyList<ulong> Undecided { get; } =
        [.. Verdicts.Where(verdict => verdict.Verdict == Verdict.Undecided).Select(verdict => verdict.Seed)];

    /// <summary>Seeds whose verdict is not the expected one.</summary>
    public int Unexpected => Contradicted.Count + Undecided.Count;

    /// <summary>Bound of the probability of a contradiction, by the union bound over the variant's decisions.</summary>
    /// <remarks>It says nothing about undecided verdicts: those are a question of power.</remarks>
    public double Allotted => Variant.Claim.Decisions * Level;

    /// <summary>Clopper–Pearson interval of the probability of a contradiction.</summary>
    public (double Lower, double Upper) ContradictedInterval => Interval(Contradicted.Count);

    /// <summary>Clopper–Pearson interval of the probability of an unexpected verdict.</summary>
    public (double Lower, double Upper) UnexpectedInterval => Interval(Unexpected);

    private (double Lower, double Upper) Interval(int count) =>
        (ClopperPearson.Lower(count, Seeds, EndLevel), ClopperPearson.Upper(count, Seeds, EndLevel));
}
