using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(MapProblems)])]
public sealed class DifferentiableMapTests
{
    // Central differences with h = 2⁻¹³: truncation h²/6 times third derivatives, which stay below 100 at these points,
    // and rounding u/h.
    private const double Step = 1.0 / 8192;
    private const double Tolerance = 1e-6;

    [Property]
    public void TheJacobianIsTheDerivativeOfTheValue(MapProblem problem)
    {
        DifferentiableMap F = problem.Map();
        double[] w = problem.Point();
        Matrix J = F.Jacobian(w);
        for (int k = 0; k < F.Parameters; k++)
        {
            double[] difference = F.Value(Moved(w, k, Step));
            Lanes.Axpy(-1, F.Value(Moved(w, k, -Step)), difference);
            for (int i = 0; i < F.Outputs; i++)
                Assert.Equal(difference[i] / (2 * Step), J[i, k], Tolerance);
        }
    }

    [Property]
    public void TheWeightedHessianIsTheDerivativeOfTheWeightedJacobian(MapProblem problem)
    {
        DifferentiableMap F = problem.Map();
        double[] w = problem.Point();
        double[] c = problem.Labels();
        Matrix H = F.WeightedHessian(w, c);
        for (int k = 0; k < F.Parameters; k++)
        {
            double[] difference = MatrixVector.TransposeMultiply(F.Jacobian(Moved(w, k, Step)), c);
            Lanes.Axpy(-1, MatrixVector.TransposeMultiply(F.Jacobian(Moved(w, k, -Step)), c), difference);
            for (int i = 0; i < F.Parameters; i++)
                Assert.Equal(difference[i] / (2 * Step), H[i, k], 10 * Tolerance);
        }
    }

    [Property]
    public void TheGradientAndHessianOfTheLossAreItsDerivatives(MapProblem problem)
    {
        DifferentiableMap F = problem.Map();
        double[] w = problem.Point();
        double[] y = problem.Labels();
        double[] gradient = F.LossGradient(w, y);
        Matrix H = F.LossHessian(w, y);
        for (int k = 0; k < F.Parameters; k++)
        {
            double[] up = Moved(w, k, Step);
            double[] down = Moved(w, k, -Step);
            Assert.Equal((F.Loss(up, y) - F.Loss(down, y)) / (2 * Step), gradient[k], 10 * Tolerance);
            double[] difference = F.LossGradient(up, y);
            Lanes.Axpy(-1, F.LossGradient(down, y), difference);
            for (int i = 0; i < F.Parameters; i++)
                Assert.Equal(difference[i] / (2 * Step), H[i, k], 100 * Tolerance);
        }
    }

    [Property]
    public void TheRootOfTheMatrixFractionalHessianSquaresToIt(MapProblem problem)
    {
        var F = new MatrixFractionalMap(problem.Outputs);
        double[] w = (problem with { Kind = 1 }).Point();
        Matrix H = F.LossHessian(w, new double[F.Outputs]);
        Lanes.Axpy(-1, Gram.Of(F.HessianRoot(w)).Values, H.Values);
        Assert.InRange(Lanes.Norm(H.Values), 0, 1e-12);
    }

    [Fact]
    public void TheMatrixFractionalHessianHasRankTwiceTheOutputs()
    {
        for (int n = 1; n <= 4; n++)
        {
            var F = new MatrixFractionalMap(n);
            var first = new double[n];
            first[0] = 1;
            Assert.Equal(2 * n, ModularRank.LowerBound(F.WeightedHessian(new double[2 * n], first)));
        }
    }

    [Fact]
    public void OutsideItsDomainTheMatrixFractionalMapRefuses() =>
        Assert.Contains(
            "1 + z_1",
            Assert.Throws<ArgumentException>(() => new MatrixFractionalMap(1).Value([1, -1])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void APointOfAnotherLengthIsRefused() =>
        Assert.Contains(
            "3 entries",
            Assert.Throws<ArgumentException>(() => new MatrixFractionalMap(1).Value([1, 0, 0])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AnAsymmetricHessianIsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new QuadraticMap(
                [0],
                new Matrix(1, 2),
                [
                    new Matrix(
                        new double[,]
                        {
                            { 0, 1 },
                            { 0, 0 },
                        }),
                ]));

    [Fact]
    public void TheDyadicDeterminantsAreExactlyZero() =>
        Assert.Equal(0, LocalNonconvexityExperiment.LargestDyadicDeterminant());

    [Fact]
    public void OneCurveOfMinimaForOneLinearUnit()
    {
        // F_i = (ab)x_i with x = (1, 2, 3) and least-squares labels for ab = 1: H_L at (1, 1) is ‖x‖²·[[1, 1], [1, 1]].
        var F = new LinearUnitMap(new Matrix(new double[,] { { 1 }, { 2 }, { 3 } }));
        double[] eigenvalues = SymmetricEigen.Of(F.LossHessian([1, 1], [1, 2, 3])).Values;
        Assert.Equal(0, eigenvalues[0], 1e-13);
        Assert.Equal(28, eigenvalues[1], 1e-13);
    }

    private static double[] Moved(double[] w, int k, double step)
    {
        double[] moved = [.. w];
        moved[k] += step;
        return moved;
    }
}
