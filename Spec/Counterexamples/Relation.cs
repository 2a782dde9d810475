namespace Verification.Spec.Counterexamples;

/// <summary>What is said of two formulas.</summary>
/// <param name="Words">The relation in words, without a final period.</param>
/// <param name="Text">Both formulas with <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or
/// <c>&gt;=</c> between: of matrices, or a matrix and a number, entry by entry.</param>
public sealed record Relation(string Words, string Text)
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">"];

    /// <summary>Both sides over some data, and whether they certainly stand in the relation (true), certainly do not
    /// (false), or are not known closely enough (null).</summary>
    /// <exception cref="FormatException">A formula cannot be read or evaluated.</exception>
    public RelationSides At(IReadOnlyDictionary<string, ExactArray> data)
    {
        string sign = Array.Find(Signs, sign => Text.Contains(sign, StringComparison.Ordinal))
            ?? throw new FormatException($"'{Text}' relates nothing");
        int at = Text.IndexOf(sign, StringComparison.Ordinal);
        ExactArray left = Formula.Evaluate(Text[..at], data);
        ExactArray right = Formula.Evaluate(Text[(at + sign.Length)..], data);
        return new(left, right, Holds(left, sign, right));
    }

    // Of matrices each entry has to stand in the relation; ≠ is the denial of =.
    private static bool? Holds(ExactArray left, string sign, ExactArray right)
    {
        if (sign == "!=")
            return !Holds(left, "==", right);
        bool?[] entries = [.. left.With(right, (a, b) => a - b).Entries.Select(difference => Holds(difference, sign))];
        return entries.Contains(false) ? false
            : entries.Contains(null) ? null
            : true;
    }

    private static bool? Holds(Enclosure difference, string sign)
    {
        (int lower, int upper) = (difference.Lower.Sign, difference.Upper.Sign);
        return sign switch
        {
            "==" => (lower, upper) == (0, 0) ? true : lower > 0 || upper < 0 ? false : null,
            "<" => upper < 0 ? true : lower >= 0 ? false : null,
            "<=" => upper <= 0 ? true : lower > 0 ? false : null,
            ">" => lower > 0 ? true : upper <= 0 ? false : null,
            _ => lower >= 0 ? true : upper < 0 ? false : null,
        };
    }
}
