using System.Globalization;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Rendering;

/// <summary>Says what would decide an examination that did not.</summary>
public static class UndecidedAdvice
{
    private const string MoreTrials = "--set trials=N";

    private const string NoTrial =
        $"No trial satisfied the premise; more trials ({MoreTrials}) or other sizes would meet it.";

    private const string NotFinite =
        "A number was not finite; smaller sizes or scales nearer to 1 would be computed.";

    /// <summary>A sentence, or null where the evidence is decided.</summary>
    public static string? Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Verdict != Verdict.Undecided)
            return null;
        if ((evidence with { Supplement = false }).Verdict == Verdict.Refuted)
            return "This part only accompanies the claim and cannot refute it; other sizes may bear it out.";
        return evidence switch
        {
            Certificate certificate => Of(certificate),
            TrialCount count => Of(count),
            Agreement agreement => Of(agreement),
            PowerLaw law => Of(law),
            Limit limit => Of(limit),
            ShareAgreement share => Of(share),
            NotApplicable nothing =>
                $"Sizes or laws about which something is stated; about these nothing is: {nothing.Reason}.",
            EstimatedResidual estimate => Of(estimate),
            _ => "Other sizes may.",
        };
    }

    private static string Of(Certificate certificate) =>
        certificate.Instances == 0 ? NoTrial
        : certificate.Open >= certificate.Instances
            ? $"All {ShortNumber.Of(certificate.Instances)} instances are open: their rounding errors exceed the "
                + "smallest violation that matters, "
                + $"{ShortNumber.Of(certificate.Resolution)}; smaller sizes or scales nearer to 1 lower them."
        : certificate.Residual <= certificate.Tolerance
        && certificate.UnseenShare > TrialDesign.LargestUnseenShare
            ? Unseen(certificate.Open, certificate.Instances, certificate.UnseenShare)
        : double.IsNaN(certificate.Residual) || !double.IsFinite(certificate.Tolerance)
            ? NotFinite
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The rounding error, up to {certificate.Tolerance:g2}, exceeds the smallest violation that matters, "
                + $"{certificate.Resolution:g2}; smaller sizes or scales nearer to 1 lower it.");

    private static string Of(TrialCount count)
    {
        if (count.Trials == 0)
            return NoTrial;
        int open = count.Trials - count.Successes - count.Failures;
        if (count.Probability >= 1)
            return Unseen(open, count.Trials, count.UnseenShare);
        double succeeded = (double)count.Successes / count.Trials;
        double notFailed = (double)(count.Trials - count.Failures) / count.Trials;
        return succeeded > count.Probability
            ? Times((succeeded - count.Lower) / (succeeded - count.Probability))
            : notFailed < count.Probability
            ? Times((count.Upper - notFailed) / (count.Probability - notFailed))
            : "The share of successes lies at the claimed "
                + $"probability{(open > 0 ? $", with {ShortNumber.Count(open, "trial")} open" : "")}: no number of "
                + "trials is sure to; other sizes move it away.";
    }

    private static string Of(ShareAgreement share) =>
        share.Trials == 0 ? NoTrial
        : double.IsFinite(share.Theory) ? Times((share.Upper - share.Lower) / (2 * share.Resolution))
        : NotFinite;

    private static string Of(EstimatedResidual estimate) =>
        estimate.Instances == 0 ? NoTrial
        : double.IsNaN(estimate.Residual) || double.IsNaN(estimate.Spread) ? NotFinite
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The residual is an estimate, which never refutes; it and its spread have to come down to "
                + $"{estimate.Resolution:g2}. Smaller sizes or scales nearer to 1 may bring them there.");

    private static string Of(Agreement agreement) =>
        !agreement.Law.IsValid && agreement.StandardError == 0
            ? "All draws gave one number, which says nothing about others; other sizes may."
        : !agreement.Law.IsValid
        && Math.Abs(agreement.Simulated - agreement.Theory) > agreement.HalfWidth + agreement.FiniteSizeCorrection
            ? "Theory lies outside of an interval that is not proven for this law, which leaves it open; other sizes "
                + "may."
        : double.IsFinite(agreement.HalfWidth) && double.IsFinite(agreement.Simulated)
        ? Times(agreement.HalfWidth / agreement.Resolution)
        : agreement.Trials < 2 ? $"At least two trials that count: {MoreTrials}."
        : NotFinite;

    private static string Of(PowerLaw law)
    {
        if (!law.TellsTheGap)
            return "No trials do: at these constants exponents that have to be told apart lie too close together.";
        if (!double.IsFinite(law.Slope) || !double.IsFinite(law.CurvatureHalfWidth))
            return "At least four different sizes with positive values: a line through fewer cannot be told from a "
                + "curve.";
        return law.HalfWidth > law.Resolution
            ? Times(law.HalfWidth / law.Resolution)
            : "The points bend, so that no exponent fits all of them; larger sizes come nearer to the power law.";
    }

    private static string Of(Limit limit) =>
        limit.Scales.Count < 3 || limit.Distances.Any(double.IsNaN)
            ? "At least three scales at which the distance can be computed."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"A scale beyond {limit.Scales[^1]:g4}: the distance there, {limit.Distances[^1]:g2}, has to come down "
                    + $"to {limit.Resolution:g2}.");

    // What n draws have not shown has a share of all draws of at most 1 − level^(1/n).
    private static string Unseen(int open, int instances, double share) =>
        open == 0 ? Many(Math.Log(1 - share) / Math.Log(1 - TrialDesign.LargestUnseenShare))
        : $"{ShortNumber.Count(open, "trial")} of {ShortNumber.Of(instances)} stayed open, the numerics certify "
            + "neither success nor failure; other sizes may.";

    // An interval narrows like the root of the number of trials.
    private static string Times(double ratio) => Many(ratio * ratio);

    private static string Many(double factor) => factor <= 1
        ? $"Somewhat more trials: {MoreTrials}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"About {Math.Ceiling(Math.Min(factor, 1e9)):0} times as many trials: {MoreTrials}.");
}
