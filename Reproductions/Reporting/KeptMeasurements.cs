using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Reporting;

/// <summary>What a journal holds and nothing else: no further unit is taken.</summary>
/// <remarks>A journal has no unit of the sizes that an experiment refuses, and the search for the smallest
/// counterexample passes them over. What is missing is therefore tried: either it is refused as it was before, or it
/// is measured and found to be missing.</remarks>
/// <param name="store">The measurements.</param>
internal sealed class KeptMeasurements(IMeasurementStore store) : IMeasurementStore
{
    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit) => store.Find(unit);

    /// <inheritdoc/>
    /// <exception cref="MissingMeasurementException">Always: the unit had not been measured.</exception>
    public void Keep(MeasurementUnit unit, string outcomes) => throw new MissingMeasurementException(
        $"{unit.Experiment}, cell {unit.Cell}, trials from {CanonicalJson.Write(unit.First)} on");
}
