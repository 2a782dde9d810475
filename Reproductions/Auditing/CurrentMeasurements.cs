using System.Collections.Concurrent;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>Keeps units under the identity of the code that measured them, so that those of other code are not found
/// and are measured again.</summary>
/// <remarks>
/// In the store the experiment of a unit is called <c>system/name@identity</c>. What other code measured stays there:
/// it is found again when that code comes back, and nothing that one system's change makes stale touches another
/// system. Safe for concurrent use.
/// </remarks>
/// <param name="store">Where the units are kept.</param>
/// <param name="identity">Identity of what measures a system.</param>
public sealed class CurrentMeasurements(IMeasurementStore store, Func<string, string> identity) : IMeasurementStore
{
    private readonly ConcurrentDictionary<string, string> _identities = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit) => store.Find(Named(unit));

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes) => store.Keep(Named(unit), outcomes);

    /// <summary>How many of these units of the store have been measured by other code and not yet by this one, by
    /// system in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Stale(IEnumerable<MeasurementUnit> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new SortedDictionary<string, int>(
            kept.Select(unit => unit with { Experiment = unit.Experiment.Split('@')[0] })
                .Distinct()
                .Where(unit => store.Find(Named(unit)) is null)
                .GroupBy(unit => System(unit.Experiment), StringComparer.Ordinal)
                .ToDictionary(units => units.Key, units => units.Count(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private MeasurementUnit Named(MeasurementUnit unit) =>
        unit with { Experiment = $"{unit.Experiment}@{_identities.GetOrAdd(System(unit.Experiment), identity)}" };

    private static string System(string experiment) => experiment.Split('/')[0];
}
