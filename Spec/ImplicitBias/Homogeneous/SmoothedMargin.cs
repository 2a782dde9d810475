using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// Behind the theorem on homogeneous models: where L < 1 the margin log(1/L)/‖w‖^D does not fall along the flow (Lyu and
// Li, Theorem 4.1). Two inequalities at a point, no trajectory; with one example in its best direction both are
// equalities.

/// <summary>The smoothed margin of homogeneous networks does not fall along the gradient flow.</summary>
public sealed record SmoothedMargin : Claim<SmoothedMarginCell, SmoothedMarginOutcome>
{
    private const string Euler = "Euler's identity", Monotone = "the margin";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/smoothed-margin",
        Title = "Where L < 1 the margin log(1/L)/‖w‖^D does not fall along the gradient flow of the exponential loss",
        Kind = ClaimKind.Inequality,
        Source = ImplicitBiasTalk.At(
            "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]; the step of its proof that a point can show",
            ImplicitBiasTalk.HomogeneousModels),
        Quotations =
        [
            @"Consider gradient descent w.r.t. logistic loss  $L_S(\mathbf{w}) = \sum_i g(y_i f(\mathbf{w}, x_i))$",
        ],
        Statement = new(
            @"L=\sum_ie^{-y_if(w,x_i)}<1,\ f \text{ of degree } D:\quad \langle w,-\nabla L\rangle\ge "
                + @"D\,L\log\tfrac1L,\quad \frac{d}{dt}\frac{\log(1/L)}{\|w\|^D}\ge0 \text{ along } \dot w=-\nabla L"),
        Hypotheses =
        [
            "f is homogeneous of degree D in w, and differentiable along the flow",
            "L < 1: the data are separated",
        ],
        Method =
            "Two-layer ReLU networks (D = 2) at random points that classify their data, and at the best direction for "
                + "one example, where both inequalities are equalities.",
    };

    [Parameter("m", "examples", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 5];

    [Parameter("d", "inputs", Minimum = 1, Maximum = 50, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("units", "units", Minimum = 1, Maximum = 100, Size = true)]
    public Choices<int> Units { get; init; } = [1, 6];

    [Parameter("degree", "D of the margin", Minimum = 1, Maximum = 4)]
    public double Degree { get; init; } = 2;

    [Parameter("euler-degree", "D of Euler's identity", Minimum = 1, Maximum = 4)]
    public double EulerDegree { get; init; } = 2;

    [Parameter("output-bias", "whether the output has a bias")]
    public bool HasOutputBias { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("log(1/L)/‖w‖^2.2", this with { Degree = 2.2 }, Monotone),
        new("⟨w, −∇L⟩ ≥ 2.2·L log(1/L)", this with { EulerDegree = 2.2 }, Euler),
        new("a bias of the output", this with { HasOutputBias = true }, Euler),
    ];

    public override int Decisions => 2;

    protected override Experiment<SmoothedMarginCell, SmoothedMarginOutcome> Experiment { get; } =
        new SmoothedMarginExperiment();

    protected override IReadOnlyList<SmoothedMarginCell> Cells =>
    [
        .. from m in Samples
           from units in Units
           from disorder in (double[])[0, 0.5]
           select new SmoothedMarginCell(m, Dimension, units, disorder, HasOutputBias),
    ];

    protected override Evidence Judge(Examination<SmoothedMarginCell, SmoothedMarginOutcome> examination)
    {
        Examination<SmoothedMarginCell, SmoothedMarginOutcome> separated = examination.Given((_, o) => o.Loss < 0.9);
        return Evidence.All([
            separated
                .ForAll(
                    "D ≤ ⟨w, −∇L⟩/(L log(1/L))",
                    (_, o) => EulerDegree - o.EulerRatio,
                    (_, o) => o.Error,
                    Derivation)
                .Named(Euler),
            separated
                .ForAll(
                    "D ≤ d log log(1/L) over d log‖w‖",
                    (_, o) => Degree - o.MarginRate,
                    (_, o) => o.Error,
                    Derivation)
                .Named(Monotone),
        ]);
    }

    private const string Derivation = "rounding of the sums over examples and units, and of the exponents";
}
