using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// "Proper Initialization", (c): "Spectrum of Wishart matrices (W*)ᵀW* are tightly concentrated. Semicircle law by Bai & Yin [88,93]". Eigenvalues repel: their counting function is a
// log-correlated field of variance log(d)/π², whose maximum is √2·log(d)/π instead of √d. The semicircle is the limit for m/d → ∞; at finite m/d the law of Marchenko and Pastur stands,
// and differs from it by √(d/m)/(3π). Its edges lie √(d/m) above ±2, which shows at proportional sizes: m = 4d.

/// <summary>The spectrum of W*ᵀW* − mI over √(md) follows the semicircle law.</summary>
public sealed record WishartSemicircle : Claim<PlantedSpectrumCell, PlantedSpectrumOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/wishart-semicircle",
        Title = "The spectrum of (W*ᵀW* − mI)/√(md) follows the semicircle law up to √(d/m)/(3π)",
        Kind = ClaimKind.Limit,
        Source = StationaryPointsTalk.At("Proper Initialization, (c), second item; Main Result., remark (a) (normalization and rates derived here)"),
        Statement = new(
            @"\text{Spectrum of } (W^*)^TW^* \text{ is tightly concentrated; for } m/d\to\infty \text{ semicircle law: with } x_i=(\lambda_i-m)/(md)^{1/2}, \ \sup_x|F_d(x)-F_{sc}(x)|\le r/(3\pi)+r^2/10+(2+\sqrt2\log(d)/\pi)/d, \ r=\sqrt{d/m}; \quad |x_{\min}+2-r|\le 6\,(1-r)^{4/3}d^{-2/3},\ |x_{\max}-2-r|\le 6\,(1+r)^{4/3}d^{-2/3}"),
        Hypotheses =
        [
            "entries of W* i.i.d., centered, of unit variance; finite fourth moment for the extreme eigenvalues (light tails for their rate)",
            "m/d → ∞; at a fixed ratio the limit is the law of Marchenko and Pastur",
        ],
        Method =
            "Eigenvalues are counted on a grid, which encloses the largest difference between distribution functions, from the semicircle (m = d²) and from the exact law at the ratio d/m (also m = 4d). Extreme eigenvalues are judged at m = 4d, where their shift "
            + "r = ½ exceeds what is allowed for from d = 11 on below, from d = 94 on above. Trials within the bounds are counted (probability at least 0.9). The spectrum is rigid, so that tests for independent samples do not apply. The distance between the two limits is computed: "
            + "r/(3π) to first order.",
    };

    [Parameter("weights", "laws of the planted weights", Values = "gaussian, uniform, laplace, rademacher", Size = true)]
    public Choices<CoordinateLaw> Weights { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions (above 256: Gaussian weights only)", Minimum = 4, Maximum = 4096, Size = true)]
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

    [Parameter("probability", "claimed probability", Minimum = 0.01, Maximum = 0.999)]
    public double Probability { get; init; } = 0.9;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("divided by √m", AtSquare() with { Scaling = SpectrumScaling.RootWidth }),
        new("divided by m", AtSquare() with { Scaling = SpectrumScaling.Width }),
        new("uniform on [−2, 2]", AtSquare() with { IsUniform = true }),
        new("semicircle law at m = 4d too", Focused() with { Bias = 0, Constant = 4, Exponent = 1 }),
        new("edges at ±2", Focused() with { EdgeShift = 0 }),
    ];

    public override int Decisions => 4 * Weights.Count * Dimensions.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher], Dimensions = [64, 96] },
        _ => this with { Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher, CoordinateLaw.Laplace], Dimensions = [24, 48, 96, 192] },
    };

    protected override Experiment<PlantedSpectrumCell, PlantedSpectrumOutcome> Experiment { get; } = new PlantedSpectrumExperiment();

    protected override IReadOnlyList<PlantedSpectrumCell> Cells =>
    [
        .. from weights in Weights
           from d in Dimensions
           from width in ((int[])[Width(d), EdgeRatio * d]).Distinct()
           select new PlantedSpectrumCell(weights, d, width, Scaling, IsUniform),
    ];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Probability + 0.75 * (1 - Probability), level / 2);

    protected override Evidence Judge(Examination<PlantedSpectrumCell, PlantedSpectrumOutcome> examination)
    {
        return Evidence.All(
        [
            .. examination.Where(cell => cell.Width == Width(cell.Dimension)).ByCell().Select(part =>
                part.Part.Count($"distance from the semicircle {Name(part.Cell)}", Reference, Probability)),
            .. examination.ByCell().Select(part =>
                part.Part.Count($"distance from Marchenko and Pastur {Name(part.Cell)}", (cell, o) => Within(o.MarchenkoPasturLower, o.MarchenkoPasturUpper, Rigidity(cell)), Probability)),
            .. examination.Where(cell => cell.Width == EdgeRatio * cell.Dimension).ByCell().Select(part =>
                part.Part.Count($"extreme eigenvalues {Name(part.Cell)}", Edges, Probability)),
            BetweenTheLimits.Value,
        ]);
    }

    private TrialResult Reference(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double ratio = (double)cell.Dimension / cell.Width;
        double bound = Bias * (Math.Sqrt(ratio) / (3 * Math.PI) + SecondOrder * ratio) + Rigidity(cell);
        return Within(o.ReferenceLower, o.ReferenceUpper, bound);
    }

    // Over √(md) the extreme eigenvalues fluctuate on the scales (1 ± r)^(4/3)·d^(−2/3), by the law F₁ of Tracy and Widom with the tails
    // 1 − F₁(s) ~ e^(−2s^1.5/3)/(4√π·s^0.75), which is 2.0·10⁻⁶ at 6, and F₁(−s) ~ τ·e^(−s³/24 − s^1.5/(3√2))·s^(−1/16), τ = 0.785, which is 2.7·10⁻⁶ there.
    private TrialResult Edges(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double root = Math.Sqrt((double)cell.Dimension / cell.Width);
        double shift = EdgeShift * root;
        return Math.Abs(o.Least + 2 - shift) <= Allowed(1 - root) && Math.Abs(o.Largest - 2 - shift) <= Allowed(1 + root) ? TrialResult.Success : TrialResult.Failure;

        double Allowed(double factor) => 6 * ElementaryFunctions.Exp((4 * ElementaryFunctions.Log(factor) - 2 * ElementaryFunctions.Log(cell.Dimension)) / 3);
    }

    // sup|F_MP − F_sc| = √(d/m)/(3π) + O(d/m): deterministic, and the same for all variants.
    private static readonly Lazy<Limit> BetweenTheLimits = new(() =>
    {
        double[] scales = [.. Enumerable.Range(1, 12).Select(k => Math.ScaleB(1, 2 * k))];
        return new Limit
        {
            Statement = "the law of Marchenko and Pastur differs from the semicircle by √(d/m)/(3π), over √(d/m)",
            Scales = scales,
            Distances = [.. scales.Select(ratio => Math.Abs(Math.Sqrt(ratio) * new MarchenkoPasturLaw(1 / ratio).DistanceToSemicircle(240) - 1 / (3 * Math.PI)))],
            Tolerance = 1e-5,
            Rate = 0.5,
            Constant = SecondOrder,
            Resolution = 1e-4,
        };
    });

    private static TrialResult Within(double lower, double upper, double bound) =>
        upper <= bound ? TrialResult.Success : lower > bound ? TrialResult.Failure : TrialResult.Open;

    private const double SecondOrder = 0.1;

    // The number of eigenvalues below a point has variance log(d)/π² + O(1) (Gustavsson; O'Rourke), and correlations that fall like a logarithm, so that its largest deviation is √2·log(d)/π to first
    // order. Two more for what stays bounded: the jump of one, the mean (which β = 1 and the fourth moment of the weights move by less than ½) and the fluctuation of the maximum.
    private static double Rigidity(PlantedSpectrumCell cell) => (2 + Math.Sqrt(2) / Math.PI * ElementaryFunctions.Log(cell.Dimension)) / cell.Dimension;

    private int Width(int d) => Constant * (Exponent == 2 ? d * d : d);

    private static string Name(PlantedSpectrumCell cell) => $"({cell.Weights} weights, d = {cell.Dimension}, m = {cell.Width})";

    private WishartSemicircle Focused() => this with { Weights = [CoordinateLaw.Gaussian], Dimensions = [128] };

    // Wrong scalings and limits show at m = d² already.
    private WishartSemicircle AtSquare() => Focused() with { EdgeRatio = 128 };
}
