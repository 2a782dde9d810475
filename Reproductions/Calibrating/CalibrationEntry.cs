using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Calibrating;

/// <summary>One claim with all its variants at one seed: a line of the record.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Seed">Seed of the suite.</param>
/// <param name="Tier">Tier of the examination.</param>
/// <param name="Level">Error level of each statistical decision.</param>
/// <param name="Code">Identity of the code that measured and judged; entries of other code are passed over.</param>
/// <param name="Verdicts">One for each variant, in the order of <see cref="Spec.Examining.Variant.Of"/>.</param>
public sealed record CalibrationEntry(
    string Claim, ulong Seed, Tier Tier, double Level, string Code, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>Everything on which the verdicts depend.</summary>
    public (string Claim, ulong Seed, Tier Tier, double Level, string Code) Key => (Claim, Seed, Tier, Level, Code);
}
