using Verification.Implementation.Numerics;

namespace Verification.Spec.Counterexamples;

/// <summary>The functions that a <see cref="Formula"/> knows.</summary>
/// <remarks>
/// <c>transpose(A)</c>, <c>trace(A)</c>, <c>det(A)</c>, <c>rank(A)</c>, <c>diag(A)</c> (the diagonal as a column);
/// <c>sum(A)</c>, <c>prod(A)</c>, <c>mean(A)</c> over all entries; <c>sqrt</c>, <c>log</c>, <c>abs</c> entry by entry;
/// <c>max(A, B)</c>, <c>min(A, B)</c> entry by entry; <c>range(n)</c>, the column 0, …, n − 1;
/// <c>matrix(r, c, a, b, …)</c> by entries, row by row; <c>entry(A, i, j)</c> from 1.
/// </remarks>
public static class FormulaFunctions
{
    // A column longer than this is a mistake.
    private const int LongestRange = 10_000;

    /// <summary>The value of a function.</summary>
    /// <exception cref="FormatException">There is no such function, or its arguments do not fit.</exception>
    public static ExactArray Apply(string name, IReadOnlyList<ExactArray> arguments)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(arguments);
        return (name, arguments.Count) switch
        {
            ("transpose", 1) => arguments[0].Transposed(),
            ("trace", 1) => ExactArray.Of(Total(arguments[0].Diagonal())),
            ("det", 1) => ExactArray.Of(arguments[0].Square().Eliminate().Determinant),
            ("rank", 1) => ExactArray.Of(arguments[0].Eliminate().Rank),
            ("diag", 1) => arguments[0].Diagonal(),
            ("sum", 1) => ExactArray.Of(Total(arguments[0])),
            ("prod", 1) => ExactArray.Of(arguments[0].Entries.Aggregate((a, b) => a * b)),
            ("mean", 1) => ExactArray.Of(Total(arguments[0]) / arguments[0].Entries.Count),
            ("sqrt", 1) => arguments[0].Map(Enclosure.Sqrt),
            ("log", 1) => arguments[0].Map(Enclosure.Log),
            ("abs", 1) => arguments[0].Map(Enclosure.Abs),
            ("max", 2) => arguments[0].With(arguments[1], Enclosure.Max),
            ("min", 2) => arguments[0].With(arguments[1], Enclosure.Min),
            ("range", 1) => Range(Count(arguments[0])),
            ("matrix", > 2) => ExactArray.Of(
                Count(arguments[0]), Count(arguments[1]), [.. arguments.Skip(2).Select(entry => entry.Number)]),
            ("entry", 3) => Entry(arguments[0], Count(arguments[1]), Count(arguments[2])),
            _ => throw new FormatException($"there is no function {name} of {arguments.Count} arguments"),
        };
    }

    private static Enclosure Total(ExactArray array) => array.Entries.Aggregate((a, b) => a + b);

    private static ExactArray Range(int count) =>
        ExactArray.Of(count, 1, [.. Enumerable.Range(0, count).Select(i => (Enclosure)i)]);

    private static ExactArray Entry(ExactArray array, int row, int column) =>
        row <= array.Rows && column <= array.Columns
            ? ExactArray.Of(array[row - 1, column - 1])
            : throw new FormatException($"there is no entry {row}, {column}");

    private static int Count(ExactArray argument)
    {
        Rational count = argument.Number.Exactly;
        return count.Denominator.IsOne && count.Sign > 0 && (count - LongestRange).Sign <= 0
            ? (int)count.Numerator
            : throw new FormatException($"a size is no integer from 1 to {LongestRange}");
    }
}
