using System.Xml.Linq;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Reproductions.Auditing;
using Verification.Snapshots.Documents;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using Verification.Testing;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PublicApi;

/// <summary>What the packages promise to those who build on them: a pinned list, which a version keeps.</summary>
public sealed class PublicSurfaceTests
{
    // What an author names; the types that these mention follow.
    private static readonly Type[] Roots =
    [
        typeof(Claim<,>), typeof(ClaimSystem), typeof(ParameterAttribute), typeof(Choices<>), typeof(TrialDesign),
        typeof(Examiner), typeof(RiskBudget),
        typeof(Experiment<,>), typeof(ExperimentRunner), typeof(InMemoryMeasurements),
        typeof(IClaimSuite), typeof(ClaimSuiteAttribute<>),
        typeof(Interval), typeof(IntervalFunctions), typeof(OutwardDecimal), typeof(ShortDecimal),
        typeof(ElementaryFunctions), typeof(RandomStream), typeof(Matrix), typeof(Lanes),
        typeof(Verifier), typeof(DanglingSnapshots), typeof(PropertyRules),
    ];

    private static readonly PublicSurface Surface = new(Roots);

    /// <summary>The pin of the version that the packages have; a new version begins a new pin.</summary>
    [Theory]
    [InlineData("0.1")]
    public async Task TheSurface(string version)
    {
        Assert.StartsWith($"{version}.", Release.Version, StringComparison.Ordinal);
        string surface = Surface.ToString();
        string pinned = File.ReadAllText(Path.Combine(
            Checkout.Root, $"Snapshots/PublicApi/PublicSurfaceTests.TheSurface_version={version}.verified.txt"));
        string[] gone = [.. PublicSurface.Missing(pinned.ReplaceLineEndings("\n"), surface)];
        Assert.True(
            gone.Length == 0,
            $"Version {version} promises what is gone; a new one may break it (Version in Directory.Build.props, and "
                + $"in the template): {string.Join("; ", gone)}");
        await Verifier.Verify(surface).UseParameters(version);
    }

    [Fact]
    public void WhatIsGoneIsNamedWithItsType() => Assert.Equal(
        ["class A: Sum(): Double", "class B"],
        PublicSurface.Missing("class A\n  Sum(): Double\n  Zero\nclass B\n", "class A\n  Zero\n"),
        StringComparer.Ordinal);

    /// <summary>Members are documented where their assemblies are compiled; types of systems are the exception there,
    /// and none of them is promised.</summary>
    [Fact]
    public void EveryTypeIsDocumentedAndNoneBelongsToASystem()
    {
        HashSet<string?> documented =
        [
            .. Directory.GetFiles(AppContext.BaseDirectory, "*.xml")
                .SelectMany(file => XDocument.Load(file).Descendants("member"))
                .Select(member => (string?)member.Attribute("name")),
        ];
        Assert.All(Surface.Types, type =>
        {
            Assert.Contains($"T:{type.FullName}", documented, StringComparer.Ordinal);
            Assert.DoesNotContain(
                Catalogue.Systems,
                system => type.Namespace!.Split('.').Contains(system.Folder, StringComparer.Ordinal));
        });
    }

    [Fact]
    public void TheTemplateIsOfThisVersion() => Assert.All(
        (string[])["Directory.Build.props", ".config/dotnet-tools.json"],
        file => Assert.Contains(
            Release.Version,
            File.ReadAllText(Path.Combine(Checkout.Root, "Packages/Templates/claims", file)),
            StringComparison.Ordinal));
}
