using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The bits of one unit of every experiment. <see cref="BitsUnderSettings"/> has what must not move
/// them.</summary>
public sealed class ExperimentBits
{
    /// <summary>A line for every experiment, as the command prints them, made in this process once: system by system
    /// from its own claims and figures, so that none leans on another's.</summary>
    internal static Lazy<IReadOnlyList<string>> Lines { get; } = new(() =>
        [.. Catalogue.Systems.SelectMany(system => LinesOf(system.Id)).Order(StringComparer.Ordinal)]);

    /// <summary>Those of experiments that figures alone use; every other stands in the pins of its claims.</summary>
    [Fact]
    public async Task OfFigures()
    {
        HashSet<string> ofClaims =
        [
            .. FirstUnits.Of(Suite.Whole.Claims, [], seed: 1, default).Select(measured => measured.Unit.Experiment),
        ];
        IEnumerable<string> lines = Lines.Value.Where(line => !ofClaims.Contains(line.Split(' ')[0]));
        await Verifier.Verify(string.Concat(lines.Select(line => $"{line}\n")));
    }

    [Fact]
    public void EveryExperimentIsMeasured()
    {
        IEnumerable<string> written = typeof(SourceIdentity).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetProperty(nameof(Experiment<int, int>.TrialsPerUnit)) is not null)
            .Select(type => (string)type.GetProperty("Id")!.GetValue(Activator.CreateInstance(type))!);
        Assert.Equal(
            written.Order(StringComparer.Ordinal),
            Lines.Value.Select(line => line.Split(' ')[0]),
            StringComparer.Ordinal);
    }

    private static IEnumerable<string> LinesOf(string system) =>
        FirstUnits
            .Of(
                Suite.Whole.Claims.Where(claim => claim.System == system),
                Suite.Whole.Figures.Where(figure => figure.System == system),
                seed: 1,
                default)
            .Select(FirstUnits.Line);
}
