using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>Sizes of <see cref="StrongConvexityExperiment"/>.</summary>
/// <param name="Kind">Family of functions.</param>
/// <param name="Dimension">d ≥ 1.</param>
public sealed record StrongConvexityCell(StrongConvexityKind Kind, int Dimension);

/// <summary>One point of a μ-strongly convex function.</summary>
/// <param name="Ratio">½‖∇L‖²/(μ(L − L*)).</param>
/// <param name="Error">Bound of its error, that of L* included.</param>
/// <param name="Condition">Upper bound of λ_max/μ over all Hessians.</param>
/// <param name="IsWeakest">Whether the point lies along the weakest eigenvector of a quadratic.</param>
public sealed record StrongConvexityOutcome(double Ratio, double Error, double Condition, bool IsWeakest);

/// <summary>Gradient against value for random strongly convex functions.</summary>
public sealed class StrongConvexityExperiment : Experiment<StrongConvexityCell, StrongConvexityOutcome>
{
    private const double Condition = 20;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/strong-convexity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override StrongConvexityOutcome Run(
        StrongConvexityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Dimension, 1, nameof(cell));
        double μ = ElementaryFunctions.Exp(6 * stream.NextUniform() - 3);
        return cell.Kind == StrongConvexityKind.Quadratic
            ? Quadratic(stream, cell.Dimension, μ)
            : LogSumExp(stream, cell.Dimension, μ);
    }

    private static StrongConvexityOutcome Quadratic(RandomStream stream, int d, double μ)
    {
        Matrix Q = Haar.Orthogonal(stream, d);
        var H = new Matrix(d, d);
        for (int k = 0; k < d; k++)
        {
            double λ = d == 1 ? μ : μ * (1 + (Condition - 1) * k / (d - 1));
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    H[i, j] += λ * Q[i, k] * Q[j, k];
        }

        bool weakest = stream.NextUniform() < 0.25;
        double[] x = Q.Column(0);
        if (!weakest)
            stream.FillNormals(x);
        double[] gradient = MatrixVector.Multiply(H, x);
        double ratio = Lanes.Dot(gradient, gradient) / (μ * Lanes.Dot(gradient, x));
        // H errs by 8d roundings of λ_max, products and inner products by as many more; relative to xᵀHx ≥ μ‖x‖² that
        // is amplified by the condition number.
        double κ = d == 1 ? 1 : Condition;
        return new(ratio, 64.0 * (d + 4) * UnitRoundoff * κ * κ, κ, weakest);
    }

    private static StrongConvexityOutcome LogSumExp(RandomStream stream, int d, double μ)
    {
        int terms = 2 * d + 1;
        var C = new Matrix(terms, d);
        var b = new double[terms];
        stream.FillNormals(C.Values);
        stream.FillNormals(b);
        Lanes.Scale(Math.Sqrt(μ), C.Values);
        double squares = 0;
        for (int j = 0; j < terms; j++)
            squares = Math.Max(squares, Lanes.Dot(C.Row(j), C.Row(j)));
        double β = μ + squares;
        var x = new double[d];
        double size = ElementaryFunctions.Exp(4 * stream.NextUniform() - 3) / Math.Sqrt(μ);
        var minimizer = new double[d];
        (double least, double[] gradient) = Evaluate(C, b, μ, minimizer);
        for (int step = 0; step < 20_000 && Lanes.Dot(gradient, gradient) > 1e-24 * μ; step++)
        {
            Lanes.Axpy(-2 / (β + μ), gradient, minimizer);
            (least, gradient) = Evaluate(C, b, μ, minimizer);
        }

        stream.FillNormals(x);
        Lanes.Scale(size, x);
        Lanes.Axpy(1, minimizer, x);
        // ‖x̂ − x*‖ ≤ ‖∇L(x̂)‖/μ by strong monotonicity and L* ≥ L(x̂) − ‖∇L(x̂)‖·‖x̂ − x*‖ by convexity: L* is known
        // without the inequality examined.
        double minimumError = Lanes.Dot(gradient, gradient) / μ;
        (double value, double[] slope) = Evaluate(C, b, μ, x);
        double gap = value - least;
        double rounding =
            64.0
            * (d + terms)
            * UnitRoundoff
            * (
                1
                + Math.Abs(value)
                + Math.Abs(least)
                + μ * Lanes.Dot(x, x)
                + squares
                + Math.Sqrt(squares) * Lanes.Norm(x));
        double ratio = 0.5 * Lanes.Dot(slope, slope) / (μ * gap);
        return new(ratio, (1 + ratio) * (rounding + minimumError) / gap + ratio * 1e-12, β / μ, false);
    }

    private static (double Value, double[] Gradient) Evaluate(Matrix C, double[] b, double μ, double[] x)
    {
        double[] exponents = MatrixVector.Multiply(C, x);
        Lanes.Axpy(1, b, exponents);
        double top = exponents.Max();
        double sum = 0;
        for (int j = 0; j < exponents.Length; j++)
            sum += exponents[j] = ElementaryFunctions.Exp(exponents[j] - top);
        Lanes.Scale(1 / sum, exponents);
        double[] gradient = MatrixVector.TransposeMultiply(C, exponents);
        Lanes.Axpy(μ, x, gradient);
        return (top + ElementaryFunctions.Log(sum) + 0.5 * μ * Lanes.Dot(x, x), gradient);
    }
}
