using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>A claim, its wrong printed form, or one of its mutants.</summary>
/// <param name="Key"><c>claim</c>, <c>printed</c>, or <c>m1</c>, <c>m2</c>, … in the order of the catalogue.</param>
/// <param name="Role">Its part.</param>
/// <param name="Name">What is wrong about it; for the claim its title.</param>
/// <param name="Claim">The record to examine.</param>
/// <param name="Part">Name of the part that has to refute it; null for the claim, and where there is one part
/// alone.</param>
public sealed record Variant(string Key, VariantRole Role, string Name, Claim Claim, string? Part = null)
{
    // A variant may be wrong by missing a hypothesis: those that it misses in the catalogue are forgiven at other sizes
    // too.
    private readonly IReadOnlyList<string> _forgiven = [.. Claim.UnmetHypotheses];

    /// <summary>The hypotheses that fail at these sizes beyond those that the variant misses in the
    /// catalogue.</summary>
    public IEnumerable<string> UnmetHypotheses => Claim.UnmetHypotheses.Except(_forgiven, StringComparer.Ordinal);

    /// <summary>The verdict that a sound examination reaches.</summary>
    public Verdict Expected => Role == VariantRole.Claim ? Verdict.Holds : Verdict.Refuted;

    /// <summary>The claim, its printed form where that is wrong, and its mutants.</summary>
    public static IReadOnlyList<Variant> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var variants = new List<Variant> { new("claim", VariantRole.Claim, claim.Title, claim) };
        if (claim.AsPrinted is { } printed)
            variants.Add(new("printed", VariantRole.Printed, "as printed", printed, claim.PrintedPart));
        variants.AddRange(
            claim.Mutants.Select(
                (mutant, index) =>
                    new Variant($"m{index + 1}", VariantRole.Mutant, mutant.Name, mutant.Claim, mutant.Part)));
        return variants;
    }

    /// <summary>Measures and judges. A refutation of the part that is wrong stands before others. Where a hypothesis
    /// fails nothing is claimed: the numbers are given, and no verdict follows from them.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public Examined Examine(ExperimentRunner runner, double level)
    {
        Examined examined = Claim.Examine(runner, level);
        if (Part is not null)
            examined = examined with { Evidence = examined.Evidence.LedBy(Part) };
        return UnmetHypotheses.FirstOrDefault() is { } unmet
            ? examined with { Evidence = NotApplicable.OutsideHypotheses(Claim.Title, unmet, examined.Evidence) }
            : examined;
    }
}
