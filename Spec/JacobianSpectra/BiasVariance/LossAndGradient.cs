using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// "Model and training" prints one loss in two ways, and the concatenation of blocks V f(x_i; W). They agree where
// f(x; W) stands for φ(Wx) there, and for Vφ(Wx) nowhere, which would apply V twice.

/// <summary>The concatenated outputs, the loss and its gradient.</summary>
public sealed record LossAndGradient : Claim<LossGradientCell, LossGradientOutcome>
{
    private const string Loss = "loss", Gradient = "gradient";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/loss-and-gradient",
        Title = "The loss of the concatenated outputs Vφ(Wx_i) is the sum over samples, and its gradient Jᵀ(f − y)",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Model and training"),
        Quotations =
        [
            @"\mathcal{L}(\mathbf{W}) := \frac{1}{2} \sum_{i=1}^n \|\mathbf{V} \phi(\mathbf{W} \mathbf{x}_i) - "
                + @"\mathbf{y}_i\|_{\ell_2}^2",
            @"\mathbf{V} f(\mathbf{x}_1; \mathbf{W})",
            @"\min_{\mathbf{W} \in \mathbb{R}^{k \times d}} \mathcal{L}(\mathbf{W}) := \frac{1}{2} "
                + @"\|\mathbf{f}(\mathbf{W}) - \mathbf{y}\|_{\ell_2}^2.",
            @"\nabla \mathcal{L}(\mathbf{W}) = \mathcal{J}^T(\mathbf{W}) (\mathbf{f}(\mathbf{W}) - \mathbf{y})",
        ],
        Statement = new(
            """
            f(x;W)=\phi(Wx),\ f(W)=(V f(x_1;W),\dots,V f(x_n;W)):
            \ \tfrac12\sum_i\|V\phi(Wx_i)-y_i\|^2=\tfrac12\|f(W)-y\|^2
            \nabla\mathcal{L}(W)=\mathcal{J}^T(f(W)-y)=((RV)\circ\phi'(XW^T))^TX,\ R=F-Y
            """),
        Hypotheses =
        [
            "f(x; W) stands for the hidden layer in the concatenation; elsewhere the talk writes f for the output",
        ],
        Method =
            "Random networks with K = k. The loss sample by sample against that of the concatenation, and the gradient "
            + "in products of matrices against the explicit Jacobian.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 6];

    [Parameter("outputs", "K, as many as neurons", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Outputs { get; init; } = [1, 3];

    [Parameter("d", "coordinates of an input", Minimum = 1, Maximum = 50, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("activation", "φ")]
    public Activation Activation { get; init; } = Activation.Softplus;

    [Parameter("twice", "whether V is applied twice")]
    public bool IsTwice { get; init; }

    [Parameter("loss-factor", "the loss of the concatenation over that of the samples", Minimum = 0.1, Maximum = 10)]
    public double LossFactor { get; init; } = 1;

    [Parameter("gradient-factor", "the gradient over Jᵀ(f − y)", Minimum = 0.1, Maximum = 10)]
    public double GradientFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("f(x; W) for the output, so that V is applied twice", this with { IsTwice = true }, Loss),
        new("the loss without ½, as in the first part of the talk", this with { LossFactor = 2 }, Loss),
        new("the gradient of the loss without ½", this with { GradientFactor = 2 }, Gradient),
    ];

    public override int Decisions => 2;

    protected override Experiment<LossGradientCell, LossGradientOutcome> Experiment { get; } =
        new LossGradientExperiment();

    protected override IReadOnlyList<LossGradientCell> Cells =>
        [.. from n in Samples from K in Outputs select new LossGradientCell(n, K, Dimension, Activation)];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<LossGradientCell, LossGradientOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "difference of both losses",
            (_, o) => Math.Abs((IsTwice ? o.AppliedTwice : o.Concatenated) * LossFactor - o.SumOfSamples),
            (_, o) => (1 + LossFactor) * o.Error,
            "sums of n, K and d terms, over the sum of squares of what is added up").Named(Loss),
        examination.ForAll(
            "difference of both gradients",
            (_, o) => Math.Abs(Math.Abs(GradientFactor - 1) * o.GradientSize - GradientFactor * o.Gradient),
            (_, o) => (1 + GradientFactor) * o.Error,
            "sums of n, K and d terms, over the sum of magnitudes",
            resolution: 1e-6).Named(Gradient),
    ]);
}
