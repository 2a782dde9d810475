using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

/// <summary>Sizes of <see cref="CoordinateStepExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 8.</param>
/// <param name="Rotated">Whether L = ½xᵀHx in Haar's basis; else L = Σ c_i h(x_i), separable, h(x) = x² +
/// a·sin²x.</param>
/// <param name="Spread">Greatest over least eigenvalue, or weight c_i; 1 makes all equal.</param>
/// <param name="Ripple">a; only for the separable loss.</param>
public sealed record CoordinateStepCell(int Dimension, bool Rotated, double Spread, double Ripple);

/// <summary>One step in one coordinate, x − ∇_iL/L_max·e_i.</summary>
/// <param name="ExpectedRatio">Mean over all coordinates i of L after over L before: the exact expectation of random
/// choice.</param>
/// <param name="GreedyRatio">The same for the coordinate of the largest |∇_iL|.</param>
/// <param name="GreedySlope">½‖∇L‖_∞²/L.</param>
/// <param name="Polyak">μ: ½‖∇L‖² ≥ μL.</param>
/// <param name="GreedyPolyak">μ₁: ½‖∇L‖_∞² ≥ μ₁L; best possible where a = 0.</param>
/// <param name="MeanCurvature">Mean of the least coordinate-wise constants, in place of μ₁ in a mutant.</param>
/// <param name="Smoothness">L_max, the largest second derivative along a coordinate.</param>
/// <param name="Error">Bound of the errors of the ratios, and of the constants relative to L_max.</param>
/// <param name="IsExtremal">Whether the point is the one at which μ₁ is attained.</param>
public sealed record CoordinateStepOutcome(
    double ExpectedRatio,
    double GreedyRatio,
    double GreedySlope,
    double Polyak,
    double GreedyPolyak,
    double MeanCurvature,
    double Smoothness,
    double Error,
    bool IsExtremal);

/// <summary>Randomized and greedy coordinate descent, one step, all coordinates enumerated.</summary>
public sealed class CoordinateStepExperiment : Experiment<CoordinateStepCell, CoordinateStepOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/coordinate-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override CoordinateStepOutcome Run(
        CoordinateStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 8)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Dimension, "The dimension has to lie in 1 to 8.");
        if (!(cell.Spread >= 1 && cell.Spread <= 1e4))
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Spread, "The spread has to lie in [1, 10⁴].");
        return cell.Rotated ? Rotated(cell, stream) : Separable(cell, stream);
    }

    private static CoordinateStepOutcome Rotated(CoordinateStepCell cell, RandomStream stream)
    {
        int d = cell.Dimension;
        double[] weights = Weights(cell);
        Matrix Q = Haar.Orthogonal(stream, d);
        var H = new Matrix(d, d);
        var inverse = new Matrix(d, d);
        for (int k = 0; k < d; k++)
        {
            for (int i = 0; i < d; i++)
            {
                for (int j = 0; j < d; j++)
                {
                    H[i, j] += weights[k] * Q[i, k] * Q[j, k];
                    inverse[i, j] += Q[i, k] * Q[j, k] / weights[k];
                }
            }
        }

        double smoothness = Enumerable.Range(0, d).Max(i => H[i, i]);
        // L = ½gᵀH⁻¹g is convex in g: its maximum over ‖g‖_∞ ≤ 1 lies at signs, and ½/max L is the best μ₁.
        double[] signs = LargestForm(inverse);
        double largest = Lanes.Dot(signs, MatrixVector.Multiply(inverse, signs));
        double kind = stream.NextUniform();
        bool extremal = kind < 0.25;
        double[] x =
            extremal ? MatrixVector.Multiply(inverse, signs)
            : kind < 0.5 ? Q.Column(0)
            : stream.Normals(d);
        return Step(
            x,
            Value,
            z => MatrixVector.Multiply(H, z),
            smoothness,
            weights[0],
            1 / largest,
            weights.Average(),
            cell.Spread,
            extremal);

        double Value(double[] z) => 0.5 * Lanes.Dot(z, MatrixVector.Multiply(H, z));
    }

    private static CoordinateStepOutcome Separable(CoordinateStepCell cell, RandomStream stream)
    {
        int d = cell.Dimension;
        double[] weights = Weights(cell);
        double a = cell.Ripple;
        LandscapeConstants scalar = RippledParabola.ConstantsAt(a);
        double μ = scalar.Polyak.Lower;
        double kind = stream.NextUniform();
        bool extremal = kind < 0.25 && a == 0;
        double[] x = stream.Normals(d);
        double size = ElementaryFunctions.Exp(3 * stream.NextUniform() - 1);
        Lanes.Scale(size, x);
        if (kind < 0.25)
            x = [.. weights.Select(c => a == 0 ? 1 / c : scalar.PolyakLocation)];
        else if (kind < 0.5)
            x.AsSpan(1).Clear();
        // c_i h(x_i) ≤ (c_i h′(x_i))²/(2μ(a)c_i), summed: L ≤ ‖∇L‖_∞²·Σ 1/c_i/(2μ(a)).
        return Step(
            x,
            z => weights.Zip(z, (c, t) => c * Ripple(t, a)).Sum(),
            z => [.. weights.Zip(z, (c, t) => c * (2 * t + a * ElementaryFunctions.SinCos(2 * t).Sin))],
            (2 + 2 * a) * weights[^1],
            μ * weights[0],
            μ / weights.Sum(c => 1 / c),
            μ * weights.Average(),
            cell.Spread,
            extremal);
    }

    private static CoordinateStepOutcome Step(
        double[] x,
        Func<double[], double> value,
        Func<double[], double[]> gradient,
        double smoothness,
        double polyak,
        double greedy,
        double mean,
        double spread,
        bool extremal)
    {
        double before = value(x);
        double[] g = gradient(x);
        int steepest = 0;
        double sum = 0;
        double greedyRatio = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double[] after = [.. x];
            after[i] -= g[i] / smoothness;
            double ratio = value(after) / before;
            sum += ratio;
            if (i == 0 || Math.Abs(g[i]) > Math.Abs(g[steepest]))
                (steepest, greedyRatio) = (i, ratio);
        }

        // Values, gradients and constants come from chains of at most 8d operations; conditions of matrices enter as
        // the spread.
        double error = 64.0 * (x.Length + 8) * UnitRoundoff * spread * spread;
        return new(
            sum / x.Length, greedyRatio, 0.5 * g[steepest] * g[steepest] / before, polyak, greedy, mean, smoothness,
            error, extremal);
    }

    private static double Ripple(double x, double a)
    {
        double sine = ElementaryFunctions.SinCos(x).Sin;
        return x * x + a * sine * sine;
    }

    private static double[] Weights(CoordinateStepCell cell) =>
    [
        .. Enumerable
            .Range(0, cell.Dimension)
            .Select(i => cell.Dimension == 1 ? 1 : 1 + (cell.Spread - 1) * i / (cell.Dimension - 1)),
    ];

    // All 2^(d−1) sign vectors with a positive last entry.
    private static double[] LargestForm(Matrix inverse)
    {
        int d = inverse.Rows;
        double[] best = [];
        double largest = double.NegativeInfinity;
        for (int code = 0; code < 1 << (d - 1); code++)
        {
            double[] s = [.. Enumerable.Range(0, d).Select(i => ((code >> i) & 1) == 0 ? 1.0 : -1.0)];
            double form = Lanes.Dot(s, MatrixVector.Multiply(inverse, s));
            if (form > largest)
                (largest, best) = (form, s);
        }

        return best;
    }
}
