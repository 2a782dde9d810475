using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>A claim examined with its printed form and mutants.</summary>
/// <param name="Claim">The claim at the sizes examined.</param>
/// <param name="Variants">The claim first, then the printed form where it is wrong, then the mutants.</param>
public sealed record ClaimReport(Claim Claim, IReadOnlyList<VariantReport> Variants)
{
    /// <summary>The claim's own report.</summary>
    public VariantReport Main => Variants[0];

    /// <summary>Verdict of the claim itself.</summary>
    public Verdict Verdict => Main.Result.Verdict;

    /// <summary>Verdict of the statement as printed: that of the wrong printed form where there is one, else the
    /// claim's own; null where the document does not print the statement.</summary>
    public Verdict? Printed => Main.Variant.Claim.Printed == PrintedStatus.NotPrinted
        ? null
        : Variants.FirstOrDefault(report => report.Variant.Role == VariantRole.Printed)?.Result.Verdict ?? Verdict;

    /// <summary>The mutants' reports in catalogue order.</summary>
    public IEnumerable<VariantReport> Mutants => Variants.Where(report => report.Variant.Role == VariantRole.Mutant);

    /// <summary>Whether the claim holds and everything that is wrong about it is refuted.</summary>
    public bool Passes => Variants.All(report => report.AsExpected);
}
