using System.Reflection;
using Xunit;

namespace Verification.Properties.Architecture;

public class ImportRulesTests
{
    public static TheoryData<string> Rooms => new(ImportRules.AllowedReferences.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void ProjectReferencesPointOneWay(string room)
    {
        SourceFile[] projects = [.. SourceTree.Files(room, "*.csproj")];

        Assert.Single(projects);
        Assert.Empty(projects.SelectMany(ImportRules.ForbiddenProjectReferences));
    }

    /// <summary>A reference may also come by another way than a ProjectReference; the compiled assembly
    /// tells.</summary>
    [Theory]
    [InlineData("Implementation")]
    [InlineData("Spec")]
    [InlineData("Properties")]
    public void AssemblyReferencesPointOneWay(string room)
    {
        Assembly assembly = Assembly.Load("Verification." + room);

        IEnumerable<string> imported = assembly
            .GetReferencedAssemblies()
            .Select(static name => RoomOf(name.Name ?? ""));

        Assert.Empty(ImportRules.ForbiddenReferences(room, imported));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void NoSystemNamesAnother(string room) =>
        Assert.Empty(SourceTree.Files(room, "*.cs").SelectMany(ImportRules.ForbiddenSystemNames));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void NoFolderNamesOneAboveIt(string room) =>
        Assert.Empty(SourceTree.Files(room, "*.cs").SelectMany(ImportRules.ForbiddenFolderNames));

    [Theory]
    [InlineData("using Verification.Reproductions.CommandLine;")]
    [InlineData("int code = CommandLine.ExitCode.Usage;")]
    [InlineData("int code = Reproductions.CommandLine.ExitCode.Usage;")]
    public void FolderThatNamesOneAboveItIsFound(string code) => Assert.Equal(
        "Reproductions/Auditing/Audit.cs: Auditing stands below CommandLine and names it.",
        Assert.Single(ImportRules.ForbiddenFolderNames(new SourceFile("Reproductions/Auditing/Audit.cs", code))));

    [Theory]
    [InlineData("using System.CommandLine;")]
    [InlineData("using Verification.Reproductions.Figures;")]
    [InlineData("int count = result.Rendering.Count;")]
    [InlineData("// as CommandLine. does")]
    public void FoldersBelowAndOtherNamesAreAllowed(string code) =>
        Assert.Empty(ImportRules.ForbiddenFolderNames(new SourceFile("Reproductions/Auditing/Audit.cs", code)));

    [Fact]
    public void FiguresOfASystemStandBelowTheAudit() => Assert.Single(ImportRules.ForbiddenFolderNames(
        new SourceFile("Reproductions/QuadraticNetworks/Descent.cs", "using Verification.Reproductions.Auditing;")));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void NamespacesFollowFolders(string room) =>
        Assert.Empty(SourceTree.Files(room, "*.cs").SelectMany(ImportRules.MisplacedNamespaces));

    [Theory]
    [InlineData("Implementation", "Spec")]
    [InlineData("Spec", "Reproductions")]
    [InlineData("Reproductions", "Snapshots")]
    [InlineData("Properties", "Reproductions")]
    [InlineData("Reproductions", "Properties")]
    public void WrongProjectReferenceIsFound(string room, string imported)
    {
        var project = new SourceFile(
            $"{room}/{room}.csproj",
            $"""
            <Project><ItemGroup><ProjectReference Include="..\{imported}\{imported}.csproj" /></ItemGroup></Project>
            """);

        Assert.StartsWith(
            $"{room}/{room}.csproj: {room} must not reference {imported};",
            Assert.Single(ImportRules.ForbiddenProjectReferences(project)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using Verification.Implementation.RandomSystems;")]
    [InlineData("using static Verification.Implementation.RandomSystems.Energies;")]
    [InlineData("using Energies = Verification.Implementation.RandomSystems.Energies;")]
    [InlineData("double x = RandomSystems.Energies.Total(1);")]
    [InlineData("""char c = '"'; double x = RandomSystems.Energies.Total("'");""")]
    public void SystemThatNamesAnotherIsFound(string code) =>
        Assert.Single(
            ImportRules.ForbiddenSystemNames(new SourceFile("Spec/QuadraticNetworks/EnergyBarrier.cs", code)));

    [Theory]
    [InlineData("using Verification.Implementation.QuadraticNetworks;")]
    [InlineData("// as in RandomSystems.Energies")]
    [InlineData("/* RandomSystems. */")]
    [InlineData("""string s = "RandomSystems.Energies";""")]
    [InlineData("record ImplicitBias(int d);")]
    public void OwnNamesCommentsAndLiteralsAreNoImports(string code) =>
        Assert.Empty(ImportRules.ForbiddenSystemNames(new SourceFile("Spec/QuadraticNetworks/EnergyBarrier.cs", code)));

    [Theory]
    [InlineData("Implementation/Numerics/Random/Stream.cs")]
    [InlineData("Implementation/Experiments/Runner.cs")]
    public void AGroundFloorThatNamesASystemIsFound(string path) =>
        Assert.Single(
            ImportRules.ForbiddenSystemNames(new SourceFile(path, "using Verification.Implementation.OnlineSgd;")));

    [Fact]
    public void GlobalUsingOfASystemIsFound() => Assert.Single(ImportRules.ForbiddenSystemNames(
        new SourceFile("Spec/Usings.cs", "global using Verification.Implementation.OnlineSgd;")));

    [Fact]
    public void CatalogueMayNameAllSystems() =>
        Assert.Empty(
            ImportRules.ForbiddenSystemNames(
                new SourceFile(
                    "Spec/Catalogue.cs", "using Verification.Spec.OnlineSgd; using Verification.Spec.ImplicitBias;")));

    [Fact]
    public void MisplacedNamespaceIsFound() => Assert.Equal(
        "Spec/OnlineSgd/HittingTimes.cs: namespace Verification.Spec.Sgd does not follow the folder, "
            + "Verification.Spec.OnlineSgd would.",
        Assert.Single(
            ImportRules.MisplacedNamespaces(
                new SourceFile("Spec/OnlineSgd/HittingTimes.cs", "namespace Verification.Spec.Sgd;"))));

    private static string RoomOf(string assembly) =>
        assembly == "claims" ? "Reproductions" : assembly.Replace("Verification.", "", StringComparison.Ordinal);
}
