using System.Globalization;
using System.Text;
using Verification.Implementation.Numerics.Random;
using Verification.Reproductions.Auditing;
using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>Writes a calibration as Markdown, the body of <c>docs/calibration.md</c>.</summary>
public static class CalibrationMarkdown
{
    // Seeds to look at; the record has the others.
    private const int SeedsNamed = 8;

    /// <summary>The text: what was run, one row per claim, and each variant that was not always as expected.</summary>
    public static string Of(CalibrationSettings settings, IReadOnlyList<ClaimCalibration> claims)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(claims);
        var text = new StringBuilder();
        int variants = claims.Sum(claim => claim.Variants.Count);
        int contradicted = claims.Sum(claim => claim.Contradicted);
        int undecided = claims.Sum(claim => claim.Undecided);
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            Tier {TierNames.Of(settings.Tier)}, {settings.Seeds} seeds from {settings.FirstSeed} on, risk {settings.Risk},
            stream {RandomStream.Version}.
            {variants} variants of {claims.Count} claims: {contradicted} verdicts contradicted, {undecided} undecided.

            *Contradicted* counts verdicts that are the opposite of the expected one, over all seeds and variants of a
            claim; their probability at one seed is at most what is *allotted*, a share of the risk for each decision of
            each variant. *Undecided* is a matter of power. The last column bounds the probability that the worst
            variant is not as expected, with 97.5 % confidence (Clopper–Pearson).


            """);
        text.Append("| Claim | Variants | Contradicted | Undecided | Allotted | Worst variant, at most |\n");
        text.Append("|---|---|---|---|---|---|\n");
        foreach (ClaimCalibration claim in claims)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{claim.Claim.Id}` | {claim.Variants.Count} | {claim.Contradicted} | {claim.Undecided} | "
                    + $"{claim.Allotted:0.#e+0;;0} | {claim.Worst.UnexpectedInterval.Upper:0.0000} |\n");
        }

        VariantCalibration[] unexpected =
        [
            .. claims.SelectMany(claim => claim.Variants).Where(variant => variant.Unexpected > 0),
        ];
        if (unexpected.Length == 0)
            return text.ToString();
        text.Append("\nNot as expected at every seed, with 95 % intervals:\n\n");
        text.Append("| Variant | Contradicted | Interval | Allotted | Undecided | Seeds |\n");
        text.Append("|---|---|---|---|---|---|\n");
        foreach (VariantCalibration variant in unexpected)
        {
            (double lower, double upper) = variant.ContradictedInterval;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{variant.Variant.Claim.Id}` {variant.Variant.Key} | {variant.Contradicted.Count} | "
                    + $"{lower:0.#e+0;;0} … {upper:0.0000} | {variant.Allotted:0.#e+0;;0} | {variant.Undecided.Count} "
                    + $"| {Seeds(variant)} |\n");
        }

        return text.ToString();
    }

    private static string Seeds(VariantCalibration variant)
    {
        ulong[] seeds = [.. variant.Contradicted.Concat(variant.Undecided).Order()];
        string named = string.Join(
            ", ", seeds.Take(SeedsNamed).Select(seed => seed.ToString(CultureInfo.InvariantCulture)));
        return seeds.Length > SeedsNamed ? $"{named}, …" : named;
    }
}
