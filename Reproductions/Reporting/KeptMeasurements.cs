using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Reporting;

/// <summary>What a journal holds and nothing else: where a unit is missing, nothing is measured.</summary>
/// <param name="store">The measurements.</param>
internal sealed class KeptMeasurements(IMeasurementStore store) : IMeasurementStore
{
    /// <inheritdoc/>
    /// <exception cref="MissingMeasurementException">The unit has not been measured.</exception>
    public string Find(MeasurementUnit unit) => store.Find(unit) ?? throw new MissingMeasurementException();

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes) =>
        throw new InvalidOperationException("Nothing is measured for a report.");
}
