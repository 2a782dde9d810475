using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// The chain of the slides before gives (γ/2σ)(E‖∇‖²)^(1/2)CP^(1/4) a step. The norm of the mean, as printed, vanishes
// for out = ⟨w, x⟩ and the loss −y·out, which learns a coordinate.

/// <summary>The theorem of junk flow and cross-predictability.</summary>
public sealed partial record JunkFlow : Claim<CoordinateClassCell, CoordinateClassOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/junk-flow",
        Title = "The junk flow is the root of the mean squared gradient, not the norm of the mean gradient",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = CrossPredictabilityTalk.At("Junk-flow and cross-predictability"),
        Quotations =
        [
            @"**Theorem.**  $\mathbb{P}\{W_F^{(T)}(X) = F(X)\} \leq 1/2 + \frac{1}{\sigma} \cdot \mathbf{JF} \cdot "
                + @"\mathbf{CP}^{1/4}$",
            @"$$\mathbf{JF} := \sum_{t=1}^T \gamma_t \|\mathbb{E}_{D_\star} \nabla^{(t)}\|_2$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \mathbb{P}\{W_F^{(T)}(X)=F(X)\}\le\tfrac12+\tfrac1\sigma\cdot\mathrm{JF}\cdot\mathrm{CP}^{1/4},\quad
            \mathrm{JF}=\sum_{t=1}^T\gamma_t\|\mathbb{E}_{D_\star}\nabla^{(t)}\|_2
            """)
        {
            Corrected =
                """
                \mathbb{P}\{\mathrm{sign}\,W_F^{(T)}(X)=F(X)\}\le\tfrac12+\tfrac12\mathbb{E}_X|\mathbb{E}_FF(X)|
                +\frac1{2\sigma}\cdot\mathrm{JF}\cdot\mathrm{CP}^{1/4},\quad
                \mathrm{JF}=\sum_{t=1}^T\gamma_t\,\mathbb{E}_{w\sim Q_\star^{(t-1)}}
                (\mathbb{E}_{D_\star}\|\nabla L(w(X),Y)\|_2^2)^{1/2}
                """,
            Reason =
                "For $\\langle w,x\\rangle$ with $L=-y\\langle w,x\\rangle$ the mean junk gradient is 0, and so is "
                + "the printed bound's second term, while one step learns the coordinate $x_i$: with $n=8$, "
                + "$\\gamma=1$, $\\sigma=1/10$ the accuracy is $\\Phi(\\gamma/(\\sigma\\sqrt n))=0.9998$. The "
                + "Cauchy–Schwarz line of the talk has $\\mathbb{E}_{D_\\star}\\nabla_e^2$. With it the "
                + "constant is $1/2\\sigma$.",
        },
        Hypotheses =
        [
            "independent noise N(0, σ²) on each edge and step", "the prediction is the sign; an output 0 counts ½",
            "F = x_i with i uniform, n ≥ 2, or ±x_1",
        ],
        Method =
            "Accuracy, junk flow and both norms in closed form for coordinates, enclosed. For x_i with i uniform CP = "
            + "1/n, for ±x_1 it is 1; there a constant below 0.3989/σ fails. For n ≥ 2, where i is drawn, "
            + "E_F F(x) is the mean of n signs, whose mean modulus is the product of (2i − 1)/2i up to i = n/2; "
            + "there the bound is loose, and only the norm can fail. The exponent is that of replica-bound, the start "
            + "that of junk-accuracy.",
    };

    [Parameter("n", "number of variables", Minimum = 1, Maximum = 1_000_000, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 8, 64];

    [Parameter("rate", "γ", Minimum = 1e-6, Maximum = 1000)]
    public double Rate { get; init; } = 1;

    [Parameter("noise", "σ", Minimum = 1e-6, Maximum = 1e6)]
    public Choices<double> Noises { get; init; } = [0.1, 1, 10, 1000];

    [Parameter("steps", "T", Minimum = 1, Maximum = 10_000, Size = true)]
    public Choices<int> Steps { get; init; } = [1, 10];

    [Parameter("constant", "what stands before JF·CP^(1/4)/σ", Minimum = 0, Maximum = 10)]
    public double Constant { get; init; } = 0.5;

    [Parameter("norm-of-mean", "whether JF has the norm of the mean gradient")]
    public bool IsNormOfMean { get; init; }

    [Parameter("start", "whether the accuracy after junk is bounded, or taken for ½")]
    public bool HasStart { get; init; } = true;

    public override Claim AsPrinted => this with { Constant = 1, IsNormOfMean = true, HasStart = false };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.39/σ", this with { Constant = 0.39 }),
        new("the norm of the mean gradient", this with { IsNormOfMean = true }),
    ];

    protected override Experiment<CoordinateClassCell, CoordinateClassOutcome> Experiment { get; } =
        new CoordinateClassExperiment();

    protected override IReadOnlyList<CoordinateClassCell> Cells =>
    [
        .. from n in Variables
           from σ in Noises
           from T in Steps
           select new CoordinateClassCell(n, Rate, σ, T),
    ];

    protected override Evidence Judge(Examination<CoordinateClassCell, CoordinateClassOutcome> examination) =>
        examination.ForAllCertainly(
            "accuracy less its bound",
            (cell, o) => o.Excess - Start(cell) - Constant * (IsNormOfMean ? o.NormOfMean : o.Flow) / cell.Noise
                / Interval.Sqrt(Interval.Sqrt(cell.Variables)));

    // ½E_X|E_F F(X)|: ±x_1 is balanced at every x. For coordinates E_F F(x) is the mean of n signs, and the mean
    // modulus of that is C(n − 1, ⌊(n − 1)/2⌋)/2^(n−1): ½ for two and three signs.
    private Interval Start(CoordinateClassCell cell)
    {
        if (!HasStart || cell.Variables == 1)
            return 0;
        Interval modulus = 1;
        for (int i = 1; i <= cell.Variables / 2; i++)
            modulus *= Interval.Of(2 * i - 1) / (2 * i);
        return modulus / 2;
    }
}
