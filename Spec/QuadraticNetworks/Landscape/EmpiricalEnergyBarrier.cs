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
public sealed partial record EmpiricalEnergyBarrier : Claim<EmpiricalBarrierCell, EmpiricalBarrierOutcome>
{
    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 10, Size = true)]
    public Choices<int> Dimensions { get; init; } = [4];

    [Parameter("n-per-dim", "N divided by d(d+1)/2", Minimum = 1, Maximum = 1024)]
    public int SamplesPerDimension { get; init; } = 64;

    [Parameter("few", "the smaller multiple of d(d+1)/2 from which the probability rises", Minimum = 1, Maximum = 1024)]
    public int FewPerDimension { get; init; } = 1;

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
        new(
            "the probability does not grow with N",
            (this with { FewPerDimension = SamplesPerDimension }).Focused(CoordinateLaw.Gaussian),
            "tendency"),
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

    public override int Decisions => Enough.Distinct().Count() + Few.Distinct().Count() + 1;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [3, 4, 6] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6, 8] },
    };

    protected override Experiment<EmpiricalBarrierCell, EmpiricalBarrierOutcome> Experiment { get; } =
        new EmpiricalBarrierExperiment();

    protected override IReadOnlyList<EmpiricalBarrierCell> Cells => [.. Enough, .. Few];

    private IEnumerable<EmpiricalBarrierCell> Enough =>
        from law in Laws
        from d in Dimensions
        from teacher in ((TeacherKind Kind, double Scale)[])[(TeacherKind.Aligned, 0.125), (TeacherKind.Random, 8)]
        select new EmpiricalBarrierCell(
            law, d, Samples(d, SamplesPerDimension, SampleOffset), teacher.Kind, teacher.Scale, Deficit);

    private IEnumerable<EmpiricalBarrierCell> Few =>
        from law in Laws
        from d in Dimensions
        select new EmpiricalBarrierCell(law, d, Samples(d, FewPerDimension, 0), TeacherKind.Random, 8, Deficit);

    private static int Samples(int d, int perDimension, int offset) =>
        Math.Max(1, perDimension * SymmetricVectorization.Dimension(d) + offset);

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Math.Min(1, Probability + 0.9 * (1 - Probability)), level / 2);

    protected override Evidence Judge(Examination<EmpiricalBarrierCell, EmpiricalBarrierOutcome> examination)
    {
        return Evidence.All(
        [
            .. examination.Where(Enough.Contains).ByCell().Select(part => part.Part.Count(
                $"the least risk reaches the bound ({part.Cell.Law}, d = {part.Cell.Dimension}, N = "
                    + $"{part.Cell.Samples}, "
                + $"{part.Cell.Teacher.ToString().ToLowerInvariant()} teacher)",
                Certify,
                Probability).Named("barrier")),
            .. Few.Distinct().Select(few => examination.Rises(
                $"the probability of that rises with N ({few.Law}, d = {few.Dimension}, from N = {few.Samples})",
                Certify,
                cell => cell == few,
                cell => cell.Law == few.Law
                    && cell.Dimension == few.Dimension
                    && cell.Teacher == few.Teacher
                    && Enough.Contains(cell),
                Rise).Named("tendency")),
            examination.Where(Enough.Contains).ForAll(
                "the explicit student is never below the eigenvalue certificate",
                (_, o) => o.LowerBound - o.Minimum,
                (_, o) => o.Error,
                "rounding of the student's risk; the eigenvalue is already reduced by its own error")
                .Named("enclosure")
                .AsSupplement(),
        ]);
    }

    // At N = d(d+1)/2 the least risk is positive and far below the bound; nearly no draw reaches it.
    private const double Rise = 0.5;

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
