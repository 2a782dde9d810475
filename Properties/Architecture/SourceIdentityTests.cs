using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Verification.Implementation.Experiments;
using Xunit;

namespace Verification.Properties.Architecture;

/// <summary>What identifies the code that measures: its text, and nothing about where, when and from what it was
/// built.</summary>
public sealed partial class SourceIdentityTests : IDisposable
{
    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["Numerics/Sum.cs"] = "class Sum\n{\n}\n",
        ["Experiments/Run.cs"] = "class Run { }\n",
        ["OnlineSgd/Overlap.cs"] = "class Overlap\n{\n}\n",
        ["ImplicitBias/Margin.cs"] = "class Margin { }\n",
    };

    // What the project's packages add; the version is that of Directory.Packages.props.
    private const string Packages = "MathNet.Numerics 5.0.0\0";

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("identity-");

    public void Dispose() => _scratch.Delete(recursive: true);

    [Fact]
    public void TheAssemblyCarriesTheHashOfItsSources() => Assert.All(
        ImportRules.Systems,
        system =>
            Assert.Equal(
                Hash(
                    SourceTree
                        .Files("Implementation", "*.cs")
                        .Select(file => (file.Path["Implementation/".Length..], file.Text)),
                    system,
                    Packages),
                SourceIdentity.OfMeasurements(Id(system))));

    [Fact]
    public void AnUnknownSystemIsMeasuredByTheSharedCode() =>
        Assert.Equal(
            Hash(
                SourceTree
                    .Files("Implementation", "*.cs")
                    .Select(file => (file.Path["Implementation/".Length..], file.Text)),
                "",
                Packages),
            SourceIdentity.OfMeasurements("toys"));

    [Fact]
    public void PathLineEndsAndRepositoryDoNotMatter()
    {
        string reference = Expected(Sources);
        Directory.CreateDirectory(Path.Combine(_scratch.FullName, "b c", ".git"));
        Assert.Equal(reference, Identities("b c", Sources));
        Assert.Equal(
            reference,
            Identities(
                "windows",
                Sources.ToDictionary(
                    file => file.Key,
                    file => file.Value.Replace("\n", "\r\n", StringComparison.Ordinal),
                    StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("OnlineSgd/Overlap.cs", "OnlineSgd")]
    [InlineData("OnlineSgd/Deeper/New.cs", "OnlineSgd")]
    [InlineData("Numerics/Sum.cs", "all")]
    [InlineData("Experiments/Run.cs", "all")]
    [InlineData("Elsewhere.cs", "all")]
    public void AChangeMovesTheSystemsThatItTouches(string file, string moved)
    {
        string[] before = Expected(Sources).Split('\n');
        string[] after = Identities("a", new(Sources, StringComparer.Ordinal) { [file] = "class Changed { }\n" })
            .Split('\n');
        Assert.Equal(before.Length, after.Length);
        Assert.All(
            before.Zip(after),
            pair =>
                Assert.Equal(
                    moved == "all" || pair.First.StartsWith(moved, StringComparison.Ordinal),
                    pair.First != pair.Second));
    }

    [Fact]
    public void ASourceFromElsewhereIsAnError()
    {
        File.WriteAllText(Path.Combine(_scratch.FullName, "Stray.cs"), "class Stray { }\n");
        Assert.Contains(
            "lies outside of the project",
            Build("a", Sources, """<Compile Include="../Stray.cs" />"""),
            StringComparison.Ordinal);
    }

    private static string Expected(Dictionary<string, string> sources) =>
        string.Join(
            '\n',
            ImportRules.Systems.Select(system =>
                $"{system} {Hash(sources.Select(file => (file.Key, file.Value)), system, "")}"));

    // One line per system: its folder and its identity.
    private string Identities(string folder, Dictionary<string, string> sources)
    {
        string output = Build(folder, sources, "");
        string generated = Path.Combine(_scratch.FullName, folder, "obj", "SourceIdentity.g.cs");
        Assert.True(File.Exists(generated), output);
        string[] lines =
        [
            .. Metadata()
                .Matches(File.ReadAllText(generated))
                .Select(match => $"{match.Groups["system"].Value} {match.Groups["hash"].Value}"),
        ];
        Assert.Equal(ImportRules.Systems, lines.Select(line => line.Split(' ')[0]), StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private string Build(string folder, Dictionary<string, string> sources, string further)
    {
        string root = Path.Combine(_scratch.FullName, folder);
        foreach ((string path, string text) in sources)
        {
            string file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        string project = Path.Combine(root, "Toy.proj");
        File.WriteAllText(project, $"""
            <Project>
              <PropertyGroup>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
                <SourceIdentitySystems>{string.Join(';', ImportRules.Systems)}</SourceIdentitySystems>
              </PropertyGroup>
              <ItemGroup><Compile Include="**/*.cs" />{further}</ItemGroup>
              <Target Name="PrepareForBuild" />
              <Import Project="{Path.Combine(SourceTree.Root, "SourceIdentity.targets")}" />
            </Project>
            """);
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-t:WriteSourceIdentity", "-nologo", "-v:q", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = root,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }

    // The naive twin of SourceIdentity.targets.
    private static string Hash(IEnumerable<(string Path, string Text)> files, string system, string packages)
    {
        var text = new StringBuilder(packages);
        foreach ((string path, string content) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            string first = path.Split('/')[0];
            if (first == system || !ImportRules.Systems.Contains(first))
                text.Append(path).Append('\0').Append(content.ReplaceLineEndings("\n")).Append('\0');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    private static string Id(string folder) =>
        string.Concat(
            folder.Select(
                (letter, i) =>
                    char.IsAsciiLetterUpper(letter)
                        ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}"
                        : $"{letter}"));

    [GeneratedRegex(
        """SourceIdentity\.(?<system>\w+)", "(?<hash>[0-9a-f]{32})""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Metadata();
}
