using System.Globalization;
using Spectre.Console;
using Verification.Reproductions.Calibrating;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Rendering;

/// <summary>The counts at the end of <c>claims calibrate</c>.</summary>
public static class CalibrationTable
{
    /// <summary>Writes them.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimCalibration> claims)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claims);
        var listing = new Listing("Claim", "Seeds", "Contradicted", "Undecided");
        foreach (ClaimCalibration claim in claims)
        {
            listing.Add(
                claim.Claim.Id,
                Detail(claim),
                ShortNumber.Of(claim.Worst.Seeds),
                new ListingCell(ShortNumber.Of(claim.Contradicted), claim.Contradicted > 0 ? "red" : null),
                new ListingCell(ShortNumber.Of(claim.Undecided), claim.Undecided > 0 ? "yellow" : null));
        }

        listing.WriteTo(console);
        console.WriteLine(
            $"{ShortNumber.Count(claims.Count, "claim")}, "
                + $"{ShortNumber.Count(claims.Sum(claim => claim.Variants.Count), "variant")}: "
            + $"{ShortNumber.Count(claims.Sum(claim => claim.Contradicted), "verdict")} contradicted, "
            + $"{ShortNumber.Of(claims.Sum(claim => claim.Undecided))} undecided");
    }

    private static string Detail(ClaimCalibration claim)
    {
        IEnumerable<VariantCalibration> unexpected = claim.Variants.Where(variant => variant.Unexpected > 0);
        string bound = string.Create(CultureInfo.InvariantCulture, $"{claim.Worst.UnexpectedInterval.Upper:0.0000}");
        return claim.Contradicted + claim.Undecided == 0
            ? $"all {ShortNumber.Count(claim.Variants.Count, "variant")} as expected; each errs or stays open with "
                + $"probability at most {bound}"
            : string.Join("; ", unexpected.Select(Counts));
    }

    private static string Counts(VariantCalibration variant)
    {
        (double lower, double upper) = variant.UnexpectedInterval;
        ulong first = variant.Contradicted.Concat(variant.Undecided).Min();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{variant.Variant.Key}: {variant.Contradicted.Count} contradicted (allotted "
                + $"{variant.Allotted:0.#e+0;;0}), {variant.Undecided.Count} undecided, probability {lower:0.0000} to "
                + $"{upper:0.0000}, first at seed {first}");
    }
}
