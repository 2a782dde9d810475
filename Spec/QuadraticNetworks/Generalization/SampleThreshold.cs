using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// N ≥ d(d+1)/2 samples span S with probability one; with one sample fewer some interpolant has L ≥ C σ⁴. The first
// spanning N is found exactly, modulo a prime; the interpolant is constructed.

/// <summary>The sample threshold d(d+1)/2.</summary>
public sealed partial record SampleThreshold : Claim<SpanningTimeCell, SpanningTimeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/sample-threshold",
        Title = "Random X_iX_iᵀ span the symmetric matrices from exactly d(d+1)/2 samples on",
        Kind = ClaimKind.AlmostSure,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Quotations =
        [
            @"As soon as $N \geq d(d+1)/2$, random data $X_i \in \mathbb{R}^d$, $1 \leq i \leq N$ enjoys "
            + @"$\text{span}(X_i X_i^T : 1 \leq i \leq N) = \mathcal{S}$, with probability one.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            N\ge \tfrac{d(d+1)}{2}, \ X_i \text{ i.i.d. with i.i.d. centered sub-Gaussian coordinates} \Rightarrow
            \mathbb{P}[\mathrm{span}(X_iX_i^T)=\mathcal{S}]=1
            """)
        {
            Corrected =
                """
                \text{the same for } X_i \text{ i.i.d. with a jointly continuous law; with } N=\tfrac{d(d+1)}{2}-1 \text{ never, and then some } W
                \text{ has } \widehat{\mathcal{L}}(W)=0,\ \mathcal{L}(W)\ge\min\{\mu_4-\mu_2^2,2\mu_2^2\}\,\sigma_{\min}(W^*)^4
                """,
            Reason =
                "\"Random data\" is not enough. The data class of the Model slide includes coordinates ±1, for which "
                + "every X_iX_iᵀ has unit diagonal, so that E_11 − E_22 is orthogonal to all of "
                + "them: the span has dimension at most 1 + d(d−1)/2 < d(d+1)/2 for every N, d ≥ 2. A jointly "
                + "continuous law, which the theorem two slides later names for its own data, is what "
                + "the statement needs.",
        },
        Hypotheses =
        [
            "X_i i.i.d. with a jointly continuous law on R^d (examined here: products; dependent coordinates in "
            + "planted-zero-generalization)",
            "for the failure one sample earlier: rank(W*) = d and i.i.d. centered coordinates with finite fourth "
            + "moment",
        ],
        Method =
            "Samples arrive one by one; the first N at which the X_iX_iᵀ span is found by elimination modulo 2⁶¹ − 1, "
            + "exactly (a double is an integer times a power of two). It has to be d(d+1)/2 in "
            + "every trial: one more or fewer is seen. One sample earlier the rank-deficient interpolant is "
            + "constructed; an exact one of width d − 1 is proved to exist beside it "
            + "(Newton–Kantorovich), and its population risk is bounded: the constant within a factor 2.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 5];

    [Parameter("threshold", "claimed number of samples")]
    public ThresholdFormula Threshold { get; init; } = ThresholdFormula.Dimension;

    [Parameter("factor", "factor before C in the bound one sample earlier", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher], Dimensions = [2, 3] };

    public override string PrintedPart => First;

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Laws where !law.IsContinuous select $"a jointly continuous law; {law} coordinates have none";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "one sample fewer suffices",
            this with { Threshold = ThresholdFormula.OneFewer, Laws = [CoordinateLaw.Gaussian] },
            First),
        new(
            "one sample more is needed",
            this with { Threshold = ThresholdFormula.OneMore, Laws = [CoordinateLaw.Gaussian] },
            First),
        new(
            "d² samples are needed",
            this with { Threshold = ThresholdFormula.Square, Laws = [CoordinateLaw.Gaussian] },
            First),
        new(
            "d(d−1)/2 samples suffice",
            this with { Threshold = ThresholdFormula.StrictTriangle, Laws = [CoordinateLaw.Gaussian] },
            First),
        new(
            "twice C one sample earlier",
            this with { Factor = 2, Laws = [CoordinateLaw.Gaussian], Dimensions = [2] },
            "risk"),
    ];

    public override int Decisions => Cells.Count + 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 5, 8] },
        _ => this with { Dimensions = [1, 2, 3, 4, 5, 6, 8, 10] },
    };

    protected override Experiment<SpanningTimeCell, SpanningTimeOutcome> Experiment { get; } =
        new SpanningTimeExperiment();

    protected override IReadOnlyList<SpanningTimeCell> Cells =>
        [.. from law in Laws from d in Dimensions select new SpanningTimeCell(law, d)];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<SpanningTimeCell, SpanningTimeOutcome> examination)
    {
        return Evidence.All([
            .. examination
                .ByCell()
                .Select(part =>
                    part.Part.Count(
                            $"the X_iX_iᵀ span first at the claimed N ({part.Cell.Law}, d = {part.Cell.Dimension})",
                            SpansInTime,
                            probability: 1)
                        .Named(First)),
            examination
                .ForAll(
                    "one sample before d(d+1)/2 a rank-deficient student interpolates",
                    (_, o) => o.InterpolantMisfit,
                    (cell, o) => o.InterpolantWidth < cell.Dimension
                        ? InterpolationProof.Tolerance(
                            o.InterpolantMisfit, o.InterpolantMisfitError, o.InterpolantShift)
                        : double.PositiveInfinity,
                    InterpolationProof.Derivation + "; a construction that ends at full rank leaves the draw open",
                    InterpolationProof.Resolution).Named("interpolant"),
            examination.ForAll(
                "its population risk is at least C σ⁴",
                (cell, o) => Factor * cell.Law.BarrierConstant - o.InterpolantRisk,
                (_, o) => o.InterpolantError,
                "rounding of the quadratic form and of σ⁴, and the distance between computed student and exact "
                    + "interpolant")
                .Named("risk"),
        ]);
    }

    private const string First = "first";

    // Reaching the full dimension modulo a prime is proof; not reaching it is proof where the samples are too few, or
    // where all diagonals are equal.
    private TrialResult SpansInTime(SpanningTimeCell cell, SpanningTimeOutcome o)
    {
        int claimed = Claimed(cell.Dimension);
        if (o.SpanningTime == claimed)
            return TrialResult.Success;
        bool earlier = o.SpanningTime > 0 && o.SpanningTime < claimed;
        bool tooFew = claimed < SymmetricVectorization.Dimension(cell.Dimension);
        return earlier || tooFew || (o.UnitDiagonals && cell.Dimension > 1) ? TrialResult.Failure : TrialResult.Open;
    }

    private int Claimed(int d) => Threshold switch
    {
        ThresholdFormula.Dimension => SymmetricVectorization.Dimension(d),
        ThresholdFormula.OneFewer => SymmetricVectorization.Dimension(d) - 1,
        ThresholdFormula.OneMore => SymmetricVectorization.Dimension(d) + 1,
        ThresholdFormula.Square => d * d,
        _ => d * (d - 1) / 2,
    };
}
