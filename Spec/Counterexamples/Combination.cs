namespace Verification.Spec.Counterexamples;

/// <summary>One value for each name that takes several.</summary>
/// <param name="Values">The names with their values.</param>
/// <param name="Data">All names: these, the data and the abbreviations.</param>
public sealed record Combination(
    IReadOnlyList<(string Name, string Value)> Values,
    IReadOnlyDictionary<string, ExactArray> Data);
