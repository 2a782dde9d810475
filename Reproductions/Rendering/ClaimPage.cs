using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;

namespace Verification.Reproductions.Rendering;

/// <summary>The page of <c>claims show</c>.</summary>
public static class ClaimPage
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claim);
        console.MarkupLine($"[bold]{Markup.Escape(claim.Id)}[/]");
        console.WriteLine(LatexText.ToUnicode(claim.Title));
        console.WriteLine();
        var page = new Page();
        if (claim.Statement.Corrected is { } corrected)
        {
            page.AddMarkup("Printed", $"{Statement(claim.Statement.Reading)} [yellow](wrong)[/]");
            page.AddMarkup("Corrected", Statement(corrected));
            page.AddMarkup("Reason", Math(claim.Statement.Reason ?? ""));
        }
        else
        {
            page.AddMarkup("Statement", Statement(claim.Statement.Reading));
        }

        foreach (string hypothesis in claim.Hypotheses)
            page.AddMarkup("Hypotheses", $"· {Math(hypothesis)}");
        page.Add("Kind", AuditJson.Name(claim.Kind));
        page.Add("Source", claim.Source.Document).Add("Source", claim.Source.Heading).Add("Source", claim.Source.Reference);
        page.AddMarkup("Examination", Math(claim.Method));
        page.AddColumns("Variants", Variant.Of(claim).Select(variant => new[] { variant.Key, LatexText.ToUnicode(variant.Name) }));
        IReadOnlyList<ClaimParameter> parameters = ClaimParameter.Of(claim);
        page.AddColumns(
            "Parameters",
            parameters.Select(parameter => new[] { parameter.Name, $"{LatexText.ToUnicode(parameter.Summary)}: {parameter.Range}. Default {parameter.Read(claim)}" }));

        // The shortest setting shows the form best; there is always one, every claim has its number of trials.
        ClaimParameter example = parameters.MinBy(parameter => parameter.Name.Length + parameter.Read(claim).Length)!;
        page.Add("Probe", $"claims probe {claim.Id} --set {example.Name}={example.Read(claim)}");
        page.WriteTo(console);
    }

    /// <summary>Writes the page of a statement that is not examined.</summary>
    public static void WriteNotExamined(IAnsiConsole console, NotExamined statement)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(statement);
        console.MarkupLine($"[bold]{Markup.Escape(statement.Id)}[/]");
        console.WriteLine(LatexText.ToUnicode(statement.Title));
        console.WriteLine();
        var page = new Page();
        page.AddMarkup("Not examined", Math(statement.Reason));
        page.Add("Source", statement.Source.Document).Add("Source", statement.Source.Heading).Add("Source", statement.Source.Reference);
        page.WriteTo(console);
    }

    private static string Statement(string latex) => Markup.Escape(LatexText.Statement(latex));

    private static string Math(string text) => Markup.Escape(LatexText.ToUnicode(text));
}
