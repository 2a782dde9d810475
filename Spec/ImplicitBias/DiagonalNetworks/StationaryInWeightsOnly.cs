using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "f.o.s.p of (*) does not imply f.o.s.p of (**)": f = Σ u_jv_jx_j, x = (1, 2), y = 1, u = v = (1, 0). ∇f = (v∘x, u∘x)
// = ((1, 0), (1, 0)) is the point itself: stationary for ½‖w‖² with multiplier 1. Its β = (1, 0) is not stationary for
// R = 2‖β‖₁: the multiplier has to be 2, and |2·x₂| = 4 > 2. The least ℓ1 norm is ½, at (0, ½).

/// <summary>A stationary point in weights whose predictor is not stationary.</summary>
public sealed record StationaryInWeightsOnly : Claim<StationaryWeightsCell, StationaryWeightsOutcome>
{
    private const string Weights = "in weights";
    private const string Predictor = "as a predictor";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/stationary-in-weights-only",
        Title = "A first-order stationary point in weights need not be one in predictors",
        Kind = ClaimKind.Counterexample,
        Source = ImplicitBiasTalk.At(
            "Theorem, last remark; the instance is found here",
            ImplicitBiasTalk.HomogeneousModels),
        Quotations = [@"But need to be careful: f.o.s.p of (\*) does **not** imply f.o.s.p of (\*\*)"],
        Statement = new(
            """
            f(w,x)=\sum_ju_jv_jx_j, \ x=(1,2), \ y=1, \ u=v=(1,0):
            w=\lambda\nabla_wf, \ \lambda=1, \ f=1;
            \quad R(\beta)=2\|\beta\|_1, \ \beta=(1,0): \ 0\notin\partial R(\beta)-\nu x \ \text{ for every } \nu\ge0
            """),
        Hypotheses = ["(*) is the problem in weights, (**) that in predictors; the talk numbers neither"],
        Method = "Whole numbers: the residual of stationarity in weights is exactly 0, that of the predictor positive.",
    };

    [Parameter("x1", "first input", Minimum = 1, Maximum = 1000, Size = true)]
    public int First { get; init; } = 1;

    [Parameter("x2", "second input", Minimum = 0, Maximum = 1000)]
    public int Second { get; init; } = 2;

    [Parameter("leak", "u₂ = v₂ in thousandths of u₁", Minimum = 0, Maximum = 1000)]
    public int Leak { get; init; }

    [Parameter("on-larger", "whether the weights are on the larger input")]
    public bool IsOnLarger { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("u = v = (0, 1), on the larger input", this with { IsOnLarger = true }, Predictor),
        new("with u₂ = 1/1000", this with { Leak = 1 }, Weights),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        First < Second ? [] : ["x₁ < x₂ is needed: on the larger input the predictor is the best one"];

    protected override Experiment<StationaryWeightsCell, StationaryWeightsOutcome> Experiment { get; } =
        new StationaryWeightsExperiment();

    protected override IReadOnlyList<StationaryWeightsCell> Cells =>
        [IsOnLarger ? new(Second, First, Leak) : new(First, Second, Leak)];

    protected override Evidence Judge(Examination<StationaryWeightsCell, StationaryWeightsOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll("the weights are stationary", (_, o) => o.WeightResidual, (_, _) => 0, "whole numbers")
                .Named(Weights),
            examination
                .ForAll(
                    "the predictor is not stationary",
                    (_, o) => 1 - o.FunctionResidual,
                    (_, _) => 0,
                    "whole numbers")
                .Named(Predictor),
            examination
                .ForAll("its ℓ1 norm is not least", (_, o) => 1 - o.Excess, (_, _) => 0, "whole numbers")
                .Named("not least")
                .AsSupplement());
    }
}
