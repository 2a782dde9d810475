using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>A claim, its wrong printed form, or one of its mutants.</summary>
/// <param name="Key"><c>claim</c>, <c>printed</c>, or <c>m1</c>, <c>m2</c>, … in the order of the catalogue.</param>
/// <param name="Role">Its part.</param>
/// <param name="Name">What is wrong about it; for the claim its title.</param>
/// <param name="Claim">The record to examine.</param>
public sealed record Variant(string Key, VariantRole Role, string Name, Claim Claim)
{
    /// <summary>The verdict that a sound examination reaches.</summary>
    public Verdict Expected => Role == VariantRole.Claim ? Verdict.Holds : Verdict.Refuted;

    /// <summary>The claim, its printed form where that is wrong, and its mutants.</summary>
    public static IReadOnlyList<Variant> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var variants = new List<Variant> { new("claim", VariantRole.Claim, claim.Title, claim) };
        if (claim.AsPrinted is { } printed)
            variants.Add(new("printed", VariantRole.Printed, "as printed", printed));
        variants.AddRange(claim.Mutants.Select((mutant, index) => new Variant($"m{index + 1}", VariantRole.Mutant, mutant.Name, mutant.Claim)));
        return variants;
    }
}
