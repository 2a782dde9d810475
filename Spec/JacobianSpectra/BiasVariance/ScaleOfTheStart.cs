using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// T steps leave e^(−Γ) of the first residual on I, however large it is. The printed e^(−Γ) is that for ‖Π_I r₀‖ ≲ √n,
// which the paper assumes and the talk does not: "a deterministic point W₀", and none is excluded.

/// <summary>The deterministic theorem needs a start that is not far away.</summary>
public sealed partial record ScaleOfTheStart : Claim<StartingResidualCell, StartingResidualOutcome>
{
    private const string Residual = "residual", Errors = "misclassification";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/scale-of-the-start",
        Title = "From a deterministic start the bias is e^(−Γ)‖Π_I r₀‖/√n: a start far away breaks the bound",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At(
            "Theory (deterministic)", JacobianSpectraTalk.JacobianPaper + ", Theorem 2.3"),
        Quotations =
        [
            @"Fix output layer entries bounded  $\frac{1}{\sqrt{kK}}$  and initialize at a deterministic point  "
                + @"$\mathbf{W}_0$",
            @"\text{missclass}(f(\mathbf{W}_T)) \lesssim \underbrace{e^{-\Gamma} + "
                + @"\frac{\Pi_{\mathcal{N}}(f(\mathbf{W}_0) - \mathbf{y})}{\sqrt{n}}}_{\text{bias}} + "
                + @"\underbrace{\frac{\Gamma}{\bar{\alpha}} \frac{1}{\sqrt{n}}}_{\text{variance}}",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{any } W_0:\ \mathrm{missclass}(f(W_T))\lesssim e^{-\Gamma}
            +\|\Pi_\mathcal{N}(f(W_0)-y)\|/\sqrt n+\Gamma/(\bar\alpha\sqrt n)
            """)
        {
            Corrected =
                """
                \|r_T\|\le\|\Pi_\mathcal{N}r_0\|+e^{-\Gamma}\|\Pi_\mathcal{I}r_0\|,
                \text{ so that } e^{-\Gamma}\|\Pi_\mathcal{I}r_0\|/\sqrt n \text{ stands for } e^{-\Gamma}
                \text{ unless } \|r_0\|\lesssim\sqrt n
                """,
            Reason =
                "With $\\phi(z)=z$ the kernel never moves. Outputs $(0,A)$ at inputs of the first class have a "
                + "residual of $A\\sqrt n$ on $\\mathcal{I}$ and none on $\\mathcal{N}$; for $A$ large enough all "
                + "samples are misclassified after $T$ steps of any size that is fixed before, while the bound, "
                + "whatever its constant, tends to 0 with $n$ and $\\Gamma$. Theorem 2.3 of the paper assumes "
                + "$\\|f(W_0)-y\\|\\lesssim\\sqrt n$.",
        },
        Hypotheses =
        [
            "a constant Jacobian", "the cutoff is one of the singular values", "steps 1/(nK), at least Γ/ᾱ² of them",
        ],
        Method =
            "Gradient descent on a network with two neurons, two outputs and the identity for φ, whose Jacobian is "
            + "constant, on two different inputs, one of them in N. The constant behind ≲ is taken to be 1.",
    };

    [Parameter("n", "samples, even", Minimum = 4, Maximum = 8192, Size = true)]
    public int Samples { get; init; } = 256;

    [Parameter("start", "second output before training on the information space", Minimum = 0, Maximum = 1e9)]
    public Choices<double> Starts { get; init; } = [0, 1, 1024];

    [Parameter("nuisance-start", "the same on the nuisance space", Minimum = 0, Maximum = 1e9)]
    public double NuisanceStart { get; init; } = 8;

    [Parameter("gamma", "Γ, an integer", Minimum = 1, Maximum = 50)]
    public int Gamma { get; init; } = 3;

    [Parameter("steps", "steps over Γ, at least 1/ᾱ²", Minimum = 1, Maximum = 500)]
    public int StepsPerGamma { get; init; } = 5;

    [Parameter("scaled", "whether e^(−Γ) is multiplied with the residual on the information space")]
    public bool IsScaled { get; init; } = true;

    [Parameter("rate", "the share left over e^(−rate·Γ)", Minimum = 0, Maximum = 10)]
    public double Rate { get; init; } = 1;

    [Parameter("labels", "whether the bias has Π_N(y) in place of Π_N(f(W₀) − y)")]
    public bool IsOfLabels { get; init; }

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Samples % 2 != 0)
                yield return "The number of samples is even.";
            if (StepsPerGamma * StartingResidualExperiment.SquaredCutoff(Samples) < 1)
                yield return "There are at least Γ/ᾱ² steps.";
        }
    }

    public override Claim AsPrinted => this with { IsScaled = false, NuisanceStart = 0 };

    public override string PrintedPart => Errors;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("e^(−1.4Γ) left", this with { Rate = 1.4, NuisanceStart = 0 }, Residual),
        new("Π_N(y) in place of Π_N(f(W₀) − y)", this with { IsOfLabels = true }, Residual),
    ];

    protected override Experiment<StartingResidualCell, StartingResidualOutcome> Experiment { get; } =
        new StartingResidualExperiment();

    protected override IReadOnlyList<StartingResidualCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. Starts.Select(A => new StartingResidualCell(Samples, A, NuisanceStart, Gamma, StepsPerGamma))];

    protected override Evidence Judge(Examination<StartingResidualCell, StartingResidualOutcome> examination) =>
        Evidence.All(
        [
            examination.ForAll(
                "what is left of the residual less its bound, over the first residual",
                (cell, o) => (o.Remaining - Bias(cell, o).Midpoint) / (1 + o.Information + o.Nuisance),
                (cell, o) => 3 * o.Error + Bias(cell, o).Width,
                "products and sums of n terms in each step, which contracts").Named(Residual),
            examination.ForAll(
                "share of misclassified samples less its bound",
                (cell, o) => o.Misclassified - Bias(cell, o).Midpoint - Variance(cell),
                (cell, o) => 3 * o.Error * (1 + o.Information + o.Nuisance) + Bias(cell, o).Width,
                "products and sums of n terms in each step, which contracts").Named(Errors),
        ]);

    private Interval Bias(StartingResidualCell cell, StartingResidualOutcome o) =>
        IntervalFunctions.Exp(-Interval.Of(Rate) * cell.Gamma) * (IsScaled ? o.Information : 1)
        + (IsOfLabels ? o.NuisanceOfLabels : o.Nuisance);

    private static double Variance(StartingResidualCell cell) =>
        cell.Gamma / Math.Sqrt(StartingResidualExperiment.SquaredCutoff(cell.Samples) * cell.Samples);
}
