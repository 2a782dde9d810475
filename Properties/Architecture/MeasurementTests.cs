using System.Reflection;
using System.Xml.Linq;
using Verification.Implementation.Experiments;
using Verification.Spec;
using Xunit;

namespace Verification.Properties.Architecture;

/// <summary>Nothing enters a system's measurements but the code that its identity covers: see
/// <see cref="SourceIdentity"/>.</summary>
public sealed class MeasurementTests
{
    private static readonly Assembly Implementation = typeof(SourceIdentity).Assembly;

    private static readonly (Type Experiment, Type[] Arguments)[] Experiments =
    [
        .. from type in Implementation.GetTypes().Concat(typeof(Claim).Assembly.GetTypes())
           where !type.IsAbstract
           from ancestor in Ancestors(type)
           where ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Experiment<,>)
           select (type, ancestor.GetGenericArguments()),
    ];

    [Fact]
    public void EveryExperimentLiesInTheFolderOfItsSystem()
    {
        Assert.NotEmpty(Experiments);
        Assert.All(Experiments, experiment =>
        {
            string id = (string)
                experiment.Experiment.GetProperty("Id")!.GetValue(Activator.CreateInstance(experiment.Experiment))!;
            string folder = string.Concat(
                id.Split('/')[0].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            Assert.Contains(folder, ImportRules.Systems, StringComparer.Ordinal);
            Assert.StartsWith(
                $"Verification.Implementation.{folder}", experiment.Experiment.Namespace, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void CellsAndOutcomesAreDefinedWhereTheyAreMeasured() => Assert.All(
        Experiments.SelectMany(experiment => experiment.Arguments),
        type =>
            Assert.True(
                type.Assembly == Implementation || type.Assembly == typeof(object).Assembly,
                $"{type} is defined in {type.Assembly.GetName().Name}"));

    [Fact]
    public void NothingIsLinkedButTheFrameworkAndOnePackage() => Assert.All(
        Implementation.GetReferencedAssemblies(),
        reference =>
            Assert.True(
                reference.Name is "MathNet.Numerics" or "netstandard"
                    || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
                reference.Name));

    /// <summary>The identity names the version of MathNet.Numerics; another package that computes would have to be
    /// named there too.</summary>
    [Fact]
    public void TheIdentityNamesEveryPackageThatComputes()
    {
        SourceFile project = Assert.Single(SourceTree.Files("Implementation", "*.csproj"));
        XElement computes = Assert.Single(
            XDocument.Parse(project.Text).Descendants("PackageReference"),
            reference => (string?)reference.Attribute("PrivateAssets") != "all");
        Assert.Equal("MathNet.Numerics", (string?)computes.Attribute("Include"));
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
