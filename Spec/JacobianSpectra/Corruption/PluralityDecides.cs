using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Corruption;

// Which label a cluster gets: the one that leads among its training labels. For random other labels the true one leads
// far beyond one half, up to (K − 1)/K for large clusters; neither a majority nor the truth decides.

/// <summary>Training with the kernel of the start gives each cluster the leading one of its labels.</summary>
public sealed record PluralityDecides : RobustTrainingClaim
{
    private const string Finds = "frozen", Trains = "network";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/plurality-decides",
        Title = "Trained on corrupted clusters with its kernel kept, a network gives each the label that leads in it",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At("Robustness to corruption", "derived here, beside the theorem"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{kernel of the start kept},\quad |\{i\in\ell:\ y_i=b\}|>|\{i\in\ell:\ y_i=a\}|\ \forall a\ne b
            \Rightarrow \operatorname{argmax}f(W_\tau,x_i)=b \text{ for } i\in\ell,
            \tau\ge\frac{\log(\sqrt2\|f_0-M\|_F/\Delta)}{-\log(1-\lambda_{\min}/\lambda_{\max})}
            """),
        Hypotheses =
        [
            "the kernel of the start is kept; of networks, whose kernel moves, it is counted and not proven",
            "steps η = 1/λ_max",
            "all samples of a cluster at its center, clusters of equal size",
            "a label leads in each cluster, by Δn_ℓ at least",
            "the tangent kernel of the centers has full rank, kd ≥ 8LK and k ≥ 8K, the time within 4000 steps",
        ],
        Method =
            "Uniform other labels for a share of each cluster, below and above one half. The linear recursion with the "
            + "kernel of the start, and beside it descent of the network, stopped at that time, against the leading "
            + "labels; draws without a leader in some cluster are left out.",
    };

    [Parameter("shares", "shares of each cluster that are corrupted", Minimum = 0, Maximum = 1)]
    public Choices<double> Shares { get; init; } = [0.3, 0.6];

    [Parameter("rule", "0: the leading label; 1: the true label; 2: the leading one with a majority alone", Minimum = 0,
        Maximum = 2)]
    public int Rule { get; init; }

    public PluralityDecides() => (Clusters, ClusterSize) = (3, 15);

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the true label, whatever leads", this with { Rule = 1 }, Finds),
        new("clusters without a majority keep no label", this with { Rule = 2 }, Trains),
        new("the time without the condition number: a step", this with { StepsFactor = 0 }, Finds),
    ];

    protected override IReadOnlyList<RobustTrainingCell> Cells =>
        [.. Shares.Select(share => Cell(CorruptionPlacement.EachCluster, CorruptionKind.StrictlyDifferent, share))];

    // At the larger share three draws of ten have a leader in every cluster, at the smaller one nearly all.
    protected override int TrialsNeeded(double level) => UsualNetworks.Trials(level);

    protected override Evidence Judge(Examination<RobustTrainingCell, RobustTrainingOutcome> examination)
    {
        Examination<RobustTrainingCell, RobustTrainingOutcome> decided =
            examination.Given((_, o) => o.IsDecided && o.IsReached);
        return Evidence.All(
            decided.ForAll(
                "kernel frozen, every cluster gets the label of the rule",
                (_, o) => Rule == 1 ? -o.FrozenTrue : -o.FrozenLeading,
                (_, o) => o.Error,
                "rounding of each step of the linear recursion, which does not expand").Named(Finds),
            decided.Count(
                "the network gives every cluster the label of the rule, in nine of ten draws",
                happened: (_, o) => Rule switch
                {
                    1 => o.NetworkTrue > 0,
                    2 => o.LargestShare < 0.5 == o.NetworkLeading > 0,
                    _ => o.NetworkLeading > 0,
                },
                certain: (_, o) => Math.Min(Math.Abs(o.NetworkTrue), Math.Abs(o.NetworkLeading)) > 1e-9,
                UsualNetworks.Share).Named(Trains));
    }
}
