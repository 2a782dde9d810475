using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.QuadraticNetworks.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Model;

// "Some Prior Work"(c), first item. Products are exact, so k layers of quadratic units reach degree n = 2^k, and the
// interpolant of the sigmoid σ(Bx) converges like ρ^(−n). Its poles ±iπ(2j+1) give the Chebyshev coefficients |a_k| =
// 4Σ_j ρ_j^(−k)/√(B² + π²(2j+1)²), k odd, all of one sign pattern: max error ≥ rms error ≥ |a_(n+1)|/√2 from below,
// 2Σ_(k>n)|a_k| from above.

/// <summary>Stacked quadratic units approximate the sigmoid with error of order ρ^(−n), n = 2^depth.</summary>
public sealed record StackedQuadratics : Claim<StackedQuadraticsCell, StackedQuadraticsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/stacked-quadratics",
        Title = "k layers of quadratic units follow the sigmoid to within order ρ^(−2^k)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At(
            "Some Prior Work, (c), first item; the rate and its constants are derived here") with
        {
            Reference = "R. Livni, S. Shalev-Shwartz, O. Shamir, arXiv:1410.1141",
        },
        Quotations =
        [
            "Block of quadratic activations can be stacked together to approximate deeper networks with sigmoid "
                + "activations",
        ],
        Statement = new(
            """
            xy=\tfrac14((x+y)^2-(x-y)^2); \ \text{degree } n=2^k \text{ by } k \text{ layers}:
            \ \frac{4\rho^{-n-1}}{\sqrt{2}\sqrt{B^2+\pi^2}}\le\max_{|y|\le B}|\sigma(y)-p_n(y)|
            \le\sum_{j\ge0}\frac{8\rho_j^{-n-1}}{(1-\rho_j^{-2})\sqrt{B^2+\pi_j^2}},
            \ \rho_j=\frac{\pi_j+\sqrt{\pi_j^2+B^2}}{B},\ \pi_j=(2j+1)\pi,\ \rho=\rho_0
            """),
        Hypotheses =
        [
            "σ the logistic sigmoid, p_n its Chebyshev interpolant of even degree n on [−B, B]",
            "linear connections between layers besides the quadratic units",
            "one sigmoid unit is examined; a deeper network is made of such units and linear maps",
        ],
        Method =
            "The stack is built and evaluated, squares being its only nonlinearity; its largest distance from the "
            + "sigmoid over Chebyshev points is held against both bounds. At those points the maximum is at least the "
            + "root mean square, so the lower bound needs no finer grid. The bounds leave a factor of 2√2: a tenth in "
            + "the distance of the poles shows.",
    };

    [Parameter("half-width", "half-widths B of the interval", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<double> HalfWidths { get; init; } = [2, 4];

    [Parameter("layers", "layers k of quadratic units", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Layers { get; init; } = [1, 2, 3, 4];

    [Parameter("pole", "distance of the nearest poles from the real axis, over π", Minimum = 0.1, Maximum = 10)]
    public double Pole { get; init; } = 1;

    [Parameter("base", "k layers reach this to the power k as degree", Minimum = 1, Maximum = 4)]
    public double Base { get; init; } = 2;

    [Parameter("product", "factor c in xy = c((x+y)² − (x−y)²)", Minimum = 0, Maximum = 1)]
    public double ProductFactor { get; init; } = 0.25;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("poles at ±1.1πi", this with { Pole = 1.1 }, "upper"),
        new("xy = 0.26((x+y)² − (x−y)²)", this with { ProductFactor = 0.26 }, "upper"),
        new("a layer multiplies the degree by 1.9", this with { Base = 1.9 }, "lower"),
        new("a layer multiplies the degree by 2.1", this with { Base = 2.1 }, "upper"),
    ];

    protected override Experiment<StackedQuadraticsCell, StackedQuadraticsOutcome> Experiment { get; } =
        new StackedQuadraticsExperiment();

    protected override IReadOnlyList<StackedQuadraticsCell> Cells =>
        [.. from B in HalfWidths from k in Layers select new StackedQuadraticsCell(B, k, ProductFactor)];

    // Nothing is random here.
    // In units of the bounds: 1 means the bound itself.
    protected override Evidence Judge(Examination<StackedQuadraticsCell, StackedQuadraticsOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the error is at most the upper bound",
                (cell, o) => o.LargestError / Upper(cell) - 1,
                (cell, o) => o.Rounding / Upper(cell),
                Derivation,
                Resolution).Named("upper"),
            examination.ForAll(
                "the error is at least the lower bound",
                (cell, o) => 1 - o.LargestError / Lower(cell),
                (cell, o) => o.Rounding / Lower(cell),
                Derivation,
                Resolution)
                .Named("lower"),
            examination
                .ForAll(
                    "k layers reach degree 2^k",
                    (cell, o) => Math.Abs(o.Depth - cell.Layers),
                    (_, _) => 0,
                    "a count")
                .Named("depth"));
    }

    private const string Derivation = "rounding of coefficients and Chebyshev polynomials, relative to the bound";

    // The bounds leave a factor of 2√2; a violation by a thousandth would already show a wrong constant.
    private const double Resolution = 1e-3;

    private double Degree(StackedQuadraticsCell cell) =>
        ElementaryFunctions.Exp(cell.Layers * ElementaryFunctions.Log(Base));

    private double Lower(StackedQuadraticsCell cell)
    {
        double pole = Pole * Math.PI;
        return 4
            * Power(cell.HalfWidth, pole, Degree(cell))
            / Math.Sqrt(2 * (cell.HalfWidth * cell.HalfWidth + pole * pole));
    }

    // Terms fall like j^(−n−2), n ≥ 2: what is left out after 2000 of them is below 10⁻⁹ of the first.
    private double Upper(StackedQuadraticsCell cell)
    {
        double B = cell.HalfWidth;
        double sum = 0;
        for (int j = 0; j < 2000; j++)
        {
            double pole = Pole * (2 * j + 1) * Math.PI;
            double ρ = (pole + Math.Sqrt(pole * pole + B * B)) / B;
            sum += 8 * Power(B, pole, Degree(cell)) / ((1 - 1 / (ρ * ρ)) * Math.Sqrt(B * B + pole * pole));
        }

        return sum;
    }

    // ρ^(−n−1).
    private static double Power(double B, double pole, double n) =>
        ElementaryFunctions.Exp(-(n + 1) * ElementaryFunctions.Log((pole + Math.Sqrt(pole * pole + B * B)) / B));
}
