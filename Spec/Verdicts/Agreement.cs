using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A mean over trials against a number from theory, or against an upper bound, by an interval that is valid
/// for its law.</summary>
public sealed record Agreement : Evidence
{
    /// <summary>Mean over the trials, or the median of block means where the law asks for it.</summary>
    public required double Simulated { get; init; }

    /// <summary>√(sample variance / trials).</summary>
    public required double StandardError { get; init; }

    /// <summary>Whether the mean may be less than the number from theory by any amount.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUpperBound { get; init; }

    /// <summary>Number of trials; fewer than 2 have no error and decide nothing.</summary>
    public required int Trials { get; init; }

    /// <summary>The number from theory.</summary>
    public required double Theory { get; init; }

    /// <summary>Bound of what the theory leaves out at these sizes; 0 where it is exact.</summary>
    public required double FiniteSizeCorrection { get; init; }

    /// <summary>Largest half-width that still decides for agreement.</summary>
    public required double Resolution { get; init; }

    /// <summary>Error level of this decision.</summary>
    public required double Level { get; init; }

    /// <summary>What is known about the law of the numbers.</summary>
    public required MeanLaw Law { get; init; }

    /// <summary>Half-width of the confidence interval of the mean; infinite with too few trials.</summary>
    public double HalfWidth => Law.HalfWidth(Trials, StandardError, Level);

    /// <summary>By how much the mean misses theory; 0 below an upper bound.</summary>
    [JsonIgnore]
    public double Miss => IsUpperBound ? Math.Max(0, Simulated - Theory) : Math.Abs(Simulated - Theory);

    /// <summary>Deviation from theory that these trials would have refuted with probability ½.</summary>
    public double SmallestDetectableExcess => HalfWidth + FiniteSizeCorrection;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"simulated {Simulated:g6} ± {HalfWidth:g2}, {Relation} {Theory:g6}, {Trials} trials");

    private string Relation => IsUpperBound ? "at most" : "theory";

    /// <inheritdoc/>
    public override string Detects =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"a mean {(IsUpperBound ? "above the bound" : "off")} by {SmallestDetectableExcess:g3}");

    /// <summary>
    /// Refuted when theory lies outside a valid interval by more than the correction; holds when inside and the
    /// interval is narrow enough. Equal numbers have an interval of no width that says nothing about other draws: under
    /// an unknown law they decide nothing.
    /// </summary>
    protected override Verdict Finding
    {
        get
        {
            if (
                !double.IsFinite(Simulated - Theory) || !double.IsFinite(HalfWidth)
                || (!Law.IsValid && StandardError == 0))
                return Verdict.Undecided;
            if (Miss > HalfWidth + FiniteSizeCorrection)
                return Law.IsValid ? Verdict.Refuted : Verdict.Undecided;
            return HalfWidth <= Resolution ? Verdict.Holds : Verdict.Undecided;
        }
    }
}
