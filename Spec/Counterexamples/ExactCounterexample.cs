namespace Verification.Spec.Counterexamples;

/// <summary>An instance at which a printed form fails, with exact data: whoever has the numbers can check it by
/// arithmetic, without this program.</summary>
/// <remarks>
/// It stands beside the examination and takes no part in it: the audit refutes the printed form on its own instances.
/// Where the printed form is about a limit, a flow or a probability, arithmetic checks a step of the argument, and
/// <see cref="Unchecked"/> says what it does not.
/// </remarks>
public sealed record ExactCounterexample
{
    /// <summary>The instance and why the printed form fails there, in a few sentences.</summary>
    public required string Words { get; init; }

    /// <summary>Numbers and matrices by name, as <see cref="ExactArray.Parse"/> reads them.</summary>
    public IReadOnlyList<(string Name, string Value)> Data { get; init; } = [];

    /// <summary>Names that take several values each; the relations are about every combination of them.</summary>
    public IReadOnlyList<(string Name, string[] Values)> Each { get; init; } = [];

    /// <summary>Abbreviations for formulas over the data and over what stands before.</summary>
    public IReadOnlyList<(string Name, string Formula)> Where { get; init; } = [];

    /// <summary>What holds at every combination: the hypotheses of the printed form, and steps of the
    /// argument.</summary>
    public IReadOnlyList<Relation> Holds { get; init; } = [];

    /// <summary>What the printed form says, and which fails at every combination; none where arithmetic checks
    /// nothing.</summary>
    public IReadOnlyList<Relation> Fails { get; init; } = [];

    /// <summary>What arithmetic does not check; null where the relations are the whole of it.</summary>
    public string? Unchecked { get; init; }

    /// <summary>The combinations of values; a single one, of none, where no name takes several.</summary>
    /// <exception cref="FormatException">A value or formula cannot be read.</exception>
    public IEnumerable<Combination> Combinations()
    {
        IEnumerable<(string Name, string Value)[]> combinations = [[]];
        foreach ((string name, string[] values) in Each)
            combinations = combinations.SelectMany(
                _ => values, (before, value) => ((string, string)[])[.. before, (name, value)]);
        foreach ((string Name, string Value)[] values in combinations)
        {
            var data = new Dictionary<string, ExactArray>(StringComparer.Ordinal);
            foreach ((string name, string value) in Data.Concat(values))
                data.Add(name, ExactArray.Parse(value));
            foreach ((string name, string formula) in Where)
                data.Add(name, Formula.Evaluate(formula, data));
            yield return new(values, data);
        }
    }
}
