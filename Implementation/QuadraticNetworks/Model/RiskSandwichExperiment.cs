using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Sizes of <see cref="RiskSandwichExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d, 2 to 7.</param>
/// <param name="Shape">Which matrix stands for A.</param>
public sealed record RiskSandwichCell(CoordinateLaw Law, int Dimension, SymmetricShape Shape);

/// <summary>The risk at one symmetric A, of which ‖A‖_F = 1 is required.</summary>
/// <param name="Risk">E(xᵀAx)², summed over the points of a rule with three nodes a coordinate.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="TraceSquare">(tr A)².</param>
public sealed record RiskSandwichOutcome(double Risk, double Error, double TraceSquare);

/// <summary>The population risk between multiples of ‖A‖², without a formula for it.</summary>
/// <remarks>
/// The three nodes 0 and ±√(μ4/μ2) with weights 1 − μ2²/μ4 and μ2²/(2μ4) have the moments 1, 0, μ2, 0, μ4 of the law,
/// up to its third, which does not enter (it stands beside a mean). Of each coordinate (xᵀAx)² has powers up to the
/// fourth, so that the sum over 3^d points is the expectation.
/// </remarks>
public sealed class RiskSandwichExperiment : Experiment<RiskSandwichCell, RiskSandwichOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/risk-sandwich";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override RiskSandwichOutcome Run(RiskSandwichCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Matrix A = Draw(cell.Shape, stream, d);
        Lanes.Scale(1 / Lanes.Norm(A.Values), A.Values);
        double node = Math.Sqrt(cell.Law.FourthMoment / cell.Law.SecondMoment);
        double outer = cell.Law.SecondMoment * cell.Law.SecondMoment / (2 * cell.Law.FourthMoment);
        double[] nodes = [0, node, -node];
        double[] weights = [1 - 2 * outer, outer, outer];
        int points = 1;
        for (int i = 0; i < d; i++)
            points *= 3;
        var x = new double[d];
        double sum = 0;
        double size = 0;
        for (int point = 0; point < points; point++)
        {
            int digits = point;
            double probability = 1;
            double norm = 0;
            for (int i = 0; i < d; i++, digits /= 3)
            {
                x[i] = nodes[digits % 3];
                probability *= weights[digits % 3];
                norm += x[i] * x[i];
            }

            double form = Lanes.Dot(x, MatrixVector.Multiply(A, x));
            sum += probability * form * form;
            size += probability * norm * norm;
        }

        double trace = 0;
        for (int i = 0; i < d; i++)
            trace += A[i, i];

        // A form errs by at most (2d + 6)·u·‖x‖²·‖|A|‖, ‖|A|‖ ≤ 1, nodes included; weights by 4d roundings, the running
        // sum by 3^d in the worst case.
        return new(sum, (8 * d + 16 + points) * UnitRoundoff * size, trace * trace);
    }

    private static Matrix Draw(SymmetricShape shape, RandomStream stream, int d)
    {
        var A = new Matrix(d, d);
        switch (shape)
        {
            case SymmetricShape.DiagonalPair:
                (A[0, 0], A[1, 1]) = (1, -1);
                return A;
            case SymmetricShape.OffDiagonalPair:
                A[0, 1] = A[1, 0] = 1;
                return A;
            case SymmetricShape.Identity:
                return Matrix.Identity(d);
            case SymmetricShape.Difference:
                var W = new Matrix(d, d);
                stream.FillNormals(W.Values);
                return QuadraticRisk.Difference(Gram.Of(W), Teacher.Gaussian(stream, 2 * d, d).Gram);
            default:
                return SymmetricDraw.Gaussian(stream, d);
        }
    }
}
