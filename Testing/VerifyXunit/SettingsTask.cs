using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A verification that starts when it is awaited, so that settings can follow the call.</summary>
[SuppressMessage(
    "Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The package's name.")]
public sealed class SettingsTask
{
    private readonly VerifySettings _settings;
    private readonly Func<VerifySettings, Task<VerifyResult>> _verify;
    private Task<VerifyResult>? _running;

    internal SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> verify)
    {
        _settings = new VerifySettings(settings);
        _verify = verify;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters"/>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _settings.UseParameters(parameters);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseTextForParameters"/>
    public SettingsTask UseTextForParameters(string parametersText)
    {
        _settings.UseTextForParameters(parametersText);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseStringComparer"/>
    public SettingsTask UseStringComparer(StringCompare compare)
    {
        _settings.UseStringComparer(compare);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.AddScrubber"/>
    public SettingsTask AddScrubber(Action<StringBuilder> scrubber)
    {
        _settings.AddScrubber(scrubber);
        return this;
    }

    /// <summary>The running verification; it runs once, however often it is asked for.</summary>
    public Task<VerifyResult> ToTask() => _running ??= _verify(_settings);

    /// <summary>Lets the verification be awaited.</summary>
    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Lets a test return the verification.</summary>
    public static implicit operator Task(SettingsTask verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        return verification.ToTask();
    }
}
