using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// "Proper Initialization", (c): "Spectrum of Wishart matrices (W*)ᵀW* are tightly concentrated. Semicircle law by Bai & Yin [88,93]". Eigenvalues repel: the number of them below a
// point fluctuates like √log d instead of √d, so that distribution functions are met to within (1 + log d)/d. The semicircle is the limit for m/d → ∞; at finite m/d the law of
// Marchenko and Pastur stands, and differs from it by √(d/m)/(3π).

/// <summary>The spectrum of W*ᵀW* − mI over √(md) follows the semicircle law.</summary>
public sealed record WishartSemicircle : Claim<PlantedSpectrumCell, PlantedSpectrumOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/wishart-semicircle",
        Title = "The spectrum of (W*ᵀW* − mI)/√(md) follows the semicircle law up to √(d/m)/(3π)",
        Kind = ClaimKind.Limit,
        Source = StationaryPointsTalk.At("Proper Initialization, (c), second item; Main Result., remark (a) (normalization and rates derived here)"),
        Statement = new(
            @"\text{Spectrum of } (W^*)^TW^* \text{ is tightly concentrated; for } m/d\to\infty \text{ semicircle law: with } x_i=(\lambda_i-m)/(md)^{1/2}, \ \sup_x|F_d(x)-F_{sc}(x)|\le \sqrt{d/m}/(3\pi)+d/m+(1+\log(d))/d, \ |x_{\min}+2-\sqrt{d/m}|,\ |x_{\max}-2-\sqrt{d/m}|\le 6\,d^{-2/3}"),
        Hypotheses =
        [
            "entries of W* i.i.d., centered, of unit variance; finite fourth moment for the extreme eigenvalues (light tails for their rate)",
            "m/d → ∞; at a fixed ratio the limit is the law of Marchenko and Pastur",
        ],
        Method =
            "Eigenvalues are counted on a grid, which encloses the largest difference between distribution functions, from the semicircle and from the exact law at the ratio d/m. Trials within the bounds are counted (probability at least 0.9). "
            + "The spectrum is rigid, so that tests for independent samples do not apply. The distance between the two limits is computed: √(d/m)/(3π) to first order.",
    };

    /// <summary>Laws of the planted weights.</summary>
    [Parameter("weights", "laws of the planted weights", Values = "gaussian, uniform, laplace, rademacher", Size = true)]
    public Choices<CoordinateLaw> Weights { get; init; } = [CoordinateLaw.Gaussian];

    /// <summary>Data dimensions.</summary>
    [Parameter("d", "data dimensions (above 256: Gaussian weights only)", Minimum = 4, Maximum = 4096, Size = true)]
    public Choices<int> Dimensions { get; init; } = [32, 128];

    /// <summary>m over d^exponent.</summary>
    [Parameter("constant", "m divided by d^exponent", Minimum = 1, Maximum = 100)]
    public int Constant { get; init; } = 1;

    /// <summary>Power of d in the width.</summary>
    [Parameter("exponent", "power of d in the width", Minimum = 1, Maximum = 2)]
    public int Exponent { get; init; } = 2;

    /// <summary>By what W*ᵀW* − mI is divided.</summary>
    [Parameter("scaling", "what eigenvalues of W*ᵀW* − mI are divided by")]
    public SpectrumScaling Scaling { get; init; }

    /// <summary>Whether the limit is said to be uniform on [−2, 2].</summary>
    [Parameter("uniform", "whether the limit is said to be uniform on [−2, 2]")]
    public bool IsUniform { get; init; }

    /// <summary>Coefficient of √(d/m)/(3π).</summary>
    [Parameter("bias", "coefficient of √(d/m)/(3π)", Minimum = 0, Maximum = 10)]
    public double Bias { get; init; } = 1;

    /// <summary>The claimed probability.</summary>
    [Parameter("probability", "claimed probability", Minimum = 0.01, Maximum = 0.999)]
    public double Probability { get; init; } = 0.9;

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("divided by √m", Focused() with { Scaling = SpectrumScaling.RootWidth }),
        new("divided by m", Focused() with { Scaling = SpectrumScaling.Width }),
        new("uniform on [−2, 2]", Focused() with { IsUniform = true }),
        new("semicircle law at m = 4d too", Focused() with { Bias = 0, Constant = 4, Exponent = 1 }),
    ];

    /// <inheritdoc/>
    public override int Decisions => 3 * Cells.Count;

    /// <inheritdoc/>
    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher], Dimensions = [48, 96] },
        _ => this with { Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher, CoordinateLaw.Laplace], Dimensions = [24, 48, 96, 192] },
    };

    /// <inheritdoc/>
    protected override Experiment<PlantedSpectrumCell, PlantedSpectrumOutcome> Experiment { get; } = new PlantedSpectrumExperiment();

    /// <inheritdoc/>
    protected override IReadOnlyList<PlantedSpectrumCell> Cells =>
    [
        .. from weights in Weights
           from d in Dimensions
           select new PlantedSpectrumCell(weights, d, Constant * (Exponent == 2 ? d * d : d), Scaling, IsUniform),
    ];

    /// <inheritdoc/>
    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Probability + 0.75 * (1 - Probability), level / 2);

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<PlantedSpectrumCell, PlantedSpectrumOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Evidence.All(
        [
            .. examination.ByCell().SelectMany(part => (Evidence[])
            [
                part.Part.Count($"distance from the semicircle {Name(part.Cell)}", Reference, Probability),
                part.Part.Count($"distance from Marchenko and Pastur {Name(part.Cell)}", (cell, o) => Within(o.MarchenkoPasturLower, o.MarchenkoPasturUpper, Rigidity(cell)), Probability),
                part.Part.Count($"extreme eigenvalues {Name(part.Cell)}", Edges, Probability),
            ]),
            BetweenTheLimits.Value,
        ]);
    }

    private TrialResult Reference(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double ratio = (double)cell.Dimension / cell.Width;
        double bound = Bias * (Math.Sqrt(ratio) / (3 * Math.PI) + ratio) + Rigidity(cell);
        return Within(o.ReferenceLower, o.ReferenceUpper, bound);
    }

    // Six units of the fluctuations of extreme eigenvalues (Tracy and Widom), whose law puts less than 10⁻⁶ there on either side.
    private static TrialResult Edges(PlantedSpectrumCell cell, PlantedSpectrumOutcome o)
    {
        double root = Math.Sqrt((double)cell.Dimension / cell.Width);
        double bound = 6 * ElementaryFunctions.Exp(-2.0 / 3 * ElementaryFunctions.Log(cell.Dimension));
        return Math.Abs(o.Least + 2 - root) <= bound && Math.Abs(o.Largest - 2 - root) <= bound ? TrialResult.Success : TrialResult.Failure;
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
            Constant = 0.1,
            Resolution = 1e-4,
        };
    });

    private static TrialResult Within(double lower, double upper, double bound) =>
        upper <= bound ? TrialResult.Success : lower > bound ? TrialResult.Failure : TrialResult.Open;

    private static double Rigidity(PlantedSpectrumCell cell) => (1 + ElementaryFunctions.Log(cell.Dimension)) / cell.Dimension;

    private static string Name(PlantedSpectrumCell cell) => $"({cell.Weights} weights, d = {cell.Dimension}, m = {cell.Width})";

    private WishartSemicircle Focused() => this with { Weights = [CoordinateLaw.Gaussian], Dimensions = [128] };
}
