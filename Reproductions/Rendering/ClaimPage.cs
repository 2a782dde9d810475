using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;

namespace Verification.Reproductions.Rendering;

/// <summary>The page of <c>claims show</c>.</summary>
public static class ClaimPage
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="claim">Whose page it is.</param>
    /// <param name="program">How a command line begins that works on the claim's suite.</param>
    public static void Write(IAnsiConsole console, Claim claim, string program)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claim);
        console.Write(new Unbroken(new Markup($"[bold]{Markup.Escape(claim.Id)}[/]\n")));
        console.WriteLine(LatexText.ToUnicode(claim.Title));
        console.WriteLine();
        var page = new Page();
        foreach (string quotation in claim.Quotations)
            page.AddLines("Printed", $"“{Quoted(quotation)}”");
        page.AddLines(
            claim.Printed == PrintedStatus.NotPrinted ? "Statement" : "Reading",
            LatexText.Statement(claim.Statement.Reading));
        page.AddMarkup("Status", Status(claim.Printed));
        if (claim.Statement.Corrected is { } corrected)
        {
            page.AddLines(
                claim.Printed == PrintedStatus.Loose ? "Sharper" : "Corrected", LatexText.Statement(corrected));
            page.AddMarkup("Reason", Math(claim.Statement.Reason ?? ""));
        }

        foreach (string hypothesis in claim.Hypotheses)
            page.AddMarkup("Hypotheses", $"· {Math(hypothesis)}");
        page.Add("Kind", $"{AuditJson.Name(claim.Kind)}, {AuditJson.Name(claim.Guarantee)}");
        page.Add("Source", claim.Source.Document)
            .Add("Source", claim.Source.Heading)
            .Add("Source", claim.Source.Reference);
        page.AddMarkup("Examination", Math(claim.Method));
        page.AddColumns(
            "Variants",
            Variant.Of(claim).Select(variant => new[] { variant.Key, LatexText.ToUnicode(variant.Name) }));
        IReadOnlyList<ClaimParameter> parameters = ClaimParameter.Of(claim);
        page.AddColumns(
            "Parameters",
            parameters.Select(parameter =>
                new[]
                {
                    parameter.Name,
                    $"{LatexText.ToUnicode(parameter.Summary)}: {parameter.Range}. Default {parameter.Read(claim)}",
                }));

        // The shortest setting shows the form best; there is always one, every claim has its number of trials.
        ClaimParameter example = parameters.MinBy(parameter => parameter.Name.Length + parameter.Read(claim).Length)!;
        page.Add("Probe", $"{program} probe {claim.Id} --set {example.Name}={example.Read(claim)}");
        page.WriteTo(console);
    }

    // A quotation is a formula where it has commands and no dollar signs, as the documents set displays.
    // A star that the document's Markdown keeps from being markup is one.
    private static string Quoted(string quotation)
    {
        string text = quotation.Replace(@"\*", "*", StringComparison.Ordinal);
        return text.Contains('\\', StringComparison.Ordinal) ? LatexText.Statement(text) : LatexText.ToUnicode(text);
    }

    /// <summary>What became of a printed statement, in words and with the color of a verdict.</summary>
    public static string Status(PrintedStatus status) => status switch
    {
        PrintedStatus.Stands => "stands as printed",
        PrintedStatus.Loose => "true as printed; a sharper form is known",
        PrintedStatus.HypothesisMissing => "[yellow]a hypothesis is missing[/]",
        PrintedStatus.False => "[yellow]false as printed[/]",
        _ => "not printed; derived here",
    };

    /// <summary>Writes the page of a statement that is not examined.</summary>
    public static void WriteNotExamined(IAnsiConsole console, NotExamined statement)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(statement);
        console.Write(new Unbroken(new Markup($"[bold]{Markup.Escape(statement.Id)}[/]\n")));
        console.WriteLine(LatexText.ToUnicode(statement.Title));
        console.WriteLine();
        var page = new Page();
        page.AddMarkup("Not examined", Math(statement.Reason));
        page.Add("Source", statement.Source.Document)
            .Add("Source", statement.Source.Heading)
            .Add("Source", statement.Source.Reference);
        page.WriteTo(console);
    }

    private static string Math(string text) => Markup.Escape(LatexText.ToUnicode(text));
}
