using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// E V_am V_bm = δ_ab/(kK log K) gives E[JJᵀ] = Σ(X) ⊗ I_K/(K log K). "i.i.d. 1/√(kK log K)" does not say that the mean
// is 0. With equal entries all outputs are one, the off-diagonal blocks are Σ(X) too, and the rank is n, not nK.

/// <summary>The expected tangent kernel, and what the law of the output layer has to do with it.</summary>
public sealed record ExpectedKernel : Claim<InitialKernelCell, InitialKernelOutcome>
{
    private const string Same = "same output", Different = "different outputs";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/expected-kernel",
        Title = "For output weights ±1/√(kK log K) of independent signs, E JJᵀ is Σ(X) ⊗ I over K log K",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At(
            "Theory (random initialization)", JacobianSpectraTalk.JacobianPaper + ", Definition 2.1"),
        Quotations =
        [
            @"Fix output layer to i.i.d.  $\frac{1}{\sqrt{kK \log(K)}}$  and initialize  $\mathbf{W}_0$  i.i.d.  "
                + @"$\mathcal{N}(0, 1)$",
            @"Set  $\mathbf{J} = (\mathbb{E}[\mathcal{J}(\mathbf{W}_0)\mathcal{J}^T(\mathbf{W}_0)])^{\frac{1}{2}}$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            V_{am}=1/\sqrt{kK\log K},\ W_0\sim\mathcal{N}(0,1):
            \ \mathbb{E}[\mathcal{J}\mathcal{J}^T]=\Sigma(X)\otimes I_K/(K\log K)
            """)
        {
            Corrected =
                """
                V_{am}=\pm1/\sqrt{kK\log K} \text{ with independent uniform signs, } K\ge2:
                \mathbb{E}[\mathcal{J}\mathcal{J}^T]=\Sigma(X)\otimes I_K/(K\log K),
                \ \Sigma(X)=\mathbb{E}[\phi'(Xw)\phi'(Xw)^T]\circ XX^T
                """,
            Reason =
                "A law with the mean 0 is missing (Rademacher in the paper): with equal entries all outputs are "
                + "equal. At K = 1, which the slide goes on to, the scale 1/√(kK log K) is infinite. The cutoff "
                + "√(nK)·ᾱ belongs to Σ(X)^(1/2), see mixture-substitution.",
        },
        Hypotheses = ["K ≥ 2", "V and W₀ are independent"],
        Method =
            "Three fixed inputs, means over pairs of them. Averages over k neurons of numbers between −1 and 1 have a "
            + "known deviation, which gives medians of means an interval. The arcsine formula is tested by quadrature.",
    };

    [Parameter("law", "the law of the output weights")]
    public OutputLaw Law { get; init; } = OutputLaw.Signs;

    [Parameter("outputs", "K", Minimum = 2, Maximum = 20)]
    public int Outputs { get; init; } = 2;

    [Parameter("k", "neurons", Minimum = 50, Maximum = 5000)]
    public int Width { get; init; } = 400;

    [Parameter("activation", "φ", Values = "gaussian-softplus, identity")]
    public Activation Activation { get; init; } = Activation.GaussianSoftplus;

    [Parameter("factor", "the expectation over that of theory", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("correlation", "the block of two outputs over that of one", Minimum = -1, Maximum = 1)]
    public double Correlation { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Activation == Activation.GaussianSoftplus || Activation == Activation.Identity
            ? []
            : ["The expected kernel has a closed form here for the gaussian softplus and the identity alone."];

    public override Claim AsPrinted => this with { Law = OutputLaw.Constant };

    public override string PrintedPart => Different;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a quarter less", this with { Factor = 0.75 }, Same),
        new("a quarter more", this with { Factor = 1.25 }, Same),
        new("outputs with a correlation of ½", this with { Correlation = 0.5 }, Different),
    ];

    public override int Decisions => 2;

    protected override Experiment<InitialKernelCell, InitialKernelOutcome> Experiment { get; } =
        new InitialKernelExperiment();

    protected override IReadOnlyList<InitialKernelCell> Cells =>
        UnmetHypotheses.Any() ? [] : [new InitialKernelCell(Law, Outputs, Width, Activation)];

    protected override int TrialsNeeded(double level)
    {
        int trials = 2;
        while (SameLaw.HalfWidth(trials, 0, level) > Resolution
            || DifferentLaw.HalfWidth(trials, 0, level) > 2 * Resolution)
            trials += 1 + trials / 64;
        return trials;
    }

    protected override Evidence Judge(Examination<InitialKernelCell, InitialKernelOutcome> examination)
    {
        double theory = examination.Observations.Select(observation => observation.Outcome.Theory).FirstOrDefault(1);
        return Evidence.All(
        [
            examination.Agree(
                "K log K times the kernel of one output",
                (_, o) => o.Same, Factor * theory, Rounding, Resolution, SameLaw).Named(Same),
            examination.Agree(
                "K log K times the block of two outputs",
                (_, o) => o.Different, Correlation * theory, Rounding, 2 * Resolution, DifferentLaw)
                .Named(Different),
        ]);
    }

    // A quarter of the mean, 0.27, is more than twice as much.
    private const double Resolution = 0.03;

    private const double Rounding = 1e-12;

    private MeanLaw SameLaw => MeanLaw.OfDeviation(0.5 / Math.Sqrt(Width));

    private MeanLaw DifferentLaw => MeanLaw.OfDeviation(1 / Math.Sqrt(Width));
}
