using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using Verification.Reproductions.Auditing;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The files of an audit that other people's programs read.</summary>
public sealed class StandardFormTests : IDisposable
{
    // What Jenkins' xUnit plugin accepts of a JUnit report (junit-10.xsd), as far as it is used here: names, which of
    // them are required, and their types.
    private const string JUnitSchema =
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:simpleType name="seconds">
            <xs:restriction base="xs:string"><xs:pattern value="[0-9]+(\.[0-9]+)?"/></xs:restriction>
          </xs:simpleType>
          <xs:attributeGroup name="counts">
            <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
            <xs:attribute name="time" type="seconds"/>
          </xs:attributeGroup>
          <xs:complexType name="reason">
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="type" type="xs:string"/>
                <xs:attribute name="message" type="xs:string"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
          <xs:element name="testcase">
            <xs:complexType>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="failure" type="reason"/>
                <xs:element name="error" type="reason"/>
              </xs:choice>
              <xs:attribute name="name" type="xs:string" use="required"/>
              <xs:attribute name="classname" type="xs:string"/>
              <xs:attribute name="time" type="seconds"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="testsuite">
            <xs:complexType>
              <xs:sequence><xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="name" type="xs:string" use="required"/>
              <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
              <xs:attributeGroup ref="counts"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="testsuites">
            <xs:complexType>
              <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="name" type="xs:string"/>
              <xs:attributeGroup ref="counts"/>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """;

    private readonly ScratchFolder _scratch = new();

    private string Folder => _scratch["audit"];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheCasesAreValidByTheSchemaOfJenkins(bool isSound)
    {
        Audit(isSound ? ToySuite.Sound : ToySuite.Unsound);
        string path = Path.Combine(Folder, "junit.xml");
        Validate(File.ReadAllText(path));

        // And the schema refuses what is not.
        string broken = File.ReadAllText(path).Replace(" tests=\"", " number=\"", StringComparison.Ordinal);
        Assert.Throws<XmlSchemaValidationException>(() => Validate(broken));
    }

    [Fact]
    public void TheCountsOfTheCasesAreThoseOfTheDocument()
    {
        Audit(ToySuite.Unsound);
        var document = System.Xml.Linq.XDocument.Load(Path.Combine(Folder, "junit.xml"));
        Assert.Equal(
            document.Root!.Elements("testsuite").Sum(suite => (int)suite.Attribute("tests")!),
            document.Descendants("testcase").Count());
        Assert.Equal((int)document.Root.Attribute("failures")!, document.Descendants("failure").Count());
        Assert.True((int)document.Root.Attribute("failures")! > 0);
    }

    [Fact]
    public void TheCrateHasWhatItsSpecificationAsksFor()
    {
        Audit(ToySuite.Sound);
        JsonNode crate = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "ro-crate-metadata.json")))!;
        Assert.Equal("https://w3id.org/ro/crate/1.1/context", (string?)crate["@context"]![0]);
        Assert.Equal("http://schema.org/sha256", (string?)crate["@context"]![1]!["sha256"]);
        JsonObject[] entities = [.. crate["@graph"]!.AsArray().Select(entity => entity!.AsObject())];
        Dictionary<string, JsonObject> byId =
            entities.ToDictionary(entity => (string)entity["@id"]!, StringComparer.Ordinal);
        Assert.All(entities, entity => Assert.NotEmpty((string)entity["@type"]!));

        // Every reference leads to an entity of the graph, except to the specification itself.
        Assert.All(
            entities.SelectMany(entity => entity.SelectMany(member => References(member.Value))),
            id => Assert.True(
                byId.ContainsKey(id) || id.StartsWith("https://w3id.org/ro/crate/", StringComparison.Ordinal), id));
        JsonObject descriptor = byId["ro-crate-metadata.json"];
        Assert.Equal("CreativeWork", (string?)descriptor["@type"]);
        Assert.Equal("./", (string?)descriptor["about"]!["@id"]);
        JsonObject root = byId["./"];
        Assert.Equal("Dataset", (string?)root["@type"]);
        foreach (string required in (string[])["name", "description", "datePublished", "license", "author"])
            Assert.True(root.ContainsKey(required), required);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", (string)root["datePublished"]!);
        Assert.All(
            root["hasPart"]!.AsArray(),
            part => Assert.Equal("File", (string?)byId[(string)part!["@id"]!]["@type"]));
    }

    /// <summary>Every file of the folder but the crate itself, the page among them.</summary>
    [Fact]
    public void TheCrateHasSizeAndSumOfEveryFile()
    {
        Audit(ToySuite.Sound);
        string[] parts = AssertSums();
        Assert.Equal(
            Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Where(path => path != ResearchObjectCrate.Name)
                .Order(StringComparer.Ordinal),
            parts.Order(StringComparer.Ordinal));

        // A page that is written again is entered again, once.
        File.AppendAllText(Path.Combine(Folder, "report.html"), "changed");
        Assert.Equal(0, ClaimsInProcess.Run("report", Folder).ExitCode);
        Assert.Equal(parts, AssertSums(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void ACrateThatSomebodyDamagedStaysSo(string damaged)
    {
        Audit(ToySuite.Sound);
        string path = Path.Combine(Folder, ResearchObjectCrate.Name);
        File.WriteAllText(path, damaged);
        Assert.Equal(0, ClaimsInProcess.Run("report", Folder).ExitCode);
        Assert.Equal(damaged, File.ReadAllText(path));
    }

    [Fact]
    public void WhatACheckerHasToFindAgainIsListed()
    {
        Audit(ToySuite.Sound);
        string[] lines = File.ReadAllLines(Path.Combine(Folder, CodecheckYaml.Name));
        Assert.Equal("---", lines[0]);
        Assert.Equal("version: https://codecheck.org.uk/spec/config/1.0/", lines[1]);
        string[] files =
        [
            .. lines
                .Where(line => line.StartsWith("  - file: ", StringComparison.Ordinal))
                .Select(line => JsonNode.Parse(line["  - file: ".Length..])!.GetValue<string>()),
        ];
        Assert.Equal(["verdicts.md", "audit.json", "figures/toys-sums.csv"], files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Folder, file)), file));

        // Every text stands in quotes on its own line, so that no character of a title has a meaning of its own.
        Assert.All(lines[2..^1], line => Assert.Matches("""^(paper|  authors|manifest):$|^[ -]*[a-z]+: ".*"$""", line));
        string digest = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "audit.json")))!["digest"]!;
        Assert.Contains(digest, lines[^2], StringComparison.Ordinal);
        Assert.Contains("with seed 1 and risk 0.001", lines[^2], StringComparison.Ordinal);
    }

    private static void Validate(string document)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, XmlReader.Create(new StringReader(JUnitSchema)));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        using var reader = XmlReader.Create(new StringReader(document), settings);
        while (reader.Read())
        {
            // Reading is what validates.
        }
    }

    private static IEnumerable<string> References(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } reference when reference["@id"] is { } id => [(string)id!],
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private void Audit(Suite suite) =>
        ClaimsInProcess.RunOn(suite, default, "audit", "--out", Folder);

    // The files that the crate lists, each of which has the size and the sum that it states.
    private string[] AssertSums()
    {
        JsonNode crate = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, ResearchObjectCrate.Name)))!;
        JsonNode[] entities = [.. crate["@graph"]!.AsArray().OfType<JsonNode>()];
        JsonNode[] files = [.. entities.Where(entity => (string?)entity["@type"] == "File")];
        foreach (JsonNode file in files)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, (string)file["@id"]!));
            Assert.Equal(
                bytes.Length.ToString(CultureInfo.InvariantCulture), (string?)file["contentSize"]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (string?)file["sha256"]);
        }

        string[] paths = [.. files.Select(file => (string)file["@id"]!)];
        Assert.Equal(paths.Length, paths.Distinct(StringComparer.Ordinal).Count());
        foreach ((string holder, string list) in new[] { ("./", "hasPart"), ("#audit", "result") })
            Assert.Equal(
                paths,
                entities
                    .Single(entity => (string?)entity["@id"] == holder)[list]!
                    .AsArray()
                    .Select(part => (string)part!["@id"]!),
                StringComparer.Ordinal);
        return paths;
    }
}
