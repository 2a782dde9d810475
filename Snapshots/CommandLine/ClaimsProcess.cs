using System.Diagnostics;
using System.Globalization;

namespace Verification.Snapshots.CommandLine;

/// <summary>The real program in a process of its own.</summary>
public sealed class ClaimsProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ClaimsProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts <c>claims</c> with these settings of its environment added.</summary>
    public static ClaimsProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return Start(new("dotnet", ["exec", Program, .. arguments]), environment);
    }

    /// <summary>Starts <c>claims</c> from a shell, which can limit it or close its streams.</summary>
    /// <param name="command">What the shell runs, with <c>"$@"</c> for the program and its arguments.</param>
    /// <param name="environment">Added settings of its environment.</param>
    /// <param name="arguments">The program's arguments.</param>
    public static RunResult RunInShell(
        string command, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using ClaimsProcess process = Start(
            new("sh", ["-c", command, "sh", "dotnet", "exec", Program, .. arguments]), environment);
        return process.End();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "claims.dll");

    private static ClaimsProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Settings of an environment, <c>NAME=value</c> between blanks.</summary>
    public static IReadOnlyDictionary<string, string> Environment(string settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>Runs <c>claims</c> to its end.</summary>
    public static RunResult Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using ClaimsProcess process = Start(environment, arguments);
        return process.End();
    }

    /// <summary>Waits until a file is longer than some bytes or the process has ended.</summary>
    /// <remarks>The file's length, not its content: the program holds it locked.</remarks>
    public void AwaitLength(string path, long bytes)
    {
        // The wait for the end of the process is the pause between two looks at the file.
        while (!_process.WaitForExit(TimeSpan.FromMilliseconds(5)))
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length > bytes)
                return;
        }
    }

    /// <summary>Ends the process without a chance to clean up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Holds the process where it is, until <see cref="Resume"/>.</summary>
    public void Hold() => Signal("STOP");

    /// <summary>Lets a held process go on.</summary>
    public void Resume() => Signal("CONT");

    /// <summary>Waits for the end.</summary>
    public RunResult End()
    {
        _process.WaitForExit();
        return new(_process.ExitCode, _output.Result, _error.Result);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
