using System.Collections.Concurrent;

namespace Verification.Implementation.Experiments;

/// <summary>A store that lasts as long as the process.</summary>
public sealed class InMemoryMeasurements : IMeasurementStore
{
    private readonly ConcurrentDictionary<MeasurementUnit, string> _units = new();

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit) => _units.GetValueOrDefault(unit);

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes) => _units[unit] = outcomes;
}
