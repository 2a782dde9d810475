using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>Passes everything on to another store and remembers which units were used, whether they were found or
/// measured.</summary>
/// <remarks>A journal may hold more than an audit uses (of another filter, of a lower risk); a digest covers exactly
/// what was used. Safe for concurrent use.</remarks>
/// <param name="store">Where the units are kept.</param>
public sealed class RecordedMeasurements(IMeasurementStore store) : IMeasurementStore
{
    private readonly ConcurrentDictionary<MeasurementUnit, string> _used = new();

    /// <summary>How many units were used.</summary>
    public int Count => _used.Count;

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit)
    {
        string? outcomes = store.Find(unit);
        if (outcomes is not null)
            _used[unit] = outcomes;
        return outcomes;
    }

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes)
    {
        store.Keep(unit, outcomes);
        _used[unit] = outcomes;
    }

    /// <summary>Adds the used units to a hash, in their order and whatever the order in which they finished.</summary>
    public void AppendTo(IncrementalHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        foreach ((MeasurementUnit unit, string outcomes) in _used.OrderBy(pair => pair.Key))
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"unit {unit.Experiment} {unit.Cell} {CanonicalJson.Write(unit.First)} {outcomes}\n"));
    }
}
