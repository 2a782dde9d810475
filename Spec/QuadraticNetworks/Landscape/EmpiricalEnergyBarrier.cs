using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Optimization Landscape: An Energy Barrier": with high probability min over rank W ≤ d − 1 of L̂(W) ≥ ½ C5 σ⁴. Each
// draw encloses the minimum: λ_min(Ĝ) σ⁴ below, the risk of an explicit student above. A trial succeeds or fails only
// by certificate.

/// <summary>The energy barrier of the empirical risk.</summary>
public sealed record EmpiricalEnergyBarrier : Claim<EmpiricalBarrierCell, EmpiricalBarrierOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/empirical-energy-barrier",
        Title = "Rank-deficient students have empirical risk at least ½C·σ_min(W*)⁴, given enough samples",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier"),
        Quotations =
        [
            @"under certain technical assumptions (in particular if N = d^{O(1)}), it holds that with high probability,",
            @"\hat{\mathcal{L}}(W) = … \frac{1}{N} \sum_{1 \leq i \leq N} (Y_i - f(W; X_i))^2 \geq \frac{1}{2} C_5 "
                + @"\sigma_{\min}(W^*)^4.",
            @"if \text{rank}(W) < d, then \widehat{\mathcal{L}}(W) is bounded away from zero by an explicit constant.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            N=d^{O(1)} \Rightarrow \text{w.h.p. } \min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W)
            \ge\tfrac12 C_5\,\sigma_{\min}(W^*)^4
            """)
        {
            Corrected =
                """
                \text{for each law with } \mathrm{Var}(x^2)>0 \text{ a } c \text{ with: for } N \ge c\,\tfrac{d(d+1)}{2}
                \quad \mathbb{P}\Big[\min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W)
                \ge\tfrac12 \min\{\mu_4-\mu_2^2,2\mu_2^2\}\,\sigma_{\min}(W^*)^4\Big] \ge 0.9
                """,
            Reason =
                "N = d^{O(1)} bounds the number of samples from above only. With N = d(d+1)/2 − 1 samples, a "
                + "polynomial in d, a rank-deficient student interpolates and the minimum is exactly 0; at N = "
                + "d(d+1)/2 it is positive but far below the bound. What is needed is N of at least a large multiple "
                + "of d(d+1)/2, 64 for the laws and sizes examined. The multiple depends on the law: bounded "
                + "coordinates that are rarely other than 0 leave some x_i x_j at 0 in all samples, and the minimum "
                + "is 0.",
        },
        Hypotheses =
        [
            "data i.i.d. with i.i.d. centered coordinates, Var(x²) > 0",
            "rank(W*) = d",
            "N ≥ c·d(d+1)/2 with c of the law; c = 64 suffices for the laws and sizes examined",
        ],
        Method =
            "Each draw encloses the minimum between λ_min(Ĝ) σ⁴ (Ĝ the empirical covariance of svec(XXᵀ), the "
            + "eigenvalue within a proven bound) and the risk of an explicit rank-deficient student found through the "
            + "dual. A trial succeeds if the lower end reaches the bound and fails if the upper end misses it; what "
            + "lies between counts against both. For each law, dimension and teacher the probability of success is "
            + "bounded by Clopper–Pearson. The minimum lies some 1.6 times above the bound: exponents off by 0.4 "
            + "show, a factor of 1.1 does not.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 10, Size = true)]
    public Choices<int> Dimensions { get; init; } = [4];

    [Parameter("n-per-dim", "N divided by d(d+1)/2", Minimum = 1, Maximum = 1024)]
    public int SamplesPerDimension { get; init; } = 64;

    [Parameter("n-offset", "samples added to that multiple", Minimum = -2, Maximum = 1000)]
    public int SampleOffset { get; init; }

    [Parameter("probability", "claimed probability", Minimum = 0.01, Maximum = 0.999)]
    public double Probability { get; init; } = 0.9;

    [Parameter("factor", "factor before the constant", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 0.5;

    [Parameter("bound", "constant of the lower bound")]
    public BarrierFormula Bound { get; init; } = BarrierFormula.Minimum;

    [Parameter("exponent", "power of σ_min(W*)", Minimum = 0, Maximum = 8)]
    public double Exponent { get; init; } = 4;

    [Parameter("deficit", "students have rank at most d minus this", Minimum = 0, Maximum = 1)]
    public int Deficit { get; init; } = 1;

    public override Claim AsPrinted =>
        (this with { SamplesPerDimension = 1, SampleOffset = -1 }).Focused(CoordinateLaw.Gaussian);

    public override string? PrintedPart => "barrier";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "N = d(d+1)/2 suffices",
            (this with { SamplesPerDimension = 1 }).Focused(CoordinateLaw.Gaussian),
            "barrier"),
        new(
            "no factor ½ at N = 8·d(d+1)/2",
            (this with { SamplesPerDimension = 8, Factor = 1 }).Focused(CoordinateLaw.Gaussian),
            "barrier"),
        new(
            "max{κ, 2μ2²} instead of min",
            (this with { Bound = BarrierFormula.Maximum }).Focused(CoordinateLaw.Uniform),
            "barrier"),
        new("σ_min to the power 3.6", (this with { Exponent = 3.6 }).Focused(CoordinateLaw.Gaussian), "barrier"),
        new("σ_min to the power 4.4", (this with { Exponent = 4.4 }).Focused(CoordinateLaw.Gaussian), "barrier"),
        new("students of rank d too", (this with { Deficit = 0 }).Focused(CoordinateLaw.Gaussian), "barrier"),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            IEnumerable<string> unmet = LawHypotheses
                .Varying(Laws)
                .Concat(
                    LawHypotheses.OneOf(
                        Laws, "c = 64", CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace,
                        CoordinateLaw.TwoPoint));
            return SamplesPerDimension < 64 || SampleOffset < 0
                ? unmet.Append("fewer than 64·d(d+1)/2 samples")
                : unmet;
        }
    }

    public override int Decisions => Cells.Count + 1;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [3, 4, 6] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6, 8] },
    };

    protected override Experiment<EmpiricalBarrierCell, EmpiricalBarrierOutcome> Experiment { get; } =
        new EmpiricalBarrierExperiment();

    protected override IReadOnlyList<EmpiricalBarrierCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from teacher in ((TeacherKind Kind, double Scale)[])[(TeacherKind.Aligned, 0.125), (TeacherKind.Random, 8)]
           let samples = Math.Max(1, SamplesPerDimension * SymmetricVectorization.Dimension(d) + SampleOffset)
           select new EmpiricalBarrierCell(law, d, samples, teacher.Kind, teacher.Scale, Deficit),
    ];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Math.Min(1, Probability + 0.9 * (1 - Probability)), level / 2);

    protected override Evidence Judge(Examination<EmpiricalBarrierCell, EmpiricalBarrierOutcome> examination)
    {
        return Evidence.All(
        [
            .. examination.ByCell().Select(part => part.Part.Count(
                $"the least risk reaches the bound ({part.Cell.Law}, d = {part.Cell.Dimension}, N = "
                    + $"{part.Cell.Samples}, "
                + $"{part.Cell.Teacher.ToString().ToLowerInvariant()} teacher)",
                Certify,
                Probability).Named("barrier")),
            examination.ForAll(
                "the explicit student is never below the eigenvalue certificate",
                (_, o) => o.LowerBound - o.Minimum,
                (_, o) => o.Error,
                "rounding of the student's risk; the eigenvalue is already reduced by its own error")
            .Named("enclosure")
            .AsSupplement(),
        ]);
    }

    private TrialResult Certify(EmpiricalBarrierCell cell, EmpiricalBarrierOutcome o)
    {
        double bound = Factor * Bound.Value(cell.Law, cell.Dimension) * BarrierFormulas.ExcessPower(o.Sigma, Exponent);
        return o.LowerBound >= bound ? TrialResult.Success
            : o.Minimum + o.Error < bound ? TrialResult.Failure
            : TrialResult.Open;
    }

    // A wrong variant needs one law and dimension to be refuted (the largest, where barriers are lowest); more would
    // only dilute the risk.
    private EmpiricalEnergyBarrier Focused(CoordinateLaw law) =>
        this with
        {
            Laws = [law],
            Dimensions = [Dimensions[^1]],
        };
}
