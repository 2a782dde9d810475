using System.Globalization;
using VerifyTests;

namespace Verification.Snapshots.NumericTables;

/// <summary>How far a number of a pinned table may move. Declared in the table itself, in its first line.</summary>
/// <remarks>
/// <code>
/// # tolerance: exact
/// # tolerance: significant-digits 12
/// # tolerance: monte-carlo estimate=half_width slope=slope_half_width
/// </code>
/// </remarks>
public abstract record Tolerance
{
    private const string Prefix = "# tolerance:";

    private Tolerance()
    {
    }

    /// <summary>Cells are equal as text.</summary>
    public static Tolerance Exact { get; } = new ExactTolerance();

    /// <summary>The line that declares this tolerance.</summary>
    public string Declaration => $"{Prefix} {this}";

    /// <summary>
    /// Numbers agree to <paramref name="digits"/> significant digits (1 to 17): |expected − actual| ≤
    /// ½·10^(e+1−digits), with the decimal exponent e of the expected number. Zero agrees with zero only, since it has
    /// no scale.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not in 1 … 17; a double has no
    /// more.</exception>
    public static Tolerance SignificantDigits(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 17);
        return new SignificantDigitsTolerance(digits);
    }

    /// <summary>
    /// Estimates lie in the verified interval: |expected − actual| ≤ the verified row's half width. A half width of the
    /// received table widens nothing and is only required to be a number that is not negative. All other columns are
    /// exact.
    /// </summary>
    /// <param name="halfWidths">Pairs: the column of an estimate, the column of its half width. The half width is that
    /// of the difference of two runs, √2 times that of one, if the verified run is to be compared with independent
    /// ones.</param>
    /// <exception cref="ArgumentException">There is no pair, a column has two half widths, or a name has a space or
    /// '='.</exception>
    public static Tolerance MonteCarlo(params (string Column, string HalfWidth)[] halfWidths)
    {
        ArgumentNullException.ThrowIfNull(halfWidths);
        if (halfWidths.Length == 0)
            throw new ArgumentException("At least one pair of columns is needed.", nameof(halfWidths));
        if (halfWidths.Any(static pair => !IsName(pair.Column) || !IsName(pair.HalfWidth)))
            throw new ArgumentException("Column names are not empty and have no space and no '='.", nameof(halfWidths));
        if (halfWidths.DistinctBy(static pair => pair.Column, StringComparer.Ordinal).Count() < halfWidths.Length)
            throw new ArgumentException("A column has two half widths.", nameof(halfWidths));
        return new MonteCarloTolerance([.. halfWidths.OrderBy(static pair => pair.Column, StringComparer.Ordinal)]);
    }

    /// <summary>The tolerance that the first line of a table declares; null if it declares none.</summary>
    /// <exception cref="VerifyException">It declares one that cannot be read.</exception>
    public static Tolerance? DeclaredIn(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string line = table.Split('\n', 2)[0].TrimEnd('\r');
        return line.StartsWith(Prefix, StringComparison.Ordinal)
            ? Parse(line[Prefix.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                ?? throw new VerifyException(
                    $"cannot read «{line}»; expected «{Prefix} exact», «{Prefix} significant-digits N» with N in 1 … "
                        + $"17, or «{Prefix} monte-carlo column=half_width …».")
            : null;
    }

    /// <summary>Columns that the table has to have.</summary>
    internal virtual IEnumerable<string> Columns => [];

    /// <summary>True if this tolerance accepts something that <paramref name="other"/> refuses.</summary>
    internal abstract bool IsWiderThan(Tolerance other);

    /// <summary>What this tolerance says of one cell.</summary>
    internal abstract CellVerdict Judge(CellPair cell);

    private static Tolerance? Parse(string[] words) => words switch
    {
        ["exact"] => Exact,
        ["significant-digits", var digits]
            when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                && count is >= 1 and <= 17 => SignificantDigits(count),
        ["monte-carlo", _, ..] => ParsePairs(words[1..]),
        _ => null,
    };

    private static Tolerance? ParsePairs(string[] pairs)
    {
        (string, string)[] parsed =
        [
            .. pairs
                .Select(static pair => pair.Split('='))
                .Where(static pair => pair.Length == 2)
                .Select(static pair => (pair[0], pair[1])),
        ];
        if (parsed.Length < pairs.Length)
            return null;
        try
        {
            return MonteCarlo(parsed);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !name.Any(static c => char.IsWhiteSpace(c) || c == '=');

    private static CellVerdict Within(ExactDecimal expected, ExactDecimal actual, ExactDecimal allowed) =>
        (expected - actual).Magnitude.IsAtMost(allowed)
            ? CellVerdict.Agrees
            : CellVerdict.Differs($"at most {allowed} away");

    private static CellVerdict SameText(CellPair cell) =>
        string.Equals(cell.Expected, cell.Actual, StringComparison.Ordinal)
            ? CellVerdict.Agrees
            : CellVerdict.Differs("the same text");

    private sealed record ExactTolerance : Tolerance
    {
        public override string ToString() => "exact";

        internal override bool IsWiderThan(Tolerance other) => false;

        internal override CellVerdict Judge(CellPair cell) => SameText(cell);
    }

    private sealed record SignificantDigitsTolerance(int Digits) : Tolerance
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"significant-digits {Digits}");

        internal override bool IsWiderThan(Tolerance other) =>
            other is not SignificantDigitsTolerance same || Digits < same.Digits;

        internal override CellVerdict Judge(CellPair cell) =>
            ExactDecimal.TryParse(cell.Expected, out ExactDecimal expected)
            && ExactDecimal.TryParse(cell.Actual, out ExactDecimal actual)
                ? Within(
                    expected,
                    actual,
                    expected.IsZero ? expected : new ExactDecimal(5, expected.LeadingExponent - Digits))
                : SameText(cell);
    }

    private sealed record MonteCarloTolerance((string Column, string HalfWidth)[] Pairs) : Tolerance
    {
        public override string ToString() =>
            $"monte-carlo {string.Join(' ', Pairs.Select(static pair => $"{pair.Column}={pair.HalfWidth}"))}";

        internal override IEnumerable<string> Columns =>
            Pairs.SelectMany(static pair => new[] { pair.Column, pair.HalfWidth });

        internal override bool IsWiderThan(Tolerance other) =>
            other is not MonteCarloTolerance same || Pairs.Except(same.Pairs).Any();

        internal override CellVerdict Judge(CellPair cell)
        {
            if (Pairs.FirstOrDefault(pair => pair.Column == cell.Column) is { HalfWidth: { } column })
            {
                if (!ExactDecimal.TryParse(cell.ExpectedIn(column), out ExactDecimal halfWidth) || halfWidth.IsNegative)
                    return CellVerdict.Differs(
                        $"the half width «{cell.ExpectedIn(column)}» in the column {column} of the verified file, "
                            + "which is no number ≥ 0");
                return
                    ExactDecimal.TryParse(cell.Expected, out ExactDecimal expected)
                    && ExactDecimal.TryParse(cell.Actual, out ExactDecimal actual)
                    ? Within(expected, actual, halfWidth)
                    : SameText(cell);
            }

            if (!Pairs.Any(pair => pair.HalfWidth == cell.Column))
                return SameText(cell);
            return ExactDecimal.TryParse(cell.Actual, out ExactDecimal own) && !own.IsNegative
                ? CellVerdict.Agrees
                : CellVerdict.Differs("a half width: a number ≥ 0");
        }
    }
}
