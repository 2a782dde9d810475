using Spectre.Console;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Rendering;

/// <summary>One examination on the terminal: verdict, evidence, sizes and numbers.</summary>
public static class EvidencePage
{
    /// <summary>Writes the verdict with its evidence.</summary>
    /// <param name="console">Where.</param>
    /// <param name="variant">What was examined.</param>
    /// <param name="evidence">What the verdict rests on.</param>
    /// <param name="numbers">Measured numbers by name.</param>
    /// <param name="numbersLabel">What those numbers are.</param>
    /// <param name="closing">Further lines, each with its label.</param>
    public static void Write(
        IAnsiConsole console,
        Variant variant,
        Evidence evidence,
        IReadOnlyDictionary<string, double> numbers,
        string numbersLabel,
        params (string Label, string Text)[] closing)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(closing);
        Claim claim = variant.Claim;
        string part = variant.Role switch
        {
            VariantRole.Claim => "",
            VariantRole.Printed => " [dim](as printed)[/]",
            _ => $" [dim]({Markup.Escape(variant.Key)}: {Markup.Escape(LatexText.ToUnicode(variant.Name))})[/]",
        };
        var heading = new Markup($"{VerdictMark.Markup(evidence.Verdict)}  [bold]{Markup.Escape(claim.Id)}[/]{part}\n");
        console.Write(variant.Role == VariantRole.Claim ? new Unbroken(heading) : heading);
        console.WriteLine();
        var page = new Page();
        page.Add("Examined", LatexText.ToUnicode(evidence.Statement));
        page.Add("Evidence", evidence.Summary);
        foreach (Evidence supporting in evidence.Supporting)
            page.AddMarkup(
                "Also",
                $"{VerdictMark.Markup(supporting.Verdict)}  "
                    + $"{Markup.Escape(LatexText.ToUnicode(supporting.Statement))}: {Markup.Escape(supporting.Summary)}"
            );
        page.Add(
            "Parameters",
            string.Join("  ", ClaimParameter.Of(claim).Select(parameter => $"{parameter.Name}={parameter.Read(claim)}"))
        );
        page.AddColumns(numbersLabel, numbers.Select(pair => new[] { pair.Key, ShortNumber.Of(pair.Value) }));
        foreach ((string label, string text) in closing)
            page.Add(label, text);
        page.WriteTo(console);
    }
}
