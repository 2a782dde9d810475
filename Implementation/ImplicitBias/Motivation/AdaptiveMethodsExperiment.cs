using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Motivation;

// Wilson, Roelofs, Stern, Srebro, Recht, "The marginal value of adaptive gradient methods", section 3.3. Example i has
// x₁ = y_i, x₂ = x₃ = 1 and five columns of its own: one 1 where y_i = 1, five where y_i = −1. s = sign(Xᵀy): for more
// positives than negatives the shared columns have sign 1, so that (Xs)_i = y_i + 2 + (1 or −5) = 4y_i. Then every
// gradient at a multiple of s is a multiple of the first one entry by entry, every normalized step a multiple of s, and
// the limit is s/4. A new example has columns of its own, where w is 0: its score is y·w₁ + w₂ + w₃.

/// <summary>Sizes of <see cref="AdaptiveMethodsExperiment"/>.</summary>
/// <param name="Positives">Examples with label 1.</param>
/// <param name="Negatives">Examples with label −1.</param>
/// <param name="Step">The adaptive method.</param>
/// <param name="OwnColumns">Ones that a negative example has in columns of its own, 1 to 5.</param>
public sealed record AdaptiveMethodsCell(int Positives, int Negatives, AdaptiveStep Step, int OwnColumns);

/// <summary>What descent and an adaptive method learn.</summary>
/// <param name="SignFits">Whether X·sign(Xᵀy) = 4y, in integers.</param>
/// <param name="SignScores">Scores of sign(Xᵀy)/4 at new examples with labels 1 and −1.</param>
/// <param name="LeastNormScores">Scores of the interpolant of least norm at new examples with labels 1 and −1.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="LeastNormScores"/>.</param>
/// <param name="Spread">max | |w_j| − ¼ | over the columns that occur, after the run of the adaptive method: no bound
/// of its error is proven.</param>
public sealed record AdaptiveMethodsOutcome(
    bool SignFits, double[] SignScores, double[] LeastNormScores, double Error, double Spread);

/// <summary>Least squares on the constructed data of Wilson et al.</summary>
public sealed class AdaptiveMethodsExperiment : Experiment<AdaptiveMethodsCell, AdaptiveMethodsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/adaptive-methods";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override AdaptiveMethodsOutcome Run(
        AdaptiveMethodsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int n = cell.Positives + cell.Negatives;
        if (cell.Positives < 1 || cell.Negatives < 1 || n > 200 || cell.OwnColumns is < 1 or > 5)
            throw new ArgumentException(
                "Both labels have to occur, in at most 200 examples with 1, …, 5 own columns.", nameof(cell));
        int d = 3 + 5 * n;
        var X = new Matrix(n, d);
        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            y[i] = i < cell.Positives ? 1 : -1;
            (X[i, 0], X[i, 1], X[i, 2]) = (y[i], 1, 1);
            for (int k = 0; k < (y[i] > 0 ? 1 : cell.OwnColumns); k++)
                X[i, 3 + 5 * i + k] = 1;
        }

        double[] correlations = MatrixVector.TransposeMultiply(X, y);
        double[] s = [.. correlations.Select(value => (double)Math.Sign(value))];
        double[] fit = MatrixVector.Multiply(X, s);
        bool fits = true;
        for (int i = 0; i < n; i++)
            fits &= fit[i] == 4 * y[i];
        (double[] least, double error) = LeastNorm(X, y);
        double[] w = Train(X, y, cell.Step);
        double spread = 0;
        for (int j = 0; j < d; j++)
        {
            if (s[j] != 0)
                spread = Math.Max(spread, Math.Abs(w[j] * s[j] - 0.25));
        }

        return new(fits, Scores(s, 0.25), Scores(least, 1), error, spread);
    }

    private static double[] Scores(double[] w, double factor) =>
        [factor * (w[0] + w[1] + w[2]), factor * (-w[0] + w[1] + w[2])];

    private static (double[] Weights, double Error) LeastNorm(Matrix X, double[] y)
    {
        Matrix G = MatrixProduct.MultiplyTranspose(X, X);
        if (!CholeskyFactor.TryFactor(G, out CholeskyFactor? factor))
            return (new double[X.Columns], double.PositiveInfinity);
        double[] λ = factor.Solve(y);
        double[] residual = MatrixVector.Multiply(G, λ);
        Lanes.Axpy(-1, y, residual);
        // G has integer entries and its least eigenvalue is 1 at least: own columns add the identity to the Gram matrix
        // of the shared ones.
        double multiplierError =
            Lanes.Norm(residual)
            + 2 * X.Rows * DoublePrecision.UnitRoundoff * (Lanes.Norm(G.Values) * Lanes.Norm(λ) + Lanes.Norm(y));
        // A score sums three weights, each an inner product with a column of norm √n at most.
        double error =
            3 * Math.Sqrt(X.Rows) * (multiplierError + 2 * X.Rows * DoublePrecision.UnitRoundoff * Lanes.Norm(λ));
        return (MatrixVector.TransposeMultiply(X, λ), error);
    }

    private static double[] Train(Matrix X, double[] y, AdaptiveStep step)
    {
        const int steps = 4000;
        int d = X.Columns;
        double[] w = new double[d], m = new double[d], v = new double[d];
        double mPower = 1, vPower = 1;
        for (int t = 1; t <= steps; t++)
        {
            double[] r = MatrixVector.Multiply(X, w);
            Lanes.Axpy(-1, y, r);
            double[] g = MatrixVector.TransposeMultiply(X, r);
            // Falling steps: those of RMSProp and Adam do not shrink by themselves.
            double η = step == AdaptiveStep.AdaGrad ? 0.1 : 0.05 / t;
            mPower *= 0.9;
            vPower *= 0.999;
            for (int j = 0; j < d; j++)
            {
                switch (step)
                {
                    case AdaptiveStep.AdaGrad:
                        v[j] += g[j] * g[j];
                        w[j] -= v[j] == 0 ? 0 : η * g[j] / Math.Sqrt(v[j]);
                        break;
                    case AdaptiveStep.RmsProp:
                        v[j] = 0.9 * v[j] + 0.1 * g[j] * g[j];
                        w[j] -= v[j] == 0 ? 0 : η * g[j] / Math.Sqrt(v[j]);
                        break;
                    default:
                        m[j] = 0.9 * m[j] + 0.1 * g[j];
                        v[j] = 0.999 * v[j] + 0.001 * g[j] * g[j];
                        w[j] -= v[j] == 0 ? 0 : η * m[j] / (1 - mPower) / Math.Sqrt(v[j] / (1 - vPower));
                        break;
                }
            }
        }

        return w;
    }
}
