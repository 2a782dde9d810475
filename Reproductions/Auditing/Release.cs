namespace Verification.Reproductions.Auditing;

/// <summary>What the released program says about itself. Constants: a result must not depend on when the program was
/// built.</summary>
public static class Release
{
    /// <summary>Name of the suite.</summary>
    public const string Name = "Verification";

    /// <summary>Who made it, the same as in <c>CITATION.cff</c>.</summary>
    public const string Authors = "The Verification authors";

    /// <summary>Date of the release, the same as in <c>CITATION.cff</c>.</summary>
    public const string Date = "2026-11-21";

    /// <summary>Version of the program, three numbers.</summary>
    public static string Version { get; } = typeof(Release).Assembly.GetName().Version!.ToString(3);

    /// <summary>Whose the catalogue is.</summary>
    public static Publication Publication { get; } = new()
    {
        Name = Name,
        Title = "claims of non-convex learning theory",
        Authors = Authors,
        Date = Date,
        License = "MIT",
    };
}
