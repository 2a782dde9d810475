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

// Eigenvalues repel: their counting function is a log-correlated field of variance log(d)/π², whose maximum is
// √2·log(d)/π instead of √d. The semicircle is the limit for m/d → ∞; at finite m/d the law of Marchenko and Pastur
// stands, and differs from it by √(d/m)/(3π). Its edges lie √(d/m) above ±2, which shows at proportional sizes: m = 4d.

/// <summary>The spectrum of W*ᵀW* − mI over √(md) follows the semicircle law.</summary>
public sealed record WishartSemicircle : Claim<PlantedSpectrumCell, PlantedSpectrumOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/wishart-semicircle",
        Title = "The spectrum of (W*ᵀW* − mI)/√(md) follows the semicircle law up to √(d/m)/(3π)",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = StationaryPointsTalk.At("Proper Initialization"),
        Quotations = [@"Spectrum of Wishart matrices $(W^*)^T W^*$ are tightly concentrated. Semicircle law by […]"],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            x_i=(\lambda_i-m)/(md)^{1/2}, \ \lambda=\mathrm{spec}(W^{*T}W^*)\text{: the distribution function } F_d \text{ of the } x_i
            \text{ tends to that of the semicircle law on } [-2,2] \text{ as } d\to\infty
            """)
        {
            Corrected =
                """
                \text{the same if } m/d\to\infty\text{: with } r=\sqrt{d/m}, \text{ with high probability}
                \sup_x|F_d(x)-F_{sc}(x)|\le r/(3\pi)+r^2/10+(2+\sqrt2\log(d)/\pi)/d,
                |x_{\min}+2-r|\le 6\,(1-r)^{4/3}d^{-2/3},\ |x_{\max}-2-r|\le 6\,(1+r)^{4/3}d^{-2/3}
                """,
            Reason =
                "At a fixed ratio m/d the limit is the law of Marchenko and Pastur, which differs from the semicircle "
                + "by r/(3π) to first order and has its edges at r ± 2. The slide "
                + "sets no ratio; the theorem that follows has m > Cd², for which m/d → ∞.",
        },
        Hypotheses =
        [
            "entries of W* i.i.d., centered, of unit variance; all moments finite for the rate of the extreme "
            + "eigenvalues",
            "m/d → ∞",
        ],
        Method =
            "Eigenvalues are counted on a grid, which encloses the largest difference between distribution functions, "
            + "from the semicircle (m = d²) and from the exact law at the ratio d/m "
            + "(also m = 4d). Extreme eigenvalues are judged at m = 4d, where their shift r = ½ exceeds what is "
            + "allowed for from d = 11 on below, from d = 94 on above. Trials within the bounds "
            + "are counted (probability at least 0.9). The allowances for fluctuations are derived to first order; of "
            + "353 draws at each of the catalogue's sizes at most one in a hundred misses one. "
            + "The distance between the two limits is computed: r/(3π) to first order. Missing 0.3 of that distance "
            + "would be seen at d = 320, m = 4d.",
    };

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
        Evidence.All(
    [
        .. examination.Where(cell => cell.Width == Width(cell.Dimension)).ByCell().Select(part =>
            part.Part.Count($"distance from the semicircle {Name(part.Cell)}", Reference, Probability)
                .Named(Semicircle)),
        .. examination.ByCell().Select(part => part.Part.Count(
            $"distance from Marchenko and Pastur {Name(part.Cell)}",
            (cell, o) => Within(o.MarchenkoPasturLower, o.MarchenkoPasturUpper, Rigidity(cell)),
            Probability).Named("concentration")),
        .. examination.Where(cell => cell.Width == EdgeRatio * cell.Dimension).ByCell().Select(part =>
            part.Part.Count($"extreme eigenvalues {Name(part.Cell)}", Edges, Probability).Named(Extremes)),
        BetweenTheLimits.Value.Named("limits").AsSupplement(),
    ]);

    private const string Semicircle = "semicircle";

    private const string Extremes = "extremes";

    private TrialResult Reference(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double ratio = (double)cell.Dimension / cell.Width;
        double bound = Bias * (Math.Sqrt(ratio) / (3 * Math.PI) + SecondOrder * ratio) + Rigidity(cell);
        return Within(o.ReferenceLower, o.ReferenceUpper, bound);
    }

    // Over √(md) the extreme eigenvalues fluctuate on the scales (1 ± r)^(4/3)·d^(−2/3), by the law F₁ of Tracy and
    // Widom with the tails 1 − F₁(s) ~ e^(−2s^1.5/3)/(4√π·s^0.75), which is 2.0·10⁻⁶ at 6, and F₁(−s) ~ τ·e^(−s³/24 −
    // s^1.5/(3√2))·s^(−1/16), τ = 0.785, which is 2.7·10⁻⁶ there.
    private TrialResult Edges(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double root = Math.Sqrt((double)cell.Dimension / cell.Width);
        double shift = EdgeShift * root;
        return
            Math.Abs(o.Least + 2 - shift) <= Allowed(1 - root) && Math.Abs(o.Largest - 2 - shift) <= Allowed(1 + root)
            ? TrialResult.Success
            : TrialResult.Failure;

        double Allowed(double factor) =>
            6
            * ElementaryFunctions.Exp(
                (4 * ElementaryFunctions.Log(factor) - 2 * ElementaryFunctions.Log(cell.Dimension)) / 3);
    }

    // sup|F_MP − F_sc| = √(d/m)/(3π) + O(d/m): deterministic, and the same for all variants.
    private static readonly Lazy<Limit> BetweenTheLimits = new(() =>
    {
        double[] scales = [.. Enumerable.Range(1, 12).Select(k => Math.ScaleB(1, 2 * k))];
        return new Limit
        {
            Statement = "the law of Marchenko and Pastur differs from the semicircle by √(d/m)/(3π), over √(d/m)",
            Scales = scales,
            Distances = [.. scales.Select(Excess)],

            // Between points of the grid the difference, near (r/3π)·|sin 3φ|, rises by at most (9/3π)·r·(π/480)²/2 =
            // 2·10⁻⁵·r above them.
            Tolerance = 1e-4,
            Rate = 0.5,
            Constant = SecondOrder,
            Resolution = 1e-4,
        };

        double Excess(double ratio) =>
            Math.Abs(
                Math.Sqrt(ratio) * new MarchenkoPasturLaw(1 / ratio).DistanceToSemicircle(240) - 1 / (3 * Math.PI));
    });

    private static TrialResult Within(double lower, double upper, double bound) =>
        upper <= bound ? TrialResult.Success : lower > bound ? TrialResult.Failure : TrialResult.Open;

    private const double SecondOrder = 0.1;

    // The number of eigenvalues below a point has variance log(d)/π² + O(1) (Gustavsson; O'Rourke), and correlations
    // that fall like a logarithm, so that its largest deviation is √2·log(d)/π to first order. Two more for what stays
    // bounded: the jump of one, the mean (which β = 1 and the fourth moment of the weights move by less than ½) and the
    // fluctuation of the maximum.
    private static double Rigidity(PlantedSpectrumCell cell) =>
        (2 + Math.Sqrt(2) / Math.PI * ElementaryFunctions.Log(cell.Dimension)) / cell.Dimension;

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
