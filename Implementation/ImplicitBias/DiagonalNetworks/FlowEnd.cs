using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Where the gradient flow of a diagonal network ends, enclosed.</summary>
/// <param name="Weights">w̃, 2d numbers, w₊ before w₋.</param>
/// <param name="WeightRadius">Proven bound of ‖w̃ − w(∞)‖; +∞ where the run did not finish.</param>
/// <param name="Predictor">β̃ = w̃₊^D − w̃₋^D, d numbers.</param>
/// <param name="Radius">Proven bounds of |β̃_j − β_j(∞)|.</param>
/// <param name="Steps">Taylor steps taken.</param>
/// <param name="IsFinished">Whether the bounds are finite.</param>
public sealed record FlowEnd(
    double[] Weights, double WeightRadius, double[] Predictor, double[] Radius, int Steps, bool IsFinished)
{
    // From time T on, √L falls at the rate ‖∇L‖√(λ_min(JJᵀ)) at least, as ‖∇L‖² = 4rᵀJJᵀr ≥ 4λ_min L: the way left is
    // at most √L/√λ_min. JJᵀ = D²X·diag(w₊^(2D−2) + w₋^(2D−2))Xᵀ, and max(w₊, w₋) never falls below the smaller start,
    // by conservation of w₊w₋ (D = 2) or w₊^(2−D) + w₋^(2−D).

    /// <summary>Integrates ẇ = −∇‖X(w₊^D − w₋^D) − y‖² from a positive start and bounds what is left.</summary>
    /// <param name="X">m × d with independent rows, m ≤ d.</param>
    /// <param name="y">m labels.</param>
    /// <param name="depth">D, 2 to 8.</param>
    /// <param name="start">w(0), 2d positive numbers.</param>
    /// <param name="mostSteps">Taylor steps at most.</param>
    /// <param name="cancellation">Observed between steps.</param>
    /// <exception cref="ArgumentException">As <see cref="DiagonalFlow"/>.</exception>
    public static FlowEnd Of(
        Matrix X, double[] y, int depth, double[] start, int mostSteps, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(start);
        const double u = DoublePrecision.UnitRoundoff;
        int m = X.Rows, d = X.Columns;
        var labels = new double[m];
        var initial = new double[d];
        for (int j = 0; j < d; j++)
            initial[j] = Powers.Integer(start[j], depth) - Powers.Integer(start[d + j], depth);
        double[] prediction = MatrixVector.Multiply(X, initial);
        for (int i = 0; i < m; i++)
            labels[i] = y[i] - prediction[i];
        var flow = new DiagonalFlow(X, labels, depth, start);
        int steps = 0;
        bool finished = flow.Run(mostSteps, cancellation, ref steps);
        var w = new double[2 * d];
        for (int j = 0; j < 2 * d; j++)
            w[j] = start[j] + flow.Displacement[j];
        double E = flow.Error + 2 * u * Lanes.Norm(w);

        // The residual of the exact flow at T: that of w̃, its rounding, and what the error of w̃ can do.
        var β = new double[d];
        var size = new double[d];
        var slack = new double[d];
        for (int j = 0; j < d; j++)
        {
            β[j] = Powers.Integer(w[j], depth) - Powers.Integer(w[d + j], depth);
            size[j] = Powers.Integer(w[j], depth) + Powers.Integer(w[d + j], depth);
            slack[j] = depth * E * (Powers.Integer(w[j] + E, depth - 1) + Powers.Integer(w[d + j] + E, depth - 1));
        }

        double residual = 0;
        double[] r = MatrixVector.Multiply(X, β);
        for (int i = 0; i < m; i++)
        {
            double bound = Math.Abs(r[i] - y[i]) + (d + 2 * depth + 8) * u * Math.Abs(y[i]);
            for (int j = 0; j < d; j++)
                bound += Math.Abs(X[i, j]) * ((d + 2 * depth + 8) * u * size[j] + slack[j]);
            residual += bound * bound;
        }

        double root = Math.Sqrt(residual);
        double global = Way(j => Floor(start, d, j, depth));
        // Closer bounds of the weights along the way that is left shorten it.
        double local = Way(j =>
            Math.Max(Floor(start, d, j, depth), Squares(w[j] - E - global) + Squares(w[d + j] - E - global)));
        double radius = 1.000001 * (E + Math.Min(local, global));
        finished &= double.IsFinite(radius);
        var radii = new double[d];
        for (int j = 0; j < d; j++)
        {
            double change = depth * radius
                * (Powers.Integer(w[j] + radius, depth - 1) + Powers.Integer(w[d + j] + radius, depth - 1));
            radii[j] = finished ? change + (2 * depth + 4) * u * size[j] : double.PositiveInfinity;
        }

        return new(w, finished ? radius : double.PositiveInfinity, β, radii, steps, finished);

        double Squares(double weight) => Powers.Integer(Math.Max(weight, 0), 2 * depth - 2);

        double Way(Func<int, double> squares)
        {
            var scaled = new Matrix(m, d);
            for (int i = 0; i < m; i++)
                for (int j = 0; j < d; j++)
                    scaled[i, j] = X[i, j] * Math.Sqrt(squares(j));
            return 1.000001 * root / (depth * RowConditioning.LeastSingularValue(scaled));
        }
    }

    /// <summary>The start α𝟏.</summary>
    public static double[] Unbiased(int dimension, double α) => [.. Enumerable.Repeat(α, 2 * dimension)];

    // A lower bound of w₊^(2D−2) + w₋^(2D−2) for all times.
    private static double Floor(double[] start, int d, int j, int depth) =>
        depth == 2 ? 2 * start[j] * start[d + j] : Powers.Integer(Math.Min(start[j], start[d + j]), 2 * depth - 2);
}
