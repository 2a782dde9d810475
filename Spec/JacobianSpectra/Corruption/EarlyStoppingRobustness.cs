using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Corruption;

// "Theorem (Oymak and Soltanolkotabi 2019)": ρ < 1/16 of all labels corrupted, and early stopped descent has perfect
// accuracy. Samples at the centers of their clusters: descent goes to the mean label of each cluster, so that what
// counts is the share ρ_ℓ of each cluster: below ½ the true label leads, whatever the corruption; just over half of one
// cluster of nine is below 1/16 of all, and its samples get the wrong label. The time with the kernel frozen is
// log(√2‖f_0 − M‖/Δ)/(−log(1 − λ_min/λ_max)) with the least lead Δ.

/// <summary>Robustness of early stopping needs a bound of the corruption in each cluster.</summary>
public sealed partial record EarlyStoppingRobustness : RobustTrainingClaim
{
    [Parameter("shares", "shares of each cluster that are corrupted", Minimum = 0, Maximum = 1)]
    public Choices<double> Shares { get; init; } = [0.05, 0.4];

    [Parameter("concentrated", "the share of a single corrupted cluster", Minimum = 0, Maximum = 1)]
    public double Concentrated { get; init; } = 0.55;

    [Parameter(
        "threshold", "the share of a cluster below which the theorem promises its labels", Minimum = 0, Maximum = 1)]
    public double Threshold { get; init; } = 0.5;

    [Parameter("total", "whether the threshold is on the share of all samples")]
    public bool IsTotal { get; init; }

    public override Claim AsPrinted => this with { IsTotal = true, Threshold = 0.0625 };

    public override string PrintedPart => Frozen;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("below 0.6 of each cluster", this with { Threshold = 0.6 }, Frozen),
        new("up to 0.55 of each cluster", this with { Threshold = 0.5501 }, Network),
        new("the time without the condition number: a step", this with { StepsFactor = 0 }, Frozen),
    ];

    protected override IReadOnlyList<RobustTrainingCell> Cells =>
    [
        .. Shares.Select(share => Cell(CorruptionPlacement.EachCluster, CorruptionKind.Next, share)),
        Cell(CorruptionPlacement.OneCluster, CorruptionKind.Next, Concentrated),
    ];

    protected override Evidence Judge(Examination<RobustTrainingCell, RobustTrainingOutcome> examination)
    {
        Examination<RobustTrainingCell, RobustTrainingOutcome> promised =
            examination.Given((_, o) => o.IsReached && (IsTotal ? o.TotalShare : o.LargestShare) < Threshold);
        return Evidence.All(
            promised.ForAll(
                "kernel frozen, the closest label is the true one in every cluster",
                (_, o) => -o.FrozenTrue,
                (_, o) => o.Error,
                "rounding of each step of the linear recursion, which does not expand").Named(Frozen),
            promised.Count(
                "the network's closest label is the true one in every cluster, in nine of ten draws",
                happened: (_, o) => o.NetworkTrue > 0,
                certain: (_, o) => Math.Abs(o.NetworkTrue) > RoundingOfNetworks,
                UsualNetworks.Share).Named(Network));
    }

    // Of two cells of promised draws.
    protected override int TrialsNeeded(double level) => (UsualNetworks.Trials(level) + 1) / 2;

    // A thousand steps of a few hundred roundings each, of weights whose descent does not expand.
    private const double RoundingOfNetworks = 1e-9;
}
