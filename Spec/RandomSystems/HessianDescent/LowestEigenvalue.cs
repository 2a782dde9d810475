using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The R-transform of the semicircle of radius 2a is a²g. The theorem's slide has α² in its place where it defines z*,
// and no a at all; where the talk speaks of λ_min, a² stands.

/// <summary>The lowest eigenvalue of the Hessian's law is −z*.</summary>
public sealed record LowestEigenvalue : Claim<LowestEigenvalueCell, LowestEigenvalueOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/lowest-eigenvalue",
        Title = "The lowest eigenvalue of aW/√d + bZᵀZ/d tends to −z*",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("Where does this come from?"),
        Quotations =
        [
            @"\lim_{n, d \rightarrow \infty} \frac{1}{d} \lambda_{\min}(\mathbf{A}_{n, d}) = -z_*(\alpha, a, b) := - "
                + @"\inf_{m > 0} \frac{1}{m} - \frac{\alpha b}{1 + bm} + a^2 m",
        ],
        Statement = new(
            """
            z_*(\alpha,a,b)=\inf_{m>0}\Big\{\frac1m-\frac{\alpha b}{1+bm}+a^2 m\Big\},\quad
            \lambda_{\min}\Big(\frac{aW}{\sqrt d}+\frac{bZ^{\top}Z}{d}\Big)\to -z_*,\quad \frac nd\to\alpha
            """),
        Hypotheses =
        [
            "W symmetric, normal, variance 1 off the diagonal and 2 on it",
            "Z of n × d independent standard normals, independent of W",
            "a ≥ b/8, where the window is reached in few dimensions; the limit needs a > 0, b ≥ 0",
        ],
        Method =
            "Matrices at two dimensions, their lowest eigenvalues with a proven error. In units of γd^(−2/3), γ = "
            + "(φ″/2)^(1/3) at the infimum of φ, λ_min + z* has the law of Tracy and Widom in the limit, of mean 1.2 "
            + "and deviation 1.3: the window is 1.2 ± 4.5 such units, an allowance.",
    };

    [Parameter("dimension", "d", Minimum = 16, Maximum = 1000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [40, 80];

    [Parameter("ratio", "n/d, before rounding n", Minimum = 0.1, Maximum = 4)]
    public Choices<double> Ratios { get; init; } = [0.25, 0.75];

    [Parameter("a", "scale of W", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Scales { get; init; } = [0.5, 1.5];

    [Parameter("b", "scale of ZᵀZ", Minimum = 0, Maximum = 100)]
    public Choices<double> Slopes { get; init; } = [4];

    [Parameter("share", "share of the draws within the window, at least", Minimum = 0.5, Maximum = 0.99)]
    public double Share { get; init; } = 0.9;

    [Parameter("scales", "half-width of the window over γd^(−2/3)", Minimum = 1, Maximum = 20)]
    public double Allowance { get; init; } = 4.5;

    [Parameter("has-ratio-squared", "whether α² stands in place of a²")]
    public bool HasRatioSquared { get; init; }

    [Parameter("square-factor", "factor of a²", Minimum = 0.1, Maximum = 10)]
    public double SquareFactor { get; init; } = 1;

    [Parameter("slope-factor", "factor of αb/(1 + bm)", Minimum = 0, Maximum = 10)]
    public double SlopeFactor { get; init; } = 1;

    // At n/d = 3/4 and d = 80 the first stands six units away, the others more than nine.
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a²/2, as with variances ½ and 1 of W", this with { SquareFactor = 0.5 }),
        new("without ZᵀZ", this with { SlopeFactor = 0 }),
        new("twice the term of ZᵀZ", this with { SlopeFactor = 2 }),
        new("α²m for a²m, as in the theorem's definition of z*", this with { HasRatioSquared = true }),
    ];

    // For smaller a, n ≥ d and few dimensions the edge is that of ZᵀZ, and the window is left by up to a tenth.
    public override IEnumerable<string> UnmetHypotheses => Scales.Any(a => Slopes.Any(b => a < b / 8))
        ? ["a is at least b/8: the window of the limit is not reached otherwise"]
        : [];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [100, 300] },
        _ => this with { Dimensions = [200, 600] },
    };

    protected override Experiment<LowestEigenvalueCell, LowestEigenvalueOutcome> Experiment { get; } =
        new LowestEigenvalueExperiment();

    protected override IReadOnlyList<LowestEigenvalueCell> Cells =>
    [
        .. from d in Dimensions
           from α in Ratios
           from a in Scales
           from b in Slopes
           select new LowestEigenvalueCell(d, Math.Max(1, (int)Math.Round(α * d)), a, b),
    ];

    // The window is left about once in a thousand draws, by the tails of Tracy and Widom's law.
    protected override int TrialsNeeded(double level) =>
        (TrialDesign.TrialsNeeded(Share, Math.Max(0.995, 0.5 * (1 + Share)), level) + Cells.Count - 1) / Cells.Count;

    protected override Evidence Judge(Examination<LowestEigenvalueCell, LowestEigenvalueOutcome> examination) =>
        examination.Count(
            "λ_min + z* is within the window",
            (cell, o) => Distance(cell, o) < Allowance * Unit(cell),
            // z* is rounded, too.
            (cell, o) => Math.Abs(Distance(cell, o) - Allowance * Unit(cell)) > o.Error + 1e-9,
            Share);

    // Minus the mean of the largest eigenvalue's law for symmetric matrices (C. Tracy, H. Widom 1996).
    private const double TracyWidomMean = 1.2065;

    // From the window's center.
    private double Distance(LowestEigenvalueCell cell, LowestEigenvalueOutcome o) => Math.Abs(
        o.Value + SpectralEdge.Of(
            SlopeFactor * cell.Ratio + (SlopeFactor == 0 ? 1 : 0),
            HasRatioSquared ? cell.Ratio : Math.Sqrt(SquareFactor) * cell.Scale,
            SlopeFactor == 0 ? 0 : cell.Slope)
        - TracyWidomMean * Unit(cell));

    private static double Unit(LowestEigenvalueCell cell) =>
        SpectralEdge.FluctuationScale(cell.Ratio, cell.Scale, cell.Slope)
        * Powers.Real(cell.Dimension, -2.0 / 3);
}
