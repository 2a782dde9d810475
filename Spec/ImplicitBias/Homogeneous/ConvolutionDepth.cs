using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// "GD on weight → implicitly minimize ‖DFT(β)‖_p for p = 2/depth". For depth 2 the problem is convex; from depth 3 on
// the flow goes to stationary points. Width 2, one example with spectrum (1, κ): closed form of the flow
// (FrequencyRaceExperiment). From a₀/b₀ with (a₀/b₀)^{D−2} > κ the direction tends to the zero frequency, of cost
// κ^{2/D} times the least.

/// <summary>Deep linear convolutional networks need not end at the least 2/D-norm of the spectrum.</summary>
public sealed partial record ConvolutionDepth : Claim<FrequencyRaceCell, FrequencyRaceOutcome>
{
    private const string Deep = "depth 3 and more", Shallow = "depth 2";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/convolution-depth",
        Title = "Depth 2 minimizes ‖DFT(β)‖₁; from depth 3 on the start can decide for a costlier frequency",
        Kind = ClaimKind.Counterexample,
        Source = ImplicitBiasTalk.At(
            "Effect of Parametrization; the closed form is derived here",
            "S. Gunasekar, J. Lee, D. Soudry, N. Srebro, arXiv:1806.00468, Theorem 2"),
        Quotations =
        [
            @"GD on weight  $\rightarrow$  implicitly minimize  $\|DFT(\beta)\|_p$  for  $p = \frac{2}{depth}$ .",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"\frac{\beta(t)}{\min_iy_i\langle\beta(t),x_i\rangle}\to\arg\min\|\mathrm{DFT}(\beta)\|_{2/D} \text{ s.t. "
                + @"} y_i\langle\beta,x_i\rangle\ge1")
        {
            Corrected =
                @"D=2:\ \text{the minimum};\quad D\ge3:\ \text{a stationary point. Width 2, one example of spectrum "
                    + @"}(1,\kappa),\ \hat w_l(0)=(a_0,b_0):\ (a_0/b_0)^{D-2}>\kappa\ \Rightarrow\ \text{cost } "
                    + @"\kappa^{2/D}\text{ times the least}",
            Reason =
                "For $2/D<1$ the problem is not convex, and the cited theorem promises a first-order stationary point. "
                    + "Which one is decided by the start: the frequency that blows up first takes all.",
        },
        Hypotheses =
        [
            "a loss with an exponential tail, separable data",
            "circular convolutions of full width",
            "layers that start equal",
        ],
        Method =
            "The closed form of the flow, followed until the frequency that loses has a negligible share; the cost of "
                + "the predictor at margin 1 over the least cost.",
    };

    [Parameter("depth", "depths D of 3 and more", Minimum = 3, Maximum = 8, Size = true)]
    public Choices<int> Depths { get; init; } = [3, 4];

    [Parameter("strength", "κ", Minimum = 1.1, Maximum = 4, Size = true)]
    public double Strength { get; init; } = 3;

    [Parameter("ratio", "a₀/b₀", Minimum = 0.1, Maximum = 100, Size = true)]
    public double Ratio { get; init; } = 4;

    [Parameter("cost-power", "the p in κ^(p/D)", Minimum = 0, Maximum = 8)]
    public double CostPower { get; init; } = 2;

    [Parameter("shallow-power", "the p in κ^(p/2) for depth 2", Minimum = 0, Maximum = 8)]
    public double ShallowPower { get; init; }

    public override Claim AsPrinted => this with { CostPower = 0 };

    public override string PrintedPart => Deep;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the least cost at every depth", this with { CostPower = 0 }, Deep),
        new("cost κ^(1/D)", this with { CostPower = 1 }, Deep),
        new("depth 2 keeps to the start as well", this with { ShallowPower = 2 }, Shallow),
    ];

    public override IEnumerable<string> UnmetHypotheses => Depths.Min(D => IntegerPower(Ratio, D - 2)) <= Strength
        ? ["(a₀/b₀)^(D−2) has to exceed κ: otherwise the stronger frequency blows up first."] : [];

    protected override Experiment<FrequencyRaceCell, FrequencyRaceOutcome> Experiment { get; } =
        new FrequencyRaceExperiment();

    protected override IReadOnlyList<FrequencyRaceCell> Cells =>
        [new(2, Ratio, Strength, 40), .. Depths.Select(D => new FrequencyRaceCell(D, Ratio, Strength, 30))];

    // The frequency that loses has a share σ of the other: it adds σ^(2/D) to the sum, relatively, and changes the
    // margin by a factor within 1 ± κσ.
    protected override Evidence Judge(Examination<FrequencyRaceCell, FrequencyRaceOutcome> examination) =>
        Evidence.All([
            examination
                .Where(cell => cell.Depth > 2)
                .ForAll(
                    "cost over the least one is κ^(p/D)",
                    (cell, o) => Math.Abs(o.Cost - Cost(cell.Depth, CostPower)),
                    Error,
                    Derivation,
                    1e-3)
                .Named(Deep),
            examination
                .Where(cell => cell.Depth == 2)
                .ForAll(
                    "cost over the least one at depth 2",
                    (_, o) => Math.Abs(o.Cost - Cost(2, ShallowPower)),
                    Error,
                    Derivation,
                    1e-3)
                .Named(Shallow),
        ]);

    private const string Derivation =
        "rounding, enlarged by the difference that the blow-up cancels, and what the losing frequency contributes";

    private double Error(FrequencyRaceCell cell, FrequencyRaceOutcome o) =>
        o.Error
        + 1.001 * o.Cost * (ElementaryFunctions.Exp(2.0 / cell.Depth * ElementaryFunctions.Log(o.MinorityShare))
            + cell.Strength * o.MinorityShare);

    private double Cost(int depth, double power) => ElementaryFunctions.Exp(
        power / depth * ElementaryFunctions.Log(Strength));

    private static double IntegerPower(double x, int n)
    {
        double power = 1;
        for (int i = 0; i < n; i++)
            power *= x;
        return power;
    }
}
