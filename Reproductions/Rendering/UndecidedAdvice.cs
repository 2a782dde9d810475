using System.Globalization;
using Verification.Reproductions.Typesetting;
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

    /// <summary>What all undecided parts together ask for, or null where the evidence is decided.</summary>
    public static string? Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Verdict != Verdict.Undecided)
            return null;
        Advice[] advice =
        [
            .. evidence is NotApplicable
                ? [OfPart(evidence)]
                : evidence.Parts()
                    .Where(part => part is { Verdict: Verdict.Undecided } and not NotApplicable)
                    .Select(OfPart),
        ];
        double factor = advice.Max(one => one.Factor);
        return string.Join(
            ' ',
            advice.Select(one => one.Sentence)
                .Prepend(factor > 0 ? Many(factor) : null)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal));
    }

    private static Advice OfPart(Evidence part) =>
        (part with { Supplement = false }).Verdict == Verdict.Refuted
            ? new("A part that only accompanies the claim, and cannot refute it, is not borne out; other sizes may.")
            : part switch
            {
                Certificate certificate => Of(certificate),
                TrialCount count => Of(count),
                Agreement agreement => Of(agreement),
                PowerLaw law => Of(law),
                Limit limit => Of(limit),
                ShareAgreement share => Of(share),
                ShareRise => new(
                    $"More draws ({MoreTrials}), or sizes farther apart, bound the rise more closely."),
                NotApplicable nothing => new(
                    $"Sizes or laws about which something is stated; about these nothing is: {nothing.Reason}."),
                EstimatedResidual estimate => Of(estimate),
                _ => new("Other sizes may."),
            };

    private static Advice Of(Certificate certificate) =>
        certificate.Instances == 0 ? new(NoTrial)
        : certificate.Open >= certificate.Instances
            ? new(
                $"All {ShortNumber.Of(certificate.Instances)} instances are open: their rounding errors exceed the "
                    + "smallest violation that matters, "
                    + $"{ShortNumber.Of(certificate.Resolution)}; smaller sizes or scales nearer to 1 lower them.")
        : certificate.Residual <= certificate.Tolerance
        && certificate.UnseenShare > TrialDesign.LargestUnseenShare
            ? Unseen(certificate.Open, certificate.Instances, "instance", certificate.UnseenShare)
        : double.IsNaN(certificate.Residual) || !double.IsFinite(certificate.Tolerance) ? new(NotFinite)
        : new(string.Create(
            CultureInfo.InvariantCulture,
            $"The rounding error, up to {certificate.Tolerance:g2}, exceeds the smallest violation that matters, "
                + $"{certificate.Resolution:g2}; smaller sizes or scales nearer to 1 lower it."));

    private static Advice Of(TrialCount count)
    {
        if (count.Trials == 0)
            return new(NoTrial);
        int open = count.Trials - count.Successes - count.Failures;
        if (count.Probability >= 1)
            return Unseen(open, count.Trials, "trial", count.UnseenShare);
        double succeeded = (double)count.Successes / count.Trials;
        double notFailed = (double)(count.Trials - count.Failures) / count.Trials;
        return succeeded > count.Probability
            ? Narrower((succeeded - count.Lower) / (succeeded - count.Probability))
            : notFailed < count.Probability
            ? Narrower((count.Upper - notFailed) / (count.Probability - notFailed))
            : new(
                "The share of successes lies at the claimed "
                    + $"probability{(open > 0 ? $", with {ShortNumber.Count(open, "trial")} open" : "")}: no number of "
                    + "trials is sure to; other sizes move it away.");
    }

    private static Advice Of(ShareAgreement share) =>
        share.Trials == 0 ? new(NoTrial)
        : double.IsFinite(share.Theory) ? Narrower((share.Upper - share.Lower) / (2 * share.Resolution))
        : new(NotFinite);

    private static Advice Of(EstimatedResidual estimate) =>
        estimate.Instances == 0 ? new(NoTrial)
        : double.IsNaN(estimate.Residual) || double.IsNaN(estimate.Spread) ? new(NotFinite)
        : new(string.Create(
            CultureInfo.InvariantCulture,
            $"An estimated residual, which never refutes, and its spread have to come down to "
                + $"{estimate.Resolution:g2}; smaller sizes or scales nearer to 1 may bring them there."));

    private static Advice Of(Agreement agreement) =>
        !agreement.Law.IsValid && agreement.StandardError == 0
            ? new("All draws gave one number, which says nothing about others; other sizes may.")
        : !agreement.Law.IsValid
        && agreement.Miss > agreement.HalfWidth + agreement.FiniteSizeCorrection
            ? new(
                "Theory lies outside of an interval that is not proven for this law, which leaves it open; other sizes "
                    + "may.")
        : double.IsFinite(agreement.HalfWidth) && double.IsFinite(agreement.Simulated)
            ? Narrower(agreement.HalfWidth / agreement.Resolution)
        : new(agreement.Trials < 2 ? $"At least two trials that count: {MoreTrials}." : NotFinite);

    private static Advice Of(PowerLaw law)
    {
        if (!law.TellsTheGap)
            return new("No trials do: at these constants exponents that have to be told apart lie too close together.");
        if (!double.IsFinite(law.Slope) || !double.IsFinite(law.CurvatureHalfWidth))
            return new(
                "At least four different sizes with positive values: a line through fewer cannot be told from a "
                    + "curve.");
        return law.HalfWidth > law.Resolution
            ? Narrower(law.HalfWidth / law.Resolution)
            : new("The points bend, so that no exponent fits all of them; larger sizes come nearer to the power law.");
    }

    private static Advice Of(Limit limit) => new(
        limit.Scales.Count < 3 || limit.Distances.Any(double.IsNaN)
            ? "At least three scales at which the distance can be computed."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"A scale beyond {limit.Scales[^1]:g4}: the distance there, {limit.Distances[^1]:g2}, has to come down "
                    + $"to {limit.Resolution:g2}."));

    // What n draws have not shown has a share of all draws of at most 1 − level^(1/n).
    private static Advice Unseen(int open, int instances, string noun, double share) =>
        open == 0
            ? new(null, Math.Log(1 - share) / Math.Log(1 - TrialDesign.LargestUnseenShare))
            : new(
                $"{ShortNumber.Count(open, noun)} of {ShortNumber.Of(instances)} stayed open, the numerics certify "
                    + "neither success nor failure; other sizes may.");

    // An interval narrows like the root of the number of trials.
    private static Advice Narrower(double ratio) => new(null, Math.Max(1, ratio * ratio));

    private static string Many(double factor) => factor <= 1
        ? $"Somewhat more trials: {MoreTrials}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"About {Math.Ceiling(Math.Min(factor, 1e9)):0} times as many trials: {MoreTrials}.");

    // A sentence, or how many times as many trials; 0 where trials do not help.
    private readonly record struct Advice(string? Sentence, double Factor = 0);
}
