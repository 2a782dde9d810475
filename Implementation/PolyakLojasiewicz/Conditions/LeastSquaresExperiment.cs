using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>Sizes of <see cref="LeastSquaresExperiment"/>.</summary>
/// <param name="Rank">Rank of A, at least 1.</param>
/// <param name="Deficit">Directions that A does not see: p − rank ≥ 0.</param>
/// <param name="Condition">s_max²/s_min² over the positive singular values.</param>
public sealed record LeastSquaresCell(int Rank, int Deficit, double Condition);

/// <summary>One point x of L(x) = ½‖Ax − b‖², in ratios to λ = λ_min⁺(AᵀA); d = ‖x − x_p‖ is the distance to the
/// solutions.</summary>
/// <param name="WeakStrongConvexity">2(⟨∇L, x − x_p⟩ − (L − L*))/(λd²).</param>
/// <param name="RestrictedSecant">⟨∇L, x − x_p⟩/(λd²).</param>
/// <param name="ErrorBound">‖∇L‖/(λd).</param>
/// <param name="Polyak">½‖∇L‖²/(λ(L − L*)).</param>
/// <param name="QuadraticGrowth">2(L − L*)/(λd²).</param>
/// <param name="FixedGrowth">2(L − L*)/(λ‖x − x*‖²) where x is a solution itself, and x* another: 0 up to rounding; NaN
/// without deficit.</param>
/// <param name="FixedWeakStrongConvexity">2(⟨∇L, x − x*⟩ − (L − L*))/(λ‖x − x*‖²) there.</param>
/// <param name="Error">Bound of the error of each ratio.</param>
public sealed record LeastSquaresOutcome(
    double WeakStrongConvexity,
    double RestrictedSecant,
    double ErrorBound,
    double Polyak,
    double QuadraticGrowth,
    double FixedGrowth,
    double FixedWeakStrongConvexity,
    double Error);

/// <summary>The conditions for linear rates at points of rank-deficient least squares, which has a whole subspace of
/// solutions.</summary>
public sealed class LeastSquaresExperiment : Experiment<LeastSquaresCell, LeastSquaresOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/least-squares";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override LeastSquaresOutcome Run(LeastSquaresCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Rank, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfNegative(cell.Deficit, nameof(cell));
        int p = cell.Rank + cell.Deficit;
        Matrix V = Haar.Orthogonal(stream, p);
        // Coordinates: x − x_p lies in the span of the first columns of V, the solutions are x_p plus the others. The
        // left factor and b change none of the ratios.
        var e = new double[p];
        double[] spread = Spread(stream, cell.Rank, stream.NextUniform() < 1.0 / 3);
        var A = new Matrix(cell.Rank, p);
        for (int k = 0; k < cell.Rank; k++)
        {
            double s =
                cell.Rank == 1
                    ? 1
                    : ElementaryFunctions.Exp(0.5 * ElementaryFunctions.Log(cell.Condition) * k / (cell.Rank - 1));
            for (int j = 0; j < p; j++)
            {
                A[k, j] = s * V[j, k];
                e[j] += spread[k] * V[j, k];
            }
        }

        double[] r = MatrixVector.Multiply(A, e);
        double[] gradient = MatrixVector.TransposeMultiply(A, r);
        double value = 0.5 * Lanes.Dot(r, r);
        double square = Lanes.Dot(e, e);
        double slope = Lanes.Dot(gradient, e);
        (double fixedGrowth, double fixedWeak) =
            cell.Deficit > 0 ? BetweenSolutions(A, V.Column(p - 1)) : (double.NaN, double.NaN);
        double error = 64.0 * (p + 8) * UnitRoundoff * cell.Condition;
        return new(
            2 * (slope - value) / square,
            slope / square,
            Lanes.Norm(gradient) / Math.Sqrt(square),
            0.5 * Lanes.Dot(gradient, gradient) / value,
            2 * value / square,
            fixedGrowth,
            fixedWeak,
            error);
    }

    private static (double Growth, double Weak) BetweenSolutions(Matrix A, double[] difference)
    {
        double[] r = MatrixVector.Multiply(A, difference);
        double value = 0.5 * Lanes.Dot(r, r);
        double square = Lanes.Dot(difference, difference);
        double slope = Lanes.Dot(MatrixVector.TransposeMultiply(A, r), difference);
        return (2 * value / square, 2 * (slope - value) / square);
    }

    // A third of the points lie along the weakest direction, where every bound is attained.
    private static double[] Spread(RandomStream stream, int rank, bool weakest)
    {
        var z = new double[rank];
        stream.FillNormals(z);
        if (weakest)
            z.AsSpan(1).Clear();
        return z;
    }
}
