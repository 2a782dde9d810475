using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// Under the span condition any interpolant of any width generalizes. Students of width d, 2d and 10d are trained;
// beside each an exact interpolant is proved to exist, and its population risk has to be 0. Below the threshold the
// same training goes wrong.

/// <summary>Wide interpolants generalize as narrow ones do.</summary>
public sealed record OverparametrizationIsHarmless : Claim<WideStudentCell, WideStudentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/overparametrization-is-harmless",
        Title = "Where the X_iX_iᵀ span, trained students of any width have population risk 0",
        Kind = ClaimKind.Algorithm,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Quotations =
        [
            @"Suppose $\text{span}(X_i X_i^T : 1 \leq i \leq N) = \mathcal{S}$, and $\hat{m} \in \mathbb{N}$ "
            + @"arbitrary. Then, for any $W \in \mathbb{R}^{\hat{m} \times d}$ “interpolating” the data "
            + @"[…], $W^T W = (W^*)^T W^*$. Thus, $W$ generalizes well: $\mathcal{L}(W) = 0$.",
            "any** interpolant, albeit being over-parametrized, generalize well",
        ],
        Statement = new(
            """
            \mathrm{span}(X_iX_i^T)=\mathcal{S},\ \hat m\in\mathbb{N} \text{ arbitrary},\ W\in\mathbb{R}^{\hat m\times d},\ \widehat{\mathcal{L}}(W)=0
            \Rightarrow W^TW=W^{*T}W^*,\ \mathcal{L}(W)=0
            """),
        Hypotheses =
        [
            "span{X_iX_iᵀ} = S: here N = 2·d(d+1)/2 samples of a jointly continuous law",
            "widths of at least d: narrower students do not interpolate",
        ],
        Method =
            "Students of width d, 2d and 10d are trained by quasi-Newton descent from Gaussian weights. Where an exact "
            + "interpolant is proved to exist beside the trained student "
            + "(Newton–Kantorovich), its population risk has to be 0 within that distance; and every trained student "
            + "has to obey ‖WᵀW − S*‖_F ≤ √(L̂/λ_min(Ĝ)). One sample too few for the "
            + "span is seen.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("width", "student widths in units of d", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 2, 10];

    [Parameter("per-dimension", "samples in units of d(d+1)/2", Minimum = 1, Maximum = 64)]
    public int SamplesPerDimension { get; init; } = 2;

    [Parameter("beyond", "samples beyond that many", Minimum = -20, Maximum = 20)]
    public int Beyond { get; init; }

    [Parameter("greatest", "whether λ_max(Ĝ) stands in place of λ_min(Ĝ)")]
    public bool Greatest { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "one sample before d(d+1)/2, without the span condition",
            this with { SamplesPerDimension = 1, Beyond = -1 },
            Risk),
        new("2·d(d+1)/2 samples of a discrete law", this with { Laws = [CoordinateLaw.TwoPoint] }, Risk),
        new("λ_max(Ĝ) in place of λ_min(Ĝ)", this with { Greatest = true, Widths = [1] }, "distance"),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Laws.Any(law => !law.IsContinuous))
                yield return "a jointly continuous law of the data";
            if (Dimensions.Any(d => (SamplesPerDimension - 1) * SymmetricVectorization.Dimension(d) + Beyond < 0))
                yield return "the span condition, for which N ≥ d(d+1)/2";
        }
    }

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Dimensions = [2, 3, 4],
        },
        _ => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Dimensions = [2, 3, 4, 5, 6],
        },
    };

    protected override Experiment<WideStudentCell, WideStudentOutcome> Experiment { get; } =
        new WideStudentExperiment();

    protected override IReadOnlyList<WideStudentCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from width in Widths
           select new WideStudentCell(
               law,
               d,
               Math.Max(1, SamplesPerDimension * SymmetricVectorization.Dimension(d) + Beyond),
               width * d),
    ];

    protected override Evidence Judge(Examination<WideStudentCell, WideStudentOutcome> examination)
    {
        return Evidence.All(
            examination
                .Given((_, o) => InterpolationProof.Exists(o.Shift) && o.PopulationRootError <= RootResolution)
                .ForAll(
                    "interpolants found by training have population risk 0",
                    (_, o) => o.PopulationRoot,
                    (_, o) => o.PopulationRootError,
                    "√L in units of σ_min(W*)²: √tr(G) times the distance between trained student and exact "
                        + "interpolant, "
                    + "and rounding; students without such proof are left out",
                    RootResolution).Named(Risk),
            examination.ForAll(
                "every trained student is within √(L̂/λ) of the teacher",
                (_, o) => o.Distance / (Greatest ? o.GreatestBound : o.LeastBound) - 1,
                (_, o) => 2 * o.DistanceError / (Greatest ? o.GreatestBound : o.LeastBound),
                "rounding of WᵀW − S*; the bound is widened by the errors of risk and eigenvalue",
                resolution: 2).Named("distance"));
    }

    private const string Risk = "risk";

    private const double RootResolution = 1e-3;
}
