using MathNet.Numerics.LinearAlgebra.Double;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A dense real matrix, stored row by row without padding.</summary>
/// <remarks>
/// Mutable storage with a fixed shape; not synchronized. Entries may be any double, NaN included. Factorizations go
/// through MathNet (<see cref="ToMathNet"/>), hot products through the kernels of this folder, which read
/// <see cref="Values"/>.
/// </remarks>
public sealed class Matrix
{
    private readonly double[] _values;

    /// <summary>A <paramref name="rows"/> × <paramref name="columns"/> matrix of zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Rows = rows;
        Columns = columns;
        _values = new double[checked(rows * columns)];
    }

    /// <summary>A copy of a rectangular array.</summary>
    public Matrix(double[,] entries)
        : this(ArgumentNotNull(entries).GetLength(0), entries.GetLength(1))
    {
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                this[i, j] = entries[i, j];
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>All entries, row after row: entry (i, j) at i·<see cref="Columns"/> + j.</summary>
    public Span<double> Values => _values;

    /// <summary>Entry in row <paramref name="row"/>, column <paramref name="column"/>, both from 0.</summary>
    public ref double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
            return ref _values[row * Columns + column];
        }
    }

    /// <summary>The n × n identity.</summary>
    public static Matrix Identity(int n)
    {
        var identity = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            identity[i, i] = 1;
        return identity;
    }

    /// <summary>The square matrix with the given diagonal and zeros elsewhere.</summary>
    public static Matrix Diagonal(ReadOnlySpan<double> diagonal)
    {
        var matrix = new Matrix(diagonal.Length, diagonal.Length);
        for (int i = 0; i < diagonal.Length; i++)
            matrix[i, i] = diagonal[i];
        return matrix;
    }

    /// <summary>A copy of a MathNet matrix.</summary>
    public static Matrix FromMathNet(MathNet.Numerics.LinearAlgebra.Matrix<double> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var copy = new Matrix(source.RowCount, source.ColumnCount);
        for (int i = 0; i < copy.Rows; i++)
            for (int j = 0; j < copy.Columns; j++)
                copy[i, j] = source[i, j];
        return copy;
    }

    /// <summary>Row <paramref name="row"/> as a view of <see cref="Columns"/> entries.</summary>
    public Span<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return _values.AsSpan(row * Columns, Columns);
    }

    /// <summary>A copy of column <paramref name="column"/>.</summary>
    public double[] Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
        var copy = new double[Rows];
        for (int i = 0; i < Rows; i++)
            copy[i] = _values[i * Columns + column];
        return copy;
    }

    /// <summary>The transposed matrix, a copy.</summary>
    public Matrix Transpose()
    {
        var transposed = new Matrix(Columns, Rows);
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                transposed._values[j * Rows + i] = _values[i * Columns + j];
        return transposed;
    }

    /// <summary>A copy with storage of its own.</summary>
    public Matrix Clone()
    {
        var copy = new Matrix(Rows, Columns);
        Values.CopyTo(copy.Values);
        return copy;
    }

    /// <summary>A copy as MathNet's dense matrix (column by column), for factorizations.</summary>
    public DenseMatrix ToMathNet()
    {
        var dense = new DenseMatrix(Rows, Columns);
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                dense.At(i, j, _values[i * Columns + j]);
        return dense;
    }

    private static double[,] ArgumentNotNull(double[,] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries;
    }
}
