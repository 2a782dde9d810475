using System.Globalization;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Verdicts;

/// <summary>A mean over trials against a number from theory.</summary>
/// <remarks>Student's interval around the mean; its coverage is asymptotic, so that claims with heavy tails should count trials instead.</remarks>
public sealed record Agreement : Evidence
{
    /// <summary>Mean over the trials.</summary>
    public required double Simulated { get; init; }

    /// <summary>Standard error of that mean.</summary>
    public required double StandardError { get; init; }

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

    /// <summary>Half-width of the confidence interval of the mean; infinite with fewer than two trials.</summary>
    public double HalfWidth => Trials < 2 ? double.PositiveInfinity : StudentT.TwoSidedQuantile(Level, Trials - 1) * StandardError;

    /// <summary>Deviation from theory that these trials would have refuted with probability ½.</summary>
    public double SmallestDetectableExcess => HalfWidth + FiniteSizeCorrection;

    /// <summary>Refuted when theory lies outside the interval by more than the correction; holds when inside and the interval is narrow enough.</summary>
    public override Verdict Verdict
    {
        get
        {
            double miss = Math.Abs(Simulated - Theory);
            if (!double.IsFinite(miss) || !double.IsFinite(HalfWidth))
                return Verdict.Undecided;
            if (miss > HalfWidth + FiniteSizeCorrection)
                return Verdict.Refuted;
            return HalfWidth <= Resolution ? Verdict.Holds : Verdict.Undecided;
        }
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => string.Create(
        CultureInfo.InvariantCulture, $"simulated {Simulated:g6} ± {HalfWidth:g2}, theory {Theory:g6}, {Trials} trials");
}
