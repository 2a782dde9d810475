namespace Verification.Reproductions.Auditing;

/// <summary>Whose a suite is: what its journals, audits and archives say of it.</summary>
public sealed record Publication
{
    private const int LongestName = 64;

    /// <summary>A short name, which journals and digests carry: 1 to 64 Latin letters, digits, dots, hyphens and
    /// underscores, the first one a letter or digit.</summary>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public required string Name
    {
        get;
        init => field = IsName(value)
            ? value
            : throw new ArgumentException(
                $"'{value}' is no name of a suite; one is 1 to {LongestName} letters, digits, dots, hyphens and "
                    + "underscores, such as MyPaper.",
                nameof(value));
    }

    /// <summary>What is audited, within a sentence: the title of the paper.</summary>
    public required string Title { get; init; }

    /// <summary>Who made the suite.</summary>
    public required string Authors { get; init; }

    /// <summary>When it was published, as 2026-11-30: the program reads no clock.</summary>
    public required string Date { get; init; }

    /// <summary>License of what its audits write, by its SPDX identifier, such as CC-BY-4.0.</summary>
    public required string License { get; init; }

    /// <summary>Where SPDX has the text of the license.</summary>
    public string LicenseUrl => $"https://spdx.org/licenses/{License}";

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= LongestName }
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
