using System.Globalization;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Rendering;

/// <summary>Says what would decide an examination that did not.</summary>
public static class UndecidedAdvice
{
    private const string MoreTrials = "--set trials=N";

    /// <summary>A sentence, or null where the evidence is decided.</summary>
    public static string? Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Verdict != Verdict.Undecided)
            return null;
        return evidence switch
        {
            Certificate certificate => Of(certificate),
            TrialCount count => Of(count),
            Agreement agreement => Of(agreement),
            PowerLaw law => Of(law),
            Limit limit => Of(limit),
            ShareAgreement share => Times((share.Upper - share.Lower) / (2 * share.Resolution)),
            ShareRise => $"More draws ({MoreTrials}), or sizes farther apart, bound the rise more closely.",
            NotApplicable nothing => $"Nothing to decide here: {nothing.Reason}.",
            EstimatedResidual =>
                "Its error is only estimated: smaller sizes or scales nearer to 1 may settle it, no number of trials "
                    + "does.",
            _ => "Other sizes may.",
        };
    }

    private static string Of(Certificate certificate) =>
        certificate.Instances == 0 ? NoTrial
        : certificate.Open >= certificate.Instances
            ? $"All {ShortNumber.Of(certificate.Instances)} instances are open: their rounding errors exceed the "
                + "smallest violation that matters, "
                + $"{ShortNumber.Of(certificate.Resolution)}; smaller sizes or scales nearer to 1 lower them."
        : certificate.Level is not null
        && certificate.Residual <= certificate.Tolerance
        && certificate.UnseenShare > TrialDesign.LargestUnseenShare
            ? $"More draws ({MoreTrials}): a violation could hide on {ShortNumber.Of(certificate.UnseenShare)} of "
                + "them, of which at most "
                + $"{ShortNumber.Of(TrialDesign.LargestUnseenShare)} may be unseen."
        : double.IsNaN(certificate.Residual) || !double.IsFinite(certificate.Tolerance)
            ? "A number was not finite; smaller sizes or scales nearer to 1 would be computed."
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
            return $"{ShortNumber.Count(open, "trial")} of {ShortNumber.Of(count.Trials)} stayed open, the numerics certify neither success nor failure; other sizes may.";
        double distance = Math.Max(
            (double)count.Successes / count.Trials - count.Probability,
            count.Probability - (double)(count.Trials - count.Failures) / count.Trials);
        return distance > 0
            ? Times((count.Upper - count.Lower) / (2 * distance))
            : "The share of successes lies at the claimed "
                + $"probability{(open > 0 ? $", with {ShortNumber.Count(open, "trial")} open" : "")}: no number of "
                + "trials is sure to; other sizes move it away.";
    }

    private static string Of(Agreement agreement) =>
        double.IsFinite(agreement.HalfWidth) && double.IsFinite(agreement.Simulated)
        ? Times(agreement.HalfWidth / agreement.Resolution)
        : agreement.Trials < 2 ? $"At least two trials that count: {MoreTrials}."
        : "A number was not finite; other sizes may.";

    private static string Of(PowerLaw law)
    {
        if (!double.IsFinite(law.Slope) || !double.IsFinite(law.CurvatureHalfWidth))
            return "At least four different sizes with positive values: a line through fewer cannot be told from a curve.";
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

    private static string NoTrial =>
        $"No trial satisfied the premise; more trials ({MoreTrials}) or other sizes would meet it.";

    // An interval narrows like the root of the number of trials.
    private static string Times(double ratio) => ratio <= 1
        ? $"Somewhat more trials: {MoreTrials}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"About {Math.Ceiling(Math.Min(ratio * ratio, 1e9)):0} times as many trials: {MoreTrials}.");
}
