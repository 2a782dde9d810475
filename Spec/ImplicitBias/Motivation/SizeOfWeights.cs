using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Motivation;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Motivation;

// "the size of the weights is more important than the size of the network": networks with Σ|a_j|‖w_j‖ ≤ B have
// Rademacher complexity at most 2B·max‖x‖/√m, at every width; the supremum over networks is that over one unit.

/// <summary>The complexity of two-layer networks is bounded by the size of their weights, at every width.</summary>
public sealed record SizeOfWeights : Claim<PathNormComplexityCell, PathNormComplexityOutcome>
{
    private const string Width = "the width", Complexity = "the complexity";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/size-of-weights",
        Title =
            "The complexity of two-layer ReLU networks is bounded by the size of their weights, whatever the number of "
                + "units",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "For valid generalization, the size of the weights is more important than the size of the network",
            "P. Bartlett, IEEE Trans. Inf. Theory 44, 1998; B. Neyshabur, R. Tomioka, N. Srebro, arXiv:1503.00036"),
        Quotations =
        [
            "For valid generalization, the size of the weights is more important than the size of the network",
        ],
        Statement = new(
            @"\mathcal F_B=\Big\{\sum_ja_j[\langle w_j,x\rangle]_+:\sum_j|a_j|\|w_j\|\le B\Big\}:\quad \mathcal "
                + @"R_m(\mathcal F_B)=\frac Bm\,\mathbb E\sup_{\|u\|=1}\Big|\sum_i\sigma_i[\langle "
                + @"u,x_i\rangle]_+\Big|\le\frac{2B\max\|x_i\|}{\sqrt m}"),
        Hypotheses = ["any number of units", "the title names no measure of size; ours is the path norm"],
        Method =
            "Points of the unit circle, random signs; the supremum over one unit is exact. Networks of several widths "
                + "and path norm 1 stay below it, random ones and such as come within a hundredth of it: their units "
                + "lie about the best one. The mean over draws, times √m, is compared with the bound by an empirical "
                + "Bernstein interval.",
    };

    [Parameter("m", "points", Minimum = 2, Maximum = 400, Size = true)]
    public Choices<int> Samples { get; init; } = [4, 9, 16];

    [Parameter("width", "units of the networks", Minimum = 1, Maximum = 200, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 8];

    [Parameter("constant", "the c in c·B·max‖x‖/√m", Minimum = 0, Maximum = 10)]
    public double Constant { get; init; } = 2;

    [Parameter("power", "the p in m^(−p)", Minimum = 0, Maximum = 4)]
    public double Power { get; init; } = 0.5;

    [Parameter("share", "the share of the supremum over one unit that networks stay below", Minimum = 0, Maximum = 2)]
    public double Slack { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("2B/m", this with { Power = 1 }, Complexity),
        new("½B/√m", this with { Constant = 0.5 }, Complexity),
        new("networks stay 0.01 below the supremum over one unit", this with { Slack = 0.01 }, Width),
    ];

    public override int Decisions => 1 + Samples.Count;

    protected override Experiment<PathNormComplexityCell, PathNormComplexityOutcome> Experiment { get; } =
        new PathNormComplexityExperiment();

    protected override IReadOnlyList<PathNormComplexityCell> Cells =>
        [.. from m in Samples from width in Widths select new PathNormComplexityCell(m, width)];

    // Empirical Bernstein: 7·√m·log(4/level)/(3n) and the standard error; a thousand draws for each m make 0.3 at m =
    // 16.
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.005);

    protected override Evidence Judge(Examination<PathNormComplexityCell, PathNormComplexityOutcome> examination) =>
        Evidence.All([
            examination
                .ForAll(
                    "no network exceeds the supremum over one unit",
                    (_, o) => o.Excess + Slack,
                    (_, o) => o.Error,
                    "rounding of sums over points and units")
                .Named(Width),
            .. Samples.Select(m => examination
                .Where(cell => cell.Samples == m)
                .Agree(
                    $"√m times the complexity is at most c·m^(½ − p) for m = {m}",
                    (_, o) => o.Root,
                    Bound(m) / 2,
                    Bound(m) / 2,
                    0.7,
                    MeanLaw.Within(0, Math.Sqrt(m)))
                .Named(Complexity)),
        ]);

    private double Bound(int m) => Constant * ElementaryFunctions.Exp((0.5 - Power) * ElementaryFunctions.Log(m));
}
