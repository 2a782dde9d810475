using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// Eigenvalues repel: their counting function is a log-correlated field of variance log(d)/π², whose maximum is
// √2·log(d)/π instead of √d. The semicircle is the limit for m/d → ∞; at finite m/d the law of Marchenko and Pastur
// stands, and differs from it by √(d/m)/(3π). Its edges lie √(d/m) above ±2, which shows at proportional sizes: m = 4d.

/// <summary>The spectrum of W*ᵀW* − mI over √(md) follows the semicircle law.</summary>
public sealed partial record WishartSemicircle : Claim<PlantedSpectrumCell, PlantedSpectrumOutcome>
{
    [Parameter(
        "weights", "laws of the planted weights", Values = "gaussian, uniform, laplace, rademacher", Size = true)]
    public Choices<CoordinateLaw> Weights { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions (above 256: Gaussian weights only)", Minimum = 4, Maximum = 1024, Size = true)]
    public Choices<int> Dimensions { get; init; } = [128];

    [Parameter("constant", "m divided by d^exponent", Minimum = 1, Maximum = 100)]
    public int Constant { get; init; } = 1;

    [Parameter("exponent", "power of d in the width", Minimum = 1, Maximum = 2)]
    public int Exponent { get; init; } = 2;

    [Parameter("edge-ratio", "m divided by d where extreme eigenvalues are judged", Minimum = 2, Maximum = 4096)]
    public int EdgeRatio { get; init; } = 4;

    [Parameter("scaling", "what eigenvalues of W*ᵀW* − mI are divided by")]
    public SpectrumScaling Scaling { get; init; }

    [Parameter("uniform", "whether the limit is said to be uniform on [−2, 2]")]
    public bool IsUniform { get; init; }

    [Parameter("bias", "coefficient of √(d/m)/(3π)", Minimum = 0, Maximum = 10)]
    public double Bias { get; init; } = 1;

    [Parameter("edge-shift", "coefficient of √(d/m) in the edges of the spectrum", Minimum = 0, Maximum = 10)]
    public double EdgeShift { get; init; } = 1;

    [Parameter("probability", "claimed probability", Minimum = 0.01, Maximum = 0.99)]
    public double Probability { get; init; } = 0.9;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("divided by √m", AtSquare() with { Scaling = SpectrumScaling.RootWidth }, Semicircle),
        new("divided by m", AtSquare() with { Scaling = SpectrumScaling.Width }, Semicircle),
        new("uniform on [−2, 2]", AtSquare() with { IsUniform = true }, Semicircle),
        new("0.3 of √(d/m)/(3π) at m = 4d", Proportional() with { Bias = 0.3 }, Semicircle),
        new("divided by √m at m = 4d", Proportional() with { Scaling = SpectrumScaling.RootWidth }, "concentration"),
        new("edges at ±2", Focused() with { EdgeShift = 0 }, Extremes),
    ];

    public override Claim AsPrinted => Proportional() with { Bias = 0 };

    public override string PrintedPart => Semicircle;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (CoordinateLaw law in Weights)
            {
                if (law.SecondMoment != 1)
                    yield return $"planted weights of unit variance; the {law} law has {law.SecondMoment}";
                if (!CoordinateLaw.All.Contains(law))
                    yield return $"all moments finite, for the rate of the extreme eigenvalues; not under {law}";
            }
        }
    }

    // The distance from the semicircle and the extreme eigenvalues once for each pair of weights and dimension, from
    // the exact law at every width.
    public override int Decisions => 2 * Weights.Count * Dimensions.Count + Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher],
            Dimensions = [64, 96],
        },
        _ => this with
        {
            Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher, CoordinateLaw.Laplace],
            Dimensions = [24, 48, 96, 192],
        },
    };

    protected override Experiment<PlantedSpectrumCell, PlantedSpectrumOutcome> Experiment { get; } =
        new PlantedSpectrumExperiment();

    protected override IReadOnlyList<PlantedSpectrumCell> Cells =>
    [
        .. from weights in Weights
           from d in Dimensions
           from width in ((int[])[Width(d), EdgeRatio * d]).Distinct()
           select new PlantedSpectrumCell(weights, d, width, Scaling, IsUniform),
    ];

    // Three in two hundred may fail or stay open; one in a hundred does.
    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Probability + 0.85 * (1 - Probability), level / 2);

    protected override Evidence Judge(Examination<PlantedSpectrumCell, PlantedSpectrumOutcome> examination) =>
        Evidence.All([
            .. examination.Where(cell => cell.Width == Width(cell.Dimension)).ByCell().Select(part =>
                part.Part.Count($"distance from the semicircle {Name(part.Cell)}", Reference, Probability)
                    .Named(Semicircle)),
            .. examination.ByCell().Select(part => part.Part.Count(
                $"distance from Marchenko and Pastur {Name(part.Cell)}",
                (cell, o) => Within(
                    o.MarchenkoPasturLower, o.MarchenkoPasturUpper, SemicircleAllowances.Rigidity(cell.Dimension)),
                Probability).Named("concentration")),
            .. examination.Where(cell => cell.Width == EdgeRatio * cell.Dimension).ByCell().Select(part =>
                part.Part.Count($"extreme eigenvalues {Name(part.Cell)}", Edges, Probability).Named(Extremes)),
            SemicircleAllowances.BetweenTheLimits.Value.Named("limits").AsSupplement(),
        ]);

    private const string Semicircle = "semicircle";

    private const string Extremes = "extremes";

    private TrialResult Reference(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double ratio = (double)cell.Dimension / cell.Width;
        double limits = Math.Sqrt(ratio) / (3 * Math.PI) + SemicircleAllowances.SecondOrder * ratio;
        double bound = Bias * limits + SemicircleAllowances.Rigidity(cell.Dimension);
        return Within(o.ReferenceLower, o.ReferenceUpper, bound);
    }

    private TrialResult Edges(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double root = Math.Sqrt((double)cell.Dimension / cell.Width);
        double shift = EdgeShift * root;
        return
            Math.Abs(o.Least + 2 - shift) <= SemicircleAllowances.Edge(1 - root, cell.Dimension)
            && Math.Abs(o.Largest - 2 - shift) <= SemicircleAllowances.Edge(1 + root, cell.Dimension)
            ? TrialResult.Success
            : TrialResult.Failure;
    }

    private static TrialResult Within(double lower, double upper, double bound) =>
        upper <= bound ? TrialResult.Success : lower > bound ? TrialResult.Failure : TrialResult.Open;

    private int Width(int d) => Constant * (Exponent == 2 ? d * d : d);

    private static string Name(PlantedSpectrumCell cell) =>
        $"({cell.Weights} weights, d = {cell.Dimension}, m = {cell.Width})";

    private WishartSemicircle Focused() => this with { Weights = [CoordinateLaw.Gaussian], Dimensions = [128] };

    // At a fixed ratio, in a dimension where the allowance for fluctuations is a third of the distance between the
    // limits.
    private WishartSemicircle Proportional() => Focused() with { Dimensions = [320], Constant = 4, Exponent = 1 };

    // Wrong scalings and limits show at m = d² already.
    private WishartSemicircle AtSquare() => Focused() with { EdgeRatio = 128 };
}
