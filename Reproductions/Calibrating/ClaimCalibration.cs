using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>A claim with its variants over the seeds.</summary>
/// <param name="Claim">The claim at the sizes of the tier.</param>
/// <param name="Variants">The claim, its wrong printed form where there is one, and the mutants.</param>
public sealed record ClaimCalibration(Claim Claim, IReadOnlyList<VariantCalibration> Variants)
{
    /// <summary>Contradicted verdicts over all variants and seeds.</summary>
    public int Contradicted => Variants.Sum(variant => variant.Contradicted.Count);

    /// <summary>Undecided verdicts over all variants and seeds.</summary>
    public int Undecided => Variants.Sum(variant => variant.Undecided.Count);

    /// <summary>Bound of the probability that any variant is contradicted at one seed, by the union bound.</summary>
    public double Allotted => Variants.Sum(variant => variant.Allotted);

    /// <summary>The variant with the most unexpected verdicts, the first of them.</summary>
    public VariantCalibration Worst => Variants.MaxBy(variant => variant.Unexpected)!;
}
