using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// "Proper Initialization", (c): "value of loss function is determined by spectrum of WᵀW − (W*)ᵀW* and data moments".
// True for μ4 = 3μ2² only; in general the spectrum gives bounds: the diagonal part of A weighs κ, the rest 2μ2², and a
// rotation moves weight from one to the other.

/// <summary>What the spectrum of WᵀW − S* says about the population risk.</summary>
public sealed partial record LossFromSpectrum : Claim<SpectralRiskCell, SpectralRiskOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/loss-from-spectrum",
        Title = "The spectrum of WᵀW − W*ᵀW* bounds the population risk, and decides it for Gaussian moments",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At("Proper Initialization"),
        Quotations = ["Value of loss function is determined by spectrum of $W^T W - (W^*)^T W^*$ and data moments."],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            W^TW-W^{*T}W^* \text{ and } V^TV-W^{*T}W^* \text{ with one spectrum have one population risk}, \ \mathcal{L}(W)=\mathcal{L}(V)
            """)
        {
            Corrected =
                """
                \text{with } \lambda=\mathrm{spec}(W^TW-W^{*T}W^*),\ \kappa=\mu_4-\mu_2^2\text{: }
                \mu_2^2(\sum\lambda_i)^2+\min\{\kappa,2\mu_2^2\}\sum\lambda_i^2 \le \mathcal{L}(W)
                \le \mu_2^2(\sum\lambda_i)^2+\max\{\kappa,2\mu_2^2\}\sum\lambda_i^2; \text{ determined exactly if } \mu_4=3\mu_2^2
                """,
            Reason =
                "diag(1, −1) and its rotation by 45 degrees, E_12 + E_21, have one spectrum; the risk is 2κ at the "
                + "first and 4μ2² at the second. These differ unless κ = 2μ2², that is "
                + "μ4 = 3μ2², as for Gaussian data.",
        },
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment",
            "population risk; the empirical one depends on the data besides",
        ],
        Method =
            "Random spectra are realized by a diagonal matrix and by a random rotation of it; both risks have to lie "
            + "within the bounds, which E_11 − E_22 and E_12 + E_21 attain. For Gaussian "
            + "data the two risks have to agree. Any constant off by one percent is seen.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [
            CoordinateLaw.Gaussian,
            CoordinateLaw.Uniform,
            CoordinateLaw.Laplace,
            CoordinateLaw.Rademacher,
            CoordinateLaw.TwoPoint,
        ];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 5];

    [Parameter("determined", "whether the spectrum is said to decide for every law")]
    public bool IsDetermined { get; init; }

    [Parameter("lower", "constant of the lower bound")]
    public BarrierFormula Lower { get; init; } = BarrierFormula.Minimum;

    [Parameter("upper", "constant of the upper bound")]
    public BarrierFormula Upper { get; init; } = BarrierFormula.Maximum;

    [Parameter("trace", "coefficient of (Σλ)² in the upper bound, over μ2²", Minimum = 0, Maximum = 10)]
    public double TraceCoefficient { get; init; } = 1;

    [Parameter("share", "factor before the constants, inverse in the lower bound", Minimum = 0.1, Maximum = 10)]
    public double Share { get; init; } = 1;

    public override Claim AsPrinted => this with { IsDetermined = true };

    public override string PrintedPart => "determined";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("max{κ, 2μ2²} in the lower bound", this with { Lower = BarrierFormula.Maximum }, "lower"),
        new("min{κ, 2μ2²} in the upper bound", this with { Upper = BarrierFormula.Minimum }, "upper"),
        new("trace term in the upper bound smaller by one percent", this with { TraceCoefficient = 0.99 }, "upper"),
        new(
            "both constants nearer by one percent: the lower one",
            this with { Share = 0.99, Laws = [CoordinateLaw.Uniform] },
            "lower"),
        new(
            "both constants nearer by one percent: the upper one",
            this with { Share = 0.99, Laws = [CoordinateLaw.Laplace] },
            "upper"),
    ];

    public override int Decisions => 3;

    protected override Experiment<SpectralRiskCell, SpectralRiskOutcome> Experiment { get; } =
        new SpectralRiskExperiment();

    protected override IReadOnlyList<SpectralRiskCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            from extremal in (bool[])[false, true]
            select new SpectralRiskCell(law, d, extremal),
        ];

    protected override Evidence Judge(Examination<SpectralRiskCell, SpectralRiskOutcome> examination)
    {
        Evidence lower = examination.ForAll(
            "both risks reach the lower bound",
            (cell, o) => Bound(cell, o, Lower, trace: 1, 1 / Share) - Math.Min(o.DiagonalRisk, o.RotatedRisk),
            Tolerance,
            Derivation).Named("lower");
        Evidence upper = examination.ForAll(
            "both risks stay within the upper bound",
            (cell, o) => Math.Max(o.DiagonalRisk, o.RotatedRisk) - Bound(cell, o, Upper, TraceCoefficient, Share),
            Tolerance,
            Derivation)
            .Named("upper");
        Examination<SpectralRiskCell, SpectralRiskOutcome> decided = examination.Where(cell =>
            IsDetermined || cell.Law == CoordinateLaw.Gaussian);
        Evidence determined = decided
            .ForAll(
                "matrices of one spectrum have one risk",
                (_, o) => Math.Abs(o.DiagonalRisk - o.RotatedRisk),
                Tolerance,
                Derivation)
            .Named("determined");
        return Evidence.All(lower, upper, determined);
    }

    private const string Derivation =
        "rounding of the two quadratic forms and of the rotation, whose distance from an orthogonal matrix is computed";

    private static double Tolerance(SpectralRiskCell cell, SpectralRiskOutcome o) => 2 * o.Error;

    private static double Bound(
        SpectralRiskCell cell,
        SpectralRiskOutcome o,
        BarrierFormula constant,
        double trace,
        double share) =>
        cell.Law.SecondMoment * cell.Law.SecondMoment * trace * o.TraceSquare
        + share * constant.Value(cell.Law, cell.Dimension) * o.SquareSum;
}
