using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Verification.Properties.Architecture;

/// <summary>Which room may import which, which folder of a room which other, and that no system imports another. Every
/// method returns complaints, none if all is well.</summary>
internal static partial class ImportRules
{
    /// <summary>The folders that are named alike in every room.</summary>
    public static readonly string[] Systems =
    [
        "RandomSystems",
        "QuadraticNetworks",
        "PolyakLojasiewicz",
        "OnlineSgd",
        "CrossPredictability",
        "JacobianSpectra",
        "ImplicitBias",
    ];

    /// <summary>What each room may reference.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> AllowedReferences = new Dictionary<string, string[]>(
        StringComparer.Ordinal)
    {
        ["Implementation"] = [],
        ["Spec"] = ["Implementation"],
        ["Reproductions"] = ["Implementation", "Spec"],
        ["Testing"] = [],
        ["Snapshots"] = ["Implementation", "Spec", "Reproductions", "Testing"],
        ["Properties"] = ["Implementation", "Spec", "Testing"],
        ["Benchmarks"] = ["Implementation", "Spec"],
    };

    /// <summary>The folders of a room that others build on, from the ground upward: none names one that comes after
    /// it. A folder that is not listed has no place.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> FolderOrder = new Dictionary<string, string[]>(
        StringComparer.Ordinal)
    {
        ["Implementation"] = ["Numerics", "Experiments", AnySystem],
        ["Spec"] = ["Verdicts", "Parameters", "Counterexamples", "Examining", AnySystem],
        ["Reproductions"] =
        [
            "Typesetting", "Figures", AnySystem, "Auditing", "Loading", "Reporting", "Merging", "Comparing",
            "Verifying", "Calibrating", "Rendering", "Documents", "CommandLine",
        ],
    };

    private const string AnySystem = "each system's folder";

    // Stands in for a package and carries the package's namespaces.
    private const string Adapter = "Testing/VerifyXunit/";

    /// <summary>Project references that point the wrong way. The file is a project of the room that it lies
    /// in.</summary>
    public static IEnumerable<string> ForbiddenProjectReferences(SourceFile project) =>
        from reference in XDocument.Parse(project.Text).Descendants("ProjectReference")
        let imported = ((string?)reference.Attribute("Include") ?? "")
            .Split('/', '\\')[^1]
            .Replace(".csproj", "", StringComparison.Ordinal)
        from complaint in ForbiddenReferences(project.Folders[0], [imported])
        select $"{project.Path}: {complaint}";

    /// <summary>Rooms among <paramref name="imported"/> that <paramref name="room"/> must not see.</summary>
    public static IEnumerable<string> ForbiddenReferences(string room, IEnumerable<string> imported) =>
        imported
            .Where(name => AllowedReferences.ContainsKey(name) && !AllowedReferences[room].Contains(name))
            .Select(name =>
                $"{room} must not reference {name}; imports point Implementation ← Spec ← Reproductions ← Snapshots, "
                    + "Properties sees the first two, and both have Testing.");

    /// <summary>Names of a system in the folder of another, in Implementation's Numerics and Experiments, or in a
    /// global using.</summary>
    public static IEnumerable<string> ForbiddenSystemNames(SourceFile source)
    {
        string? own = source.Folders.ElementAtOrDefault(1);
        bool systemless = own is "Numerics" or "Experiments" && source.Folders[0] == "Implementation";
        foreach (
            string named in SystemName()
                .Matches(source.Code)
                .Select(static match => match.Groups["system"].Value)
                .Distinct(StringComparer.Ordinal))
        {
            if (systemless)
                yield return $"{source.Path}: {own} is the ground floor and names the system {named}.";
            else if (Systems.Contains(own) && named != own)
                yield return $"{source.Path}: the system {own} names the system {named}; what two systems need moves "
                    + "down to Numerics.";
        }

        foreach (Match globalUsing in GlobalUsing().Matches(source.Code))
            yield return $"{source.Path}: a global using of {globalUsing.Groups["system"].Value} makes that system "
                + "visible in every other.";
    }

    /// <summary>Names of a folder in one that stands below it.</summary>
    public static IEnumerable<string> ForbiddenFolderNames(SourceFile source)
    {
        string[] order = FolderOrder.GetValueOrDefault(source.Folders[0], []);
        string own = source.Folders.ElementAtOrDefault(1) ?? "";
        int rank = Array.IndexOf(order, Systems.Contains(own) ? AnySystem : own);
        if (order.Length > 0 && own.Length > 0 && rank < 0)
            return [$"{source.Path}: {own} has no place in the order of the folders of {source.Folders[0]}."];
        return order.Skip(rank + 1)
            .SelectMany(folder => folder == AnySystem ? Systems : [folder])
            .Where(folder => own.Length > 0 && Names(source, folder))
            .Select(folder => $"{source.Path}: {own} stands below {folder} and names it.");
    }

    // By its full name, by its name within the room, or by a using of it; what is a member of something else has a dot
    // before it.
    private static bool Names(SourceFile source, string folder) => Regex.IsMatch(
        source.Code,
        $@"(?<![\w.])(?:(?:Verification\.)?{source.Folders[0]}\.)?{folder}\s*[.;]",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>Namespaces that differ from their folders.</summary>
    public static IEnumerable<string> MisplacedNamespaces(SourceFile source)
    {
        if (source.Path.StartsWith(Adapter, StringComparison.Ordinal))
            return [];
        string expected = "Verification." + string.Join('.', source.Folders);
        return NamespaceDeclaration().Matches(source.Code)
            .Select(static match => match.Groups["name"].Value)
            .Where(name => name != expected)
            .Select(name => $"{source.Path}: namespace {name} does not follow the folder, {expected} would.");
    }

    private const string AnyName =
        "(?<system>RandomSystems|QuadraticNetworks|PolyakLojasiewicz|OnlineSgd|CrossPredictability|JacobianSpectra"
        + "|ImplicitBias)";

    // A name that qualifies another or ends a using. A type that is merely called like a system is no import.
    [GeneratedRegex(
        @"(?<![\w])" + AnyName + @"\s*(?:\.|;)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SystemName();

    [GeneratedRegex(
        @"global\s+using\s[^;]*\." + AnyName + @"\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(
        @"^\s*namespace\s+(?<name>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamespaceDeclaration();
}
