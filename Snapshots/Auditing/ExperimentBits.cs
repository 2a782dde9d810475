using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Snapshots.CommandLine;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>
/// The bits of one unit of every experiment: that neither instruction set nor runtime nor culture moves them. Whole
/// claims are compared by <see cref="ProcessTests"/>, the whole catalogue by the build's target Matrix.
/// </summary>
public sealed class ExperimentBits
{
    /// <summary>Those of experiments that figures alone use; every other stands in the pins of its claims.</summary>
    [Fact]
    public async Task OfFigures()
    {
        HashSet<string> ofClaims =
        [
            .. FirstUnits.Of(Suite.Whole.Claims, [], seed: 1, default).Select(measured => measured.Unit.Experiment),
        ];
        IEnumerable<string> lines = FirstUnits.Of([], Suite.Whole.Figures, seed: 1, default)
            .Where(measured => !ofClaims.Contains(measured.Unit.Experiment))
            .Select(measured => $"{FirstUnits.Line(measured)}\n");
        await Verifier.Verify(string.Concat(lines));
    }

    [Fact]
    public void EveryExperimentIsMeasured()
    {
        IEnumerable<string> written = typeof(SourceIdentity).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetProperty(nameof(Experiment<int, int>.TrialsPerUnit)) is not null)
            .Select(type => (string)type.GetProperty("Id")!.GetValue(Activator.CreateInstance(type))!);
        Assert.Equal(
            written.Order(StringComparer.Ordinal),
            Catalogue
                .Systems.SelectMany(system => Lines(system.Id))
                .Select(line => line.Split(' ')[0])
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=1")]
    [InlineData("DOTNET_TieredCompilation=1 DOTNET_TieredPGO=1 DOTNET_TC_QuickJitForLoops=1")]
    [InlineData("GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F")]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Asia/Kolkata DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void DoNotDependOnTheMachinesSettings(string settings)
    {
        RunResult run = ClaimsProcess.Run(ClaimsProcess.Environment(settings), "bits");
        Assert.Equal("", run.Error);
        Assert.Equal(
            Catalogue.Systems.SelectMany(system => Lines(system.Id)).Order(StringComparer.Ordinal),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal);
    }

    // Those of the system's own claims and figures.
    private static IEnumerable<string> Lines(string system) =>
        FirstUnits
            .Of(
                Suite.Whole.Claims.Where(claim => claim.System == system),
                Suite.Whole.Figures.Where(figure => figure.System == system),
                seed: 1,
                default)
            .Select(FirstUnits.Line);
}
