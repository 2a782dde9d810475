using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Rendering;

/// <summary>Verdicts on the terminal: a sign, the word, and a color, none of which is needed to understand the
/// others.</summary>
public static class VerdictMark
{
    /// <summary>Sign and word, such as <c>✓ holds</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "✓ holds",
        Verdict.Refuted => "✗ refuted",
        _ => "? undecided",
    };

    /// <summary>The same as Spectre markup.</summary>
    public static string Markup(Verdict verdict) => $"[{Color(verdict)}]{Of(verdict)}[/]";

    /// <summary>The same for a listing.</summary>
    public static ListingCell Cell(Verdict verdict) => new(Of(verdict), Color(verdict));

    private static string Color(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "green",
        Verdict.Refuted => "red",
        _ => "yellow",
    };
}
