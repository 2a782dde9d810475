using System.Globalization;

namespace Verification.Reproductions.Figures;

/// <summary>A number or a name in a table.</summary>
public readonly record struct TableCell
{
    private TableCell(string text) => Text = text;

    /// <summary>The cell as it stands in a CSV file, before quoting: numbers in the shortest form that reads back
    /// exactly, NaN as nothing.</summary>
    public string Text { get; }

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite: no chart can place it.</exception>
    public static implicit operator TableCell(double number) => FromDouble(number);

    /// <summary>A count.</summary>
    public static implicit operator TableCell(int number) => FromInt32(number);

    /// <summary>A name.</summary>
    public static implicit operator TableCell(string name) => FromString(name);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static TableCell FromDouble(double number)
    {
        if (double.IsInfinity(number))
            throw new ArgumentOutOfRangeException(
                nameof(number), number, "A table of a figure holds finite numbers; NaN stands for a missing one.");
        return new(double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <inheritdoc cref="op_Implicit(int)"/>
    public static TableCell FromInt32(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static TableCell FromString(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name);
    }
}
