using System.Globalization;
using Spectre.Console;
using Verification.Reproductions.Comparing;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Rendering;

/// <summary>What moved between two audits, the gravest first: verdicts, what stands in one of them only, numbers,
/// figures.</summary>
public static class ComparisonListing
{
    // More than a screen of them is read from the data.
    private const int MostRows = 20, MostIds = 5;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, AuditComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (DifferentSetting setting in comparison.Settings)
            Line(console, $"{setting.Name}: {Shown.Word(setting.Before)} → {Shown.Word(setting.After)}");
        if (comparison.Settings.Any(setting => setting.Name is "tier" or "seed"))
            Line(console, "numbers below are of other sizes or draws, and say nothing about the code");
        if (comparison.OtherCode.Count > 0)
            Line(console, $"other code measured {string.Join(", ", comparison.OtherCode.Select(Shown.Word))}");
        Only(console, "first", comparison.OnlyInFirst);
        Only(console, "second", comparison.OnlyInSecond);
        Verdicts(console, comparison.Verdicts);
        Numbers(console, [.. comparison.Claims.Where(claim => claim.Moved.Count > 0)]);
        foreach (ComparedFigure figure in comparison.Figures.OrderByDescending(figure => figure.Share))
            Line(console, Figure(figure));
        console.Write(new Wrapped(new Text(Summary(comparison))));
        console.WriteLine();
    }

    private static void Line(IAnsiConsole console, string text)
    {
        console.Write(new Wrapped(new Text(text)));
        console.WriteLine();
    }

    private static void Only(IAnsiConsole console, string which, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return;
        string named = string.Join(", ", ids.Take(MostIds).Select(Shown.Word)) + (ids.Count > MostIds ? ", …" : "");
        Line(console, $"claims and figures only in the {which}, {ShortNumber.Of(ids.Count)}: {named}");
    }

    private static void Verdicts(IAnsiConsole console, IReadOnlyList<MovedVerdict> verdicts)
    {
        if (verdicts.Count == 0)
            return;
        var listing = new Listing("Claim", "First", "Second");
        foreach (MovedVerdict moved in verdicts)
            listing.Add(
                Shown.Word(moved.Claim), LatexText.ToUnicode(moved.Variant), Shown.Word(moved.Before),
                new ListingCell(Shown.Word(moved.After), "red"));
        listing.WriteTo(console);
    }

    private static void Numbers(IAnsiConsole console, ComparedClaim[] claims)
    {
        if (claims.Length == 0)
            return;
        var listing = new Listing("Claim", "Moved", "Tolerances");
        foreach (
            ComparedClaim claim in claims
                .OrderByDescending(claim => claim.Moved[0].InTolerances ?? -1)
                .ThenByDescending(claim => claim.Moved[0].Relative)
                .Take(MostRows))
        {
            MovedNumber largest = claim.Moved[0];
            listing.Add(
                Shown.Word(claim.Id), Detail(largest),
                $"{ShortNumber.Of(claim.Moved.Count)}/{ShortNumber.Of(claim.Numbers)}",
                largest.InTolerances is { } change ? Short(change) : "–");
        }

        listing.WriteTo(console);
        if (claims.Length > MostRows)
            Line(console, $"and {ShortNumber.Count(claims.Length - MostRows, "claim")} with smaller changes; --json "
                + "has all numbers");
    }

    private static string Detail(MovedNumber moved)
    {
        AuditNumber number = moved.Number;
        string variant = number.Variant == AuditNumbers.Claim ? "" : $"{LatexText.ToUnicode(number.Variant)}; ";
        return $"{variant}{LatexText.ToUnicode(number.Part)}, {number.Name}: {ShortNumber.Of(moved.Before)} → "
            + $"{ShortNumber.Of(moved.After)}, relative change {Short(moved.Relative)}";
    }

    private static string Figure(ComparedFigure figure) => figure.Reshaped
        ? $"figure {Shown.Word(figure.Id)}: rows or columns differ"
        : $"figure {Shown.Word(figure.Id)}: {ShortNumber.Of(figure.Moved)} of "
            + $"{ShortNumber.Count(figure.Cells, "number")} moved, in {Shown.Word(figure.Column)} "
            + (double.IsFinite(figure.Share)
                ? $"by {Short(figure.Share)} of its range"
                : "where there was none, or 0 only");

    private static string Summary(AuditComparison comparison)
    {
        int same = comparison.Claims.Count(claim => claim.SameDigest);
        int moved = comparison.Claims.Count(claim => claim.Moved.Count > 0);
        string verdicts = comparison.Verdicts.Count == 0
            ? "no verdict moved"
            : $"{ShortNumber.Count(comparison.Verdicts.Count, "verdict")} moved";
        string figures = comparison.FiguresOfBoth == 0
            ? ""
            : $"; {ShortNumber.Of(comparison.FiguresOfBoth - comparison.Figures.Count)} of "
                + $"{ShortNumber.Count(comparison.FiguresOfBoth, "figure")} the same";
        return comparison.Same
            ? $"the same to the last bit: {ShortNumber.Count(comparison.Claims.Count, "claim")}{figures}"
            : $"{verdicts}; {ShortNumber.Of(same)} of {ShortNumber.Count(comparison.Claims.Count, "claim")} in both "
                + $"are the same to the last bit{(moved > 0 ? $", numbers of {ShortNumber.Of(moved)} moved" : "")}"
                + figures;
    }

    private static string Short(double number) => double.IsFinite(number)
        ? number.ToString("g3", CultureInfo.InvariantCulture)
        : "∞";
}
