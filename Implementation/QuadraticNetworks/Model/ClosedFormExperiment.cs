using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Sizes of <see cref="ClosedFormExperiment"/>.</summary>
/// <param name="Law">A law with finitely many values: <see cref="CoordinateLaw.TwoPoint"/> or
/// <see cref="CoordinateLaw.Rademacher"/>.</param>
/// <param name="Dimension">d, 1 to 12.</param>
public sealed record ClosedFormCell(CoordinateLaw Law, int Dimension);

/// <summary>One symmetric matrix A of Gaussian entries.</summary>
/// <param name="Enumerated">E (xᵀAx)², the sum over all 2^d points.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="TraceSquare">(tr A)².</param>
/// <param name="FrobeniusSquare">‖A‖_F².</param>
/// <param name="DiagonalSquare">Σ A_ii².</param>
public sealed record ClosedFormOutcome(
    double Enumerated, double Error, double TraceSquare, double FrobeniusSquare, double DiagonalSquare);

/// <summary>The population risk of a finite law by enumeration, without a moment formula.</summary>
public sealed class ClosedFormExperiment : Experiment<ClosedFormCell, ClosedFormOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/closed-form";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override ClosedFormOutcome Run(ClosedFormCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Matrix A = SymmetricDraw.Gaussian(stream, d);
        (double low, double high, double weight) = Values(cell.Law);
        var x = new double[d];
        double sum = 0;
        double largest = 0;
        for (int point = 0; point < 1 << d; point++)
        {
            double probability = 1;
            for (int i = 0; i < d; i++)
            {
                bool up = ((point >> i) & 1) == 1;
                x[i] = up ? high : low;
                probability *= up ? weight : 1 - weight;
            }

            double form = Lanes.Dot(x, MatrixVector.Multiply(A, x));
            sum += probability * form * form;
            largest = Math.Max(largest, Magnitude(A, x));
        }

        // Each form errs by at most γ_{2d} times the sum of magnitudes, each probability by d roundings, the sum of 2^d
        // positive terms by 2^d.
        double error = (4 * d + d + (1 << d) + 4) * UnitRoundoff * largest * largest;
        double trace = 0;
        double diagonal = 0;
        for (int i = 0; i < d; i++)
        {
            trace += A[i, i];
            diagonal += A[i, i] * A[i, i];
        }

        return new(sum, error, trace * trace, Lanes.Dot(A.Values, A.Values), diagonal);
    }

    private static (double Low, double High, double WeightOfHigh) Values(CoordinateLaw law) =>
        law == CoordinateLaw.TwoPoint ? (-1, 2, 1.0 / 3)
        : law == CoordinateLaw.Rademacher ? (-1, 1, 0.5)
        : throw new ArgumentException(
            $"The law {law} has no finite list of values; two-point and rademacher have.", nameof(law));

    private static double Magnitude(Matrix A, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < x.Length; j++)
                sum += Math.Abs(x[i] * A[i, j] * x[j]);
        return sum;
    }
}
