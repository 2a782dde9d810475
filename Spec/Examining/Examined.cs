using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>The result of one examination.</summary>
/// <param name="Evidence">What the verdict rests on.</param>
/// <param name="Measured">Summary of the outcomes: for each number its least, median and greatest value over all
/// trials.</param>
public sealed record Examined(Evidence Evidence, IReadOnlyDictionary<string, double> Measured)
{
    /// <summary>The verdict of the evidence.</summary>
    public Verdict Verdict => Evidence.Verdict;
}
