using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)], MaxTest = 50)]
public sealed class StrictSaddleTests
{
    [Property]
    public void TheHessianIsTheDifferenceOfGradients(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        Matrix W = problem.Student();
        Matrix hessian = RiskHessian.At(risk, teacher, W);

        // The gradient is a cubic: four values at ±1 and ±2 give its derivative exactly, up to rounding of values of
        // this size.
        var scale = 0.0;
        for (int a = 0; a < hessian.Rows; a++)
        {
            double[][] at = [.. new[] { -2.0, -1, 1, 2 }.Select(step => Gradient(a, step))];
            scale = at.Max(gradient => Lanes.Norm(gradient));
            for (int b = 0; b < hessian.Rows; b++)
            {
                double difference = (8 * (at[2][b] - at[1][b]) - (at[3][b] - at[0][b])) / 12;
                Assert.Equal(difference, hessian[a, b], 1e-12 * (1 + scale));
            }
        }

        double[] Gradient(int entry, double step)
        {
            Matrix moved = W.Clone();
            moved.Values[entry] += step;
            return StudentDescent.Evaluate(risk, teacher, moved.Values, moved.Rows).Gradient;
        }
    }

    [Property]
    public void RotatingTheStudentKeepsTheSpectrumOfTheHessian(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Population(problem.Law, problem.Dimension);
        Teacher teacher = problem.Teacher();
        Matrix W = problem.Student();
        Matrix Q = Haar.Orthogonal(problem.Stream("rotation"), W.Rows);
        double[] before = SymmetricEigen.Of(RiskHessian.At(risk, teacher, W)).Values;
        double[] after = SymmetricEigen.Of(RiskHessian.At(risk, teacher, MatrixProduct.Multiply(Q, W))).Values;
        double size = Math.Max(Math.Abs(before[0]), Math.Abs(before[^1]));
        for (int i = 0; i < before.Length; i++)
            Assert.Equal(before[i], after[i], 1e-12 * (1 + size));
    }

    [Fact]
    public void InOneDimensionTheZeroStudentMeetsTheBoundWithEquality()
    {
        // W = 0, S* = 1: L = μ4, R = −μ4, and the risk along H = t is (t² − 1)²μ4, which falls by all of μ4.
        var cell = new StrictSaddleCell(CoordinateLaw.Laplace, 1, 1, 0, IsConstructed: true);
        StrictSaddleOutcome o = new StrictSaddleExperiment().Run(
            cell, new RandomStream(StreamKey.Of(1, "zero"), 0), default);
        Assert.Equal(6, o.Risk, 1e-14);
        Assert.Equal(-6, o.LeastMoment, 1e-14);
        Assert.Equal(-24, o.LeastHessian, 1e-13);
        Assert.Equal(-24, o.Curvature, 1e-13);
        Assert.Equal(6, o.Drop, 1e-13);
    }

    [Fact]
    public void SaddlesAreBuiltOnlyWhereTheSquareVaries()
    {
        var stream = new RandomStream(StreamKey.Of(1, "refused"), 0);
        Assert.Throws<ArgumentException>(() =>
            new StrictSaddleExperiment().Run(
                new(CoordinateLaw.Rademacher, 2, 2, 0, IsConstructed: true), stream, default));
        Assert.Throws<ArgumentException>(() =>
            new StrictSaddleExperiment().Run(new(CoordinateLaw.Gaussian, 2, 2, 6, IsConstructed: true), stream, default)
        );
    }
}
