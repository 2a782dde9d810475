using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Sizes of <see cref="StackedQuadraticsExperiment"/>.</summary>
/// <param name="HalfWidth">B: the sigmoid is approximated on [−B, B], positive.</param>
/// <param name="Layers">Layers k of quadratic units; the degree is n = 2^k, k ≥ 1.</param>
/// <param name="ProductFactor">Factor of the product formula; ¼ is right.</param>
public sealed record StackedQuadraticsCell(double HalfWidth, int Layers, double ProductFactor);

/// <summary>How well a stack of quadratic units follows the sigmoid.</summary>
/// <param name="Degree">n.</param>
/// <param name="Depth">Layers of the stack that was built.</param>
/// <param name="LargestError">Largest distance between stack and sigmoid over the test points, the zeros of T_m, m = 8n
/// + 5.</param>
/// <param name="Rounding">Bound of the rounding error of <paramref name="LargestError"/>.</param>
public sealed record StackedQuadraticsOutcome(int Degree, int Depth, double LargestError, double Rounding);

/// <summary>The Chebyshev interpolant of the sigmoid, computed by a stack of quadratic activations. Nothing is
/// random.</summary>
public sealed class StackedQuadraticsExperiment : Experiment<StackedQuadraticsCell, StackedQuadraticsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/stacked-quadratics";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override StackedQuadraticsOutcome Run(
        StackedQuadraticsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int n = 1 << cell.Layers;
        double[] coefficients = Interpolant(cell.HalfWidth, n);
        var stack = new StackedSquares(coefficients, cell.ProductFactor);
        int m = 8 * n + 5;
        double largest = 0;
        for (int i = 0; i < m; i++)
        {
            double x = ElementaryFunctions.SinCos((i + 0.5) * Math.PI / m).Cos;
            largest = Math.Max(largest, Math.Abs(Sigmoid(cell.HalfWidth * x) - stack.Evaluate(x)));
        }

        // Coefficients are means of n + 1 terms below 2; T_k is off by 8k²u and |a_k| ≤ 4/√(B² + π²)·Σ_j ρ_j^(−k) falls
        // geometrically, so that Σ|a_k|·8k²u < 20·u/(1 − 1/ρ)³, below 700·u for B ≤ 8.
        return new(n, stack.Depth, largest, (4 * n + 2000) * UnitRoundoff);
    }

    // a_k = (2 − δ_k0)/(n + 1)·Σ_i σ(Bx_i)T_k(x_i) over the zeros x_i of T_(n+1).
    private static double[] Interpolant(double halfWidth, int n)
    {
        var coefficients = new double[n + 1];
        for (int i = 0; i <= n; i++)
        {
            double angle = (i + 0.5) * Math.PI / (n + 1);
            double value = Sigmoid(halfWidth * ElementaryFunctions.SinCos(angle).Cos);
            for (int k = 0; k <= n; k++)
                coefficients[k] += (k == 0 ? 1 : 2) * value * ElementaryFunctions.SinCos(k * angle).Cos / (n + 1);
        }

        return coefficients;
    }

    private static double Sigmoid(double x) => 1 / (1 + ElementaryFunctions.Exp(-x));
}
