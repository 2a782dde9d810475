using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// xxᵀ = Σ c_i(x) X_iX_iᵀ for every x, so that errors on the sample determine those everywhere: for any student, which
// makes it measurable. 𝓛(W) > 0 "w.r.t. any jointly continuous distribution": A ≠ 0 is unseen by D − 1 samples, and the
// next draw x sees it, xᵀAx ≠ 0. Such laws need not be products.

/// <summary>Agreement on d(d+1)/2 random samples is agreement everywhere.</summary>
public sealed record PlantedZeroGeneralization : Claim<FreshPointCell, FreshPointOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/planted-zero-generalization",
        Title = "Errors on d(d+1)/2 random samples determine the errors of a student at every point",
        Kind = ClaimKind.AlmostSure,
        Source = StationaryPointsTalk.At("Sample Complexity Bound for Planted Network."),
        Quotations =
        [
            @"Suppose $N \geq d(d+1)/2$, and $\hat{m} \in \mathbb{N}$. Then, with probability one over $X_i$, $1 \leq "
            + @"i \leq N$ the following holds: if $f(W; X_i) = f(W^*; X_i)$, $1 \leq i \leq N$, "
            + @"then $f(W; x) = f(W^*; x)$ for every $x \in \mathbb{R}^d$.",
            @"In particular, $\mathcal{L}(W) > 0$ (where $\mathcal{L}$ is defined w.r.t. any jointly continuous "
            + @"distribution on $\mathbb{R}^d$).",
        ],
        Statement = new(
            """
            N\ge\tfrac{d(d+1)}{2},\ \hat m\in\mathbb{N} \Rightarrow \text{ with probability one over } X_i\text{: if } f(W;X_i)=f(W^*;X_i),\ 1\le i\le N,
            \text{then } f(W;x)=f(W^*;x) \text{ for every } x\in\mathbb{R}^d; \quad N<\tfrac{d(d+1)}{2}:
            \mathbb{P}_x[f(W;x)\ne f(W^*;x)]=1, \text{ so that } \mathcal{L}(W)>0, \text{ where } W^TW\ne W^{*T}W^*
            """),
        Hypotheses =
        [
            "X_i and x i.i.d. with a jointly continuous law on R^d; examined are products, x_j = x_{j−1}/2 + √¾·z_j "
            + "(correlated) and x = z/U with one uniform U (shared radius, no mean)",
            "students of any width",
        ],
        Method =
            "f(W;x) − f(W*;x) is linear in xxᵀ. For fresh points x the coefficients c_i(x) of xxᵀ = Σ c_i X_iX_iᵀ are "
            + "solved for, and the errors of random students of several widths at x are "
            + "compared with Σ c_i times their errors on the sample: equal up to rounding in every trial, so that a "
            + "student without errors on the sample has none at x. One sample earlier the "
            + "next draw of the law has to add a dimension to span{X_iX_iᵀ}, by elimination modulo 2⁶¹ − 1: then xᵀAx "
            + "≠ 0 for the A that the sample left unseen. One sample fewer is seen.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 4];

    [Parameter("beyond", "samples beyond d(d+1)/2", Minimum = -20, Maximum = 100)]
    public int Beyond { get; init; }

    [Parameter("width", "widths of the student", Minimum = 1, Maximum = 40, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 5];

    [Parameter("dependent", "whether correlated coordinates and a shared radius are examined too")]
    public bool Dependent { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one sample fewer suffices", this with { Beyond = -1, Laws = [CoordinateLaw.Gaussian] }, "everywhere"),
        new("±1 coordinates too", this with { Laws = [CoordinateLaw.Rademacher] }, "next-draw"),
        new("coordinates −1 and 2 too", this with { Laws = [CoordinateLaw.TwoPoint], Dimensions = [2] }, "next-draw"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Laws where !law.IsContinuous select $"a jointly continuous law; {law} coordinates have none";

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5], Widths = [1, 5, 20] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6, 8], Widths = [1, 5, 20] },
    };

    protected override Experiment<FreshPointCell, FreshPointOutcome> Experiment { get; } = new FreshPointExperiment();

    protected override IReadOnlyList<FreshPointCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from width in Widths
           from dependence in Dependent ? Enum.GetValues<CoordinateDependence>() : [CoordinateDependence.Independent]
           select new FreshPointCell(
               law,
               d,
               Math.Max(1, SymmetricVectorization.Dimension(d) + Beyond),
               width,
               dependence),
    ];

    protected override Evidence Judge(Examination<FreshPointCell, FreshPointOutcome> examination)
    {
        return Evidence.All(
            examination
                .Count("errors on the sample determine those at fresh points", (_, o) => Determines(o), probability: 1)
                .Named("everywhere"),
            examination
                .Count(
                    "the next draw sees what d(d+1)/2 − 1 samples left unseen",
                    (_, o) => o.SeenDimension > o.EarlyDimension ? TrialResult.Success : TrialResult.Failure,
                    probability: 1).Named("next-draw"));
    }

    // A defect is relative to ‖x‖²‖A‖ and of order one where the sample does not decide; a trial so ill-conditioned
    // that rounding explains 10⁻³ stays open.
    private static TrialResult Determines(FreshPointOutcome o) =>
        !(o.Tolerance <= 1e-3) ? TrialResult.Open : o.Defect <= o.Tolerance ? TrialResult.Success : TrialResult.Failure;
}
