using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// The rule, fixed before any run: log T is regressed on the logarithm of the predicted number of steps, whose
// finite-size corrections a raw slope in d would take for an exponent (k = 3, δ = 0.1: raw slope 2.16 although T ~ d²
// up to constants). A time of d^(k−1+e) has the slope 1 + e/(k − 1) on it, up to the corrections themselves.

/// <summary>What the claims about the theorem's hitting times share: the judgment of one degree.</summary>
internal static class TheoremScaling
{
    /// <summary>Name of the part about the exponent.</summary>
    public const string Exponent = "the exponent of the time";

    /// <summary>Name of the part about success in time.</summary>
    public const string InTime = "success within the time";

    /// <summary>Paths from 1/√d to the threshold by the chain.</summary>
    public static HittingTimeCell Cell(int k, int d, double step, double threshold, double cap) => new(
        k, SampleLoss.Squared, d, step, 1 / Math.Sqrt(d), threshold, Either: false,
        (long)Math.Max(1, Math.Ceiling(cap)));

    /// <summary>The hitting times of the paths that arrived, against a predicted scale.</summary>
    public static Evidence Slope(
        Examination<HittingTimeCell, HittingTimeOutcome> examination, Func<HittingTimeCell, double> scale,
        double allowance, double resolution, double gap) => examination.Given((_, o) => o.Reached).Follows(
            "steps until the threshold against the predicted scale",
            [.. examination.Observations.Where(each => each.Outcome.Reached)
                .Select(each => (scale(each.Cell), Math.Max(1.0, each.Outcome.Steps)))],
            exponent: 1,
            pointError: 0,
            allowance,
            resolution,
            gap).Named(Exponent);

    /// <summary>The share of paths that arrive within the cap of their cell.</summary>
    public static Evidence Success(
        Examination<HittingTimeCell, HittingTimeOutcome> examination, double probability) => examination.Count(
            "the overlap reaches the threshold within the steps claimed",
            (_, o) => o.Reached ? TrialResult.Success : TrialResult.Failure,
            probability).Named(InTime);
}
