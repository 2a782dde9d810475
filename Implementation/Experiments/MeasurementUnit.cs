namespace Verification.Implementation.Experiments;

/// <summary>The address of one unit of work: consecutive trials of one cell of one experiment.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Cell">The cell as canonical JSON.</param>
/// <param name="First">First trial of the unit.</param>
public readonly record struct MeasurementUnit(string Experiment, string Cell, int First) : IComparable<MeasurementUnit>
{
    // The trials that even the smallest design asks for.
    private const int Smallest = 4;

    /// <summary>The units that cover trials 0, …, <paramref name="trials"/> − 1 of a cell: 4, 4, 8, 16, … trials each,
    /// up to <paramref name="trialsPerUnit"/>.</summary>
    /// <remarks>A unit begins and ends at the same trials whatever the number asked for; fewer than twice as many are
    /// measured, or fewer than a unit more.</remarks>
    /// <param name="trials">How many trials are asked for.</param>
    /// <param name="trialsPerUnit">Size of the largest units, a power of 2.</param>
    public static IEnumerable<(int First, int Size)> Sizes(int trials, int trialsPerUnit)
    {
        int size;
        for (int first = 0; first < trials; first += size)
        {
            size = Math.Min(Math.Max(first, Smallest), trialsPerUnit);
            yield return (first, size);
        }
    }

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
