namespace Verification.Spec.Counterexamples;

/// <summary>A number, or a matrix of numbers, each exact or enclosed.</summary>
/// <remarks>A column is a matrix of one column. Entrywise operations take a number beside a matrix for one that has it
/// in every entry.</remarks>
public sealed class ExactArray
{
    private readonly Enclosure[] _entries;

    private ExactArray(int rows, int columns, Enclosure[] entries, bool isNumber)
    {
        Rows = rows;
        Columns = columns;
        _entries = entries;
        IsNumber = isNumber;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Whether this is a number and no matrix.</summary>
    public bool IsNumber { get; }

    /// <summary>The number.</summary>
    /// <exception cref="FormatException">It is a matrix.</exception>
    public Enclosure Number =>
        IsNumber ? _entries[0] : throw new FormatException("a matrix stands where a number is asked for");

    /// <summary>The entries, row by row.</summary>
    public IReadOnlyList<Enclosure> Entries => _entries;

    /// <summary>The entry of a row and a column, from 0.</summary>
    public Enclosure this[int row, int column] => _entries[row * Columns + column];

    /// <summary>A number.</summary>
    public static ExactArray Of(Enclosure number) => new(1, 1, [number], isNumber: true);

    /// <summary>A matrix by its entries, row by row.</summary>
    /// <exception cref="FormatException">There are not as many entries as that, or none.</exception>
    public static ExactArray Of(int rows, int columns, params Enclosure[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return rows >= 1 && columns >= 1 && entries.Length == rows * columns
            ? new(rows, columns, entries, isNumber: false)
            : throw new FormatException($"a matrix of {rows} × {columns} has {entries.Length} entries");
    }

    /// <summary>From text: <c>3/2</c> is a number; <c>1 0; 0 1/2</c> a matrix, with a semicolon behind each row but
    /// the last, or behind a single row.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static ExactArray Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(';', StringComparison.Ordinal))
            return Of(Enclosure.Parse(text));
        string[][] rows =
        [
            .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];
        return Array.TrueForAll(rows, row => row.Length == rows[0].Length)
            ? Of(rows.Length, rows[0].Length, [.. rows.SelectMany(row => row).Select(Enclosure.Parse)])
            : throw new FormatException($"the rows of '{text}' differ in length");
    }

    /// <summary>Each entry through a function.</summary>
    public ExactArray Map(Func<Enclosure, Enclosure> function) =>
        new(Rows, Columns, [.. _entries.Select(function)], IsNumber);

    /// <summary>Entry by entry with another matrix of the same shape, or a number.</summary>
    /// <exception cref="FormatException">The shapes differ.</exception>
    public ExactArray With(ExactArray other, Func<Enclosure, Enclosure, Enclosure> function)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(function);
        if (other.IsNumber)
            return Map(entry => function(entry, other.Number));
        if (IsNumber)
            return other.Map(entry => function(Number, entry));
        return (Rows, Columns) == (other.Rows, other.Columns)
            ? Of(Rows, Columns, [.. _entries.Zip(other._entries, function)])
            : throw new FormatException("matrices of different shapes are taken entry by entry");
    }

    /// <summary>The matrix product.</summary>
    /// <exception cref="FormatException">The shapes do not fit.</exception>
    public ExactArray Times(ExactArray other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsNumber || other.IsNumber || Columns != other.Rows)
            throw new FormatException("the shapes of a matrix product do not fit");
        return Of(
            Rows,
            other.Columns,
            [
                .. from i in Enumerable.Range(0, Rows)
                from j in Enumerable.Range(0, other.Columns)
                select Enumerable.Range(0, Columns)
                    .Aggregate((Enclosure)0, (sum, k) => sum + this[i, k] * other[k, j]),
            ]);
    }

    /// <summary>The transpose.</summary>
    public ExactArray Transposed() => new(
        Columns,
        Rows,
        [
            .. from j in Enumerable.Range(0, Columns)
            from i in Enumerable.Range(0, Rows)
            select this[i, j],
        ],
        IsNumber);

    /// <summary>The diagonal as a column.</summary>
    /// <exception cref="FormatException">The matrix is not square.</exception>
    public ExactArray Diagonal() => Of(
        Square().Rows, 1, [.. Enumerable.Range(0, Rows).Select(i => this[i, i])]);

    /// <summary>Rank and determinant, by elimination in exact arithmetic; the determinant is 0 where the matrix is not
    /// square.</summary>
    /// <exception cref="FormatException">An entry is not exact.</exception>
    public (int Rank, Enclosure Determinant) Eliminate()
    {
        Enclosure[][] left = [.. Enumerable.Range(0, Rows).Select(i => _entries[(i * Columns)..((i + 1) * Columns)])];
        foreach (Enclosure entry in _entries)
            _ = entry.Exactly;
        Enclosure determinant = 1;
        int rank = 0;
        for (int column = 0; column < Columns && rank < Rows; column++)
        {
            int pivot = Array.FindIndex(left, rank, row => row[column].Exactly.Sign != 0);
            if (pivot < 0)
                continue;
            if (pivot != rank)
                determinant = -determinant;
            (left[rank], left[pivot]) = (left[pivot], left[rank]);
            determinant *= left[rank][column];
            for (int i = rank + 1; i < Rows; i++)
            {
                Enclosure factor = left[i][column] / left[rank][column];
                left[i] = [.. left[i].Zip(left[rank], (entry, above) => entry - factor * above)];
            }

            rank++;
        }

        return (rank, rank == Rows && Rows == Columns ? determinant : 0);
    }

    /// <summary>The matrix itself.</summary>
    /// <exception cref="FormatException">It is not square.</exception>
    public ExactArray Square() =>
        !IsNumber && Rows == Columns ? this : throw new FormatException("a square matrix is asked for");
}
