using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verification.Reproductions.Typesetting;

/// <summary>A page of HTML with one place for data, built from <c>Reproductions/ReportPage</c>.</summary>
public sealed class PageTemplate
{
    /// <summary>What stands in the place of the data.</summary>
    public const string Place = "@report-data@";

    private const string Resource = "report.html";

    // Mathematics readable; what a browser could take for markup is escaped afterwards.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _before;
    private readonly string _after;

    /// <summary>A template.</summary>
    /// <param name="html">The page, with <see cref="Place"/> once in an element for data.</param>
    /// <exception cref="ArgumentException">It has no such place, or several.</exception>
    public PageTemplate(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        string[] parts = html.Split(Place);
        if (parts.Length != 2)
            throw new ArgumentException(
                $"A template has {Place} once, this one {parts.Length - 1} times.", nameof(html));
        (_before, _after) = (parts[0], parts[1]);
    }

    /// <summary>The template that this program was built with; null where it was built without Node.</summary>
    public static PageTemplate? Embedded { get; } = Read();

    /// <summary>The page with its data.</summary>
    /// <remarks>In the data <c>&lt;</c> is written as an escape: neither <c>&lt;/script&gt;</c> nor <c>&lt;!--</c>
    /// can stand in them, whatever a text says.</remarks>
    public string Fill(JsonNode data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _before + data.ToJsonString(Options).Replace("<", "\\u003c", StringComparison.Ordinal) + _after;
    }

    private static PageTemplate? Read()
    {
        using Stream? resource = typeof(PageTemplate).Assembly.GetManifestResourceStream(Resource);
        if (resource is null)
            return null;
        using var reader = new StreamReader(resource);
        return new(reader.ReadToEnd());
    }
}
