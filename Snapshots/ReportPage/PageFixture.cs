using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.ReportPage;

/// <summary>Pages of several audits, and what the checks of the page say of them, all run once.</summary>
public sealed class PageFixture : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Dictionary<string, string?> _errors = new(StringComparer.Ordinal);

    /// <summary>Writes the pages and runs the checks.</summary>
    /// <exception cref="InvalidOperationException">They cannot be run; the message says what is missing.</exception>
    public PageFixture()
    {
        PageTemplate template = PageTemplate.Embedded
            ?? throw new InvalidOperationException(
                "The program was built without its report page: './build.sh --target=Page' makes it, with Node 20.");
        Directory.CreateDirectory(_scratch["pages"]);
        Audit("sound", ToySuite.Sound with { ReportPage = template });
        JsonObject unsound = Data(Audit("unsound", ToySuite.Unsound with { ReportPage = template }));
        unsound["claims"]![0]!["title"] = "</script><script>window.broken = true</script><!-- <script> & \u2028";
        Write("unsound", template.Fill(unsound));
        Write("catalogue", template.Fill(ReportData.Of(SpecimenAudit.OfTheCatalogue(), Suite.Whole)));
        Interrupt("unfinished", ToySuite.Sound with { ReportPage = template });
        RunChecks();
    }

    /// <summary>Folder of the page's own sources.</summary>
    public static string Sources => Path.Combine(
        SourceTree.FindRoot(AppContext.BaseDirectory)
            ?? throw new InvalidOperationException("The page is checked where a checkout was built."),
        "Reproductions",
        "ReportPage");

    /// <summary>Names of the checks that ran.</summary>
    public IEnumerable<string> Names => _errors.Keys;

    /// <summary>What a check found, null where all is well.</summary>
    public string? Error(string name) => _errors.GetValueOrDefault(name, "The check did not run.");

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private string Audit(string name, Suite suite, params string[] filters)
    {
        string folder = _scratch[name];
        ClaimsInProcess.RunOn(suite, default, ["audit", .. filters, "--out", folder]);
        File.Copy(Path.Combine(folder, ReportFile.Name), Page(name));
        return folder;
    }

    // As if it had been stopped after the first claim.
    private void Interrupt(string name, Suite suite)
    {
        string folder = Audit(name, suite, "toys/holds", "--no-figures");
        File.Delete(Path.Combine(folder, "audit.json"));
        RunResult result = ClaimsInProcess.RunOn(suite, default, "report", folder);
        Assert.Equal("", result.Error);
        File.Copy(Path.Combine(folder, ReportFile.Name), Page(name), overwrite: true);
    }

    private static JsonObject Data(string folder) =>
        ReportData.Of(new AuditReader(ToySuite.Unsound).Read(folder), ToySuite.Unsound);

    private string Page(string name) => Path.Combine(_scratch["pages"], $"{name}.html");

    private void Write(string name, string text) => File.WriteAllText(Page(name), text);

    private void RunChecks()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Sources, "tests", "run.mjs"), _scratch["pages"]])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using Process node = Process.Start(start)!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        while (node.StandardOutput.ReadLine() is { } line)
        {
            using var check = JsonDocument.Parse(line);
            _errors[check.RootElement.GetProperty("name").GetString()!] =
                check.RootElement.GetProperty("error").GetString();
        }

        node.WaitForExit();
        if (node.ExitCode != 0)
            throw new InvalidOperationException(errors.Result.Trim());
    }
}
