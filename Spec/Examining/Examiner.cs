using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>Examines claims with their variants and turns refutations into smallest counterexamples.</summary>
/// <param name="runner">Measures.</param>
/// <param name="budget">Allots the error level.</param>
/// <param name="catalogue">The claims that replay tokens refer to.</param>
public sealed class Examiner(ExperimentRunner runner, RiskBudget budget, IReadOnlyList<Claim> catalogue)
{
    /// <summary>Examines a claim, its wrong printed form and its mutants.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public ClaimReport Examine(Claim claim) =>
        new(claim, [.. Variant.Of(claim).Select(variant => new VariantReport(variant, Examine(variant)))]);

    /// <summary>Examines one variant; a refutation is shrunk.</summary>
    public Examined Examine(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        Examined examined = variant.Examine(runner, budget.Level);
        // Now, so that the outcomes of all variants are not kept to the end.
        _ = examined.Measured;
        return examined.Verdict == Verdict.Refuted ? Shrink(variant, examined) : examined;
    }

    private Examined Shrink(Variant variant, Examined original)
    {
        (Claim smallest, Examined refutation) = SizeShrinker.Shrink(
            variant.Claim,
            original,
            budget.Level,
            claim => variant with { Claim = claim } is var candidate && candidate.UnmetHypotheses.Any()
                ? null
                : candidate.Examine(runner, budget.Level));
        TrialAddress? decisive = refutation.Evidence.Decisive;
        var token = ReplayToken.Of(variant with { Claim = smallest }, runner.Seed, budget.Risk, decisive, catalogue);
        var counterexample = new Counterexample
        {
            Statement = refutation.Evidence.Statement,
            Instance = ReplayToken.Parameters(smallest),
            Measured = decisive is null ? refutation.Measured : smallest.Replay(runner, decisive.Cell, decisive.Trial),
            Replay = token.ToString(),
            Refutation = refutation.Evidence,
            Original = original.Evidence,
            Decisive = decisive,
        };
        return original with { Evidence = counterexample };
    }
}
