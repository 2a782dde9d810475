using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Verification.Reproductions.Auditing;

/// <summary>Keeps a folder for one process: a file that is created exclusively, which file systems without locks can do
/// too.</summary>
/// <remarks>
/// The file names its holder. It is stale when it was left by a process of this host (and this space of process
/// numbers) that has ended, and is then taken over. That of another host cannot be told from one in use and is
/// respected; deleting it is up to whoever knows.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    /// <summary>Name of the file.</summary>
    public const string Name = "journal.lock";

    private const int MostAttempts = 8;
    private const long LongestText = 4096;
    private readonly string _path;
    private readonly string _text;

    private FolderLock(string path, string text) => (_path, _text) = (path, text);

    /// <summary>Takes the folder's lock.</summary>
    /// <exception cref="RefusedFolderException">Somebody else holds it.</exception>
    /// <exception cref="IOException">It cannot be created.</exception>
    public static FolderLock Take(string folder)
    {
        string path = Path.Combine(folder, Name);
        string own = JsonSerializer.Serialize(Holder.OfThisProcess());
        string found = "";
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (WholeFile.TryCreate(path, own))
                return new(path, own);
            found = Read(path);
            if (found.Length > 0 && Parse(found) is { } holder && holder.HasEnded())
                Remove(path, found);
            else if (File.Exists(path))
                break;
        }

        throw new RefusedFolderException(
            FolderFault.InUse,
            path,
            Parse(found)?.ToString() ?? "a process that is not named");
    }

    /// <summary>Gives the folder back, unless somebody took it over.</summary>
    public void Dispose()
    {
        try
        {
            if (Read(_path) == _text)
                File.Delete(_path);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            // What stays is recognized as stale.
        }
    }

    // Two processes may find the same stale file. Whoever renames it has it; if the other has put its own in the place
    // meanwhile, it goes back.
    private static void Remove(string path, string stale)
    {
        string aside = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}");
        try
        {
            File.Move(path, aside, overwrite: true);
            if (Read(aside) == stale)
                File.Delete(aside);
            else
                File.Move(aside, path, overwrite: false);
        }
        catch (FileNotFoundException)
        {
            // The other one was first.
        }
    }

    private static string Read(string path)
    {
        try
        {
            // Nothing of length zero is opened: a pipe of that name would wait for somebody to write into it.
            return new FileInfo(path).Length is > 0 and <= LongestText ? File.ReadAllText(path) : "";
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    private static Holder? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<Holder>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Holder(string Host, int Process, string Started)
    {
        public static Holder OfThisProcess() =>
            new(ThisHost(), Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

        public bool HasEnded() =>
            Host == ThisHost()
            && StartOf(Process) is var start
            && (start is null || (start.Length > 0 && start != Started));

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Host}");

        // Containers share a host's name, and may not share its processes.
        private static string ThisHost()
        {
            string? space = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
            return space is null ? Environment.MachineName : $"{Environment.MachineName} {space}";
        }

        // The number alone may belong to another process by now. Null where none has it, or one that has ended and is
        // only waited for.
        private static string? StartOf(int process)
        {
            try
            {
                using var running = System.Diagnostics.Process.GetProcessById(process);
                string status = $"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat";
                if (OperatingSystem.IsLinux() && File.Exists(status))
                {
                    // After the name, which may hold blanks and parentheses: the state, and 19 fields later the start
                    // in ticks since the machine's.
                    string text = File.ReadAllText(status);
                    string[] fields = text[(text.LastIndexOf(')') + 1)..]
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    return fields[0] is "Z" or "X" ? null : fields[19];
                }

                return running
                    .StartTime.ToUniversalTime()
                    .ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            }
            catch (Exception failure)
                when (failure is ArgumentException or InvalidOperationException or FileNotFoundException)
            {
                return null;
            }
            catch (Exception failure)
                when (failure is IOException or System.ComponentModel.Win32Exception or UnauthorizedAccessException)
            {
                // It runs, and does not tell more.
                return "";
            }
        }
    }
}
