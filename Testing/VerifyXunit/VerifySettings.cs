using System.Text;

namespace VerifyTests;

/// <summary>How one snapshot is named, cleaned and compared.</summary>
public sealed class VerifySettings
{
    private readonly List<Action<StringBuilder>> _scrubbers = [];

    /// <summary>Default settings.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
            return;
        _scrubbers.AddRange(settings._scrubbers);
        Parameters = settings.Parameters;
        ParametersText = settings.ParametersText;
        StringComparer = settings.StringComparer;
    }

    internal IReadOnlyList<Action<StringBuilder>> Scrubbers => _scrubbers;

    internal IReadOnlyList<object?> Parameters { get; private set; } = [];

    internal string? ParametersText { get; private set; }

    internal StringCompare? StringComparer { get; private set; }

    /// <summary>Names the snapshot after the test method's first parameters: <c>Class.Method_n=3_d=7</c>.</summary>
    public void UseParameters(params object?[] parameters) => Parameters = parameters;

    /// <summary>Names the snapshot <c>Class.Method_text</c>.</summary>
    public void UseTextForParameters(string parametersText) => ParametersText = parametersText;

    /// <summary>Replaces the comparison for this snapshot.</summary>
    public void UseStringComparer(StringCompare compare) => StringComparer = compare;

    /// <summary>Changes the text before it is compared or written.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => _scrubbers.Add(scrubber);
}
