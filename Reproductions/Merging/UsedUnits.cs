using System.Collections.Concurrent;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Merging;

/// <summary>Passes a journal on and remembers which of its units were asked for, not what they hold: that stays in the
/// file. Safe for concurrent use.</summary>
/// <param name="journal">The journal.</param>
internal sealed class UsedUnits(IMeasurementStore journal) : IMeasurementStore
{
    private readonly ConcurrentDictionary<MeasurementUnit, bool> _used = new();

    /// <summary>The units, as the journal names them, in no order.</summary>
    public IEnumerable<MeasurementUnit> All => _used.Keys;

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit)
    {
        string? outcomes = journal.Find(unit);
        if (outcomes is not null)
            _used[unit] = true;
        return outcomes;
    }

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes) => journal.Keep(unit, outcomes);
}
