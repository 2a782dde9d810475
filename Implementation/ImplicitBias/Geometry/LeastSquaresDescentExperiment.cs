using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Sizes of <see cref="LeastSquaresDescentExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d ≥ m.</param>
/// <param name="Condition">s_max/s_min of X, at least 1.</param>
/// <param name="RelativeStep">η‖X‖², positive: the objective is ‖Xw − y‖² without ½, so descent is stable below
/// 1.</param>
/// <param name="Start">w₀.</param>
public sealed record LeastSquaresDescentCell(
    int Samples, int Dimension, double Condition, double RelativeStep, StartingPoint Start);

/// <summary>Where gradient descent on ‖Xw − y‖² ended.</summary>
/// <param name="StartDistance">Distance of w₀ to its projection onto {Xw = y}.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Factor">max over the singular values of |1 − 2ηs²|, by which a step multiplies the distance at
/// most.</param>
/// <param name="Distance">Distance of the last iterate to the projection of w₀ onto {Xw = y}.</param>
/// <param name="DistanceToMinimumNorm">Distance of the last iterate to argmin ‖w‖₂ s.t. Xw = y.</param>
/// <param name="Offset">‖P_ker w₀‖, the distance between the two.</param>
/// <param name="Error">Bound of the rounding errors of the run and of the distances.</param>
/// <param name="Remainder">Factor^Steps·StartDistance: what of the distance may be left in exact arithmetic; ∞ where
/// the factor is 1 or more.</param>
public sealed record LeastSquaresDescentOutcome(
    double StartDistance,
    int Steps,
    double Factor,
    double Distance,
    double DistanceToMinimumNorm,
    double Offset,
    double Error,
    double Remainder);

/// <summary>Gradient descent w ← w − 2ηXᵀ(Xw − y) on an underdetermined least-squares problem of known singular
/// values.</summary>
/// <remarks>
/// X = U·diag(s)·Vᵀ with Haar's bases and s geometric from 1 to 1/condition. A step with rounding is an exact step plus
/// an error of norm at most ε; its part in the row space contracts, its part beside it adds up, so that T steps err by
/// at most Tε for stable steps.
/// </remarks>
public sealed class LeastSquaresDescentExperiment : Experiment<LeastSquaresDescentCell, LeastSquaresDescentOutcome>
{
    /// <summary>Steps after which a run ends whether or not it has converged.</summary>
    public const int MaximumSteps = 20_000;

    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/least-squares-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override LeastSquaresDescentOutcome Run(
        LeastSquaresDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, d = cell.Dimension;
        if (m < 1 || d < m)
            throw new ArgumentException(
                $"{m} samples in {d} dimensions: from 1 sample to as many as dimensions are needed.", nameof(cell));
        if (!(cell.Condition >= 1) || !(cell.RelativeStep > 0))
            throw new ArgumentException("The condition has to be at least 1, the step positive.", nameof(cell));
        double[] s = new double[m];
        for (int i = 0; i < m; i++)
            s[i] = m == 1 ? 1 : ElementaryFunctions.Exp(-ElementaryFunctions.Log(cell.Condition) * i / (m - 1));
        Matrix X = WithSingularValues(stream, s, d);
        double[] y = new double[m], w0 = new double[d];
        stream.FillNormals(y);
        if (cell.Start == StartingPoint.Anywhere)
        {
            stream.FillNormals(w0);
        }
        else if (cell.Start == StartingPoint.RowSpace)
        {
            double[] c = new double[m];
            stream.FillNormals(c);
            w0 = MatrixVector.TransposeMultiply(X, c);
        }

        // The product of the bases differs from an exact one by a modest multiple of d·u in norm.
        double perturbation = 32 * d * UnitRoundoff;
        var distance = new RowSpaceDistance(X, s[^1] - perturbation);
        (double start, double _) = distance.Of(w0, w0, y);
        double η = cell.RelativeStep;
        double factor = 0;
        foreach (double value in s)
            factor = Math.Max(factor, Math.Abs(1 - 2 * η * value * value) + 4 * η * perturbation);
        int steps =
            factor < 1
                ? (int)
                    Math.Min(
                        MaximumSteps,
                        Math.Ceiling(ElementaryFunctions.Log(1e-13) / ElementaryFunctions.Log(factor)) + 1)
            : 400;
        double[] w = [.. w0];
        double largest = Lanes.Norm(w0);
        int taken = 0;
        for (; taken < steps && largest < 1e100; taken++)
        {
            double[] r = MatrixVector.Multiply(X, w);
            Lanes.Axpy(-1, y, r);
            Lanes.Axpy(-2 * η, MatrixVector.TransposeMultiply(X, r), w);
            largest = Math.Max(largest, Lanes.Norm(w));
        }

        // ε: two products of d and m terms with ‖X‖ = 1 and Frobenius norm at most √m, and the addition.
        double frobenius = Math.Sqrt(m);
        double perStep =
            UnitRoundoff * (2 * η * (d + m + 6) * frobenius * (frobenius * largest + Lanes.Norm(y)) + largest);
        (double end, double error) = distance.Of(w, w0, y);
        (double toMinimum, double minimumError) = distance.Of(w, new double[d], y);
        (double offset, double _) = distance.Of(w0, new double[d], MatrixVector.Multiply(X, w0));
        double remainder =
            factor < 1
                ? start
                    * ElementaryFunctions.Exp(taken * ElementaryFunctions.Log(factor))
                    * (1 + taken * 8 * UnitRoundoff)
                : double.PositiveInfinity;
        return new(
            start, taken, factor, end, toMinimum, offset, taken * perStep + Math.Max(error, minimumError), remainder);
    }

    private static Matrix WithSingularValues(RandomStream stream, double[] s, int d)
    {
        int m = s.Length;
        Matrix U = Haar.Orthogonal(stream, m), V = Haar.Orthogonal(stream, d);
        var scaled = new Matrix(m, d);
        for (int i = 0; i < m; i++)
        {
            V.Row(i).CopyTo(scaled.Row(i));
            Lanes.Scale(s[i], scaled.Row(i));
        }

        return MatrixProduct.Multiply(U, scaled);
    }
}
