namespace Verification.Implementation.Experiments;

/// <summary>The address of one unit of work: consecutive trials of one cell of one experiment.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Cell">The cell as canonical JSON.</param>
/// <param name="First">First trial of the unit, a multiple of the experiment's trials per unit.</param>
public readonly record struct MeasurementUnit(string Experiment, string Cell, int First) : IComparable<MeasurementUnit>
{
    /// <summary>Orders by experiment, cell (both ordinal) and first trial.</summary>
    public int CompareTo(MeasurementUnit other)
    {
        int order = string.CompareOrdinal(Experiment, other.Experiment);
        if (order == 0)
            order = string.CompareOrdinal(Cell, other.Cell);
        return order != 0 ? order : First.CompareTo(other.First);
    }

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(MeasurementUnit left, MeasurementUnit right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(MeasurementUnit left, MeasurementUnit right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(MeasurementUnit left, MeasurementUnit right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(MeasurementUnit left, MeasurementUnit right) => left.CompareTo(right) >= 0;
}
