namespace Verification.Implementation.Experiments;

/// <summary>Keeps finished units of work, as canonical JSON arrays of outcomes. Implementations are safe for concurrent
/// use.</summary>
public interface IMeasurementStore
{
    /// <summary>The outcomes of a unit that is already finished, or null.</summary>
    string? Find(MeasurementUnit unit);

    /// <summary>Keeps the outcomes of a unit that has just finished. A unit may be offered again with the same
    /// outcomes.</summary>
    void Keep(MeasurementUnit unit, string outcomes);
}
