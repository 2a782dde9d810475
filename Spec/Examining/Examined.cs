using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>The result of one examination.</summary>
public sealed record Examined
{
    private readonly Lazy<IReadOnlyDictionary<string, double>> _measured;

    /// <summary>A result whose outcomes are summarized already.</summary>
    /// <param name="evidence">What the verdict rests on.</param>
    /// <param name="measured">Summary of the outcomes.</param>
    public Examined(Evidence evidence, IReadOnlyDictionary<string, double> measured) =>
        (Evidence, _measured) = (evidence, new(measured));

    /// <summary>A result whose outcomes are summarized where somebody asks: of the many examinations of a search for
    /// small counterexamples nobody does.</summary>
    /// <param name="evidence">What the verdict rests on.</param>
    /// <param name="summarize">Summarizes the outcomes, which are kept until then.</param>
    public Examined(Evidence evidence, Func<IReadOnlyDictionary<string, double>> summarize) =>
        (Evidence, _measured) = (evidence, new(summarize));

    /// <summary>What the verdict rests on.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>Summary of the outcomes: for each number its least, median and greatest value over all
    /// trials.</summary>
    public IReadOnlyDictionary<string, double> Measured => _measured.Value;

    /// <summary>The verdict of the evidence.</summary>
    public Verdict Verdict => Evidence.Verdict;
}
