using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class QuadraticRiskTests
{
    [Property]
    public void TheEmpiricalRiskIsTheMeanOfSquaredResiduals(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        Teacher teacher = problem.Teacher();
        Matrix W = problem.Student();
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        (double value, double error) = risk.Between(Gram.Of(W), teacher.Gram);

        double mean = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double residual = SquaredNorm(W, X.Row(i)) - SquaredNorm(teacher.Weights, X.Row(i));
            mean += residual * residual / X.Rows;
        }

        // The naive twin takes squares first and differences afterwards, and loses what cancels: labels of size Y are
        // known to about u·m·d·Y.
        double labels = SquaredNorm(teacher.Weights, X.Row(0)) + SquaredNorm(W, X.Row(0));
        Assert.Equal(mean, value, 10 * error + 1e-12 * (mean + labels * Math.Sqrt(mean)));
    }

    [Property]
    public void TheGradientIsTheLimitOfCentralDifferences(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        double[] w = problem.Student().Values.ToArray();
        (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, w, problem.StudentWidth);

        // The risk is a quartic, whose central difference errs by h²/6·f''' exactly; extrapolation from h and h/2
        // removes that term.
        for (int i = 0; i < w.Length; i++)
        {
            double coarse = Difference(i, 1e-2);
            double fine = Difference(i, 5e-3);
            Assert.Equal((4 * fine - coarse) / 3, gradient[i], 1e-9 * (1 + value + Lanes.Norm(gradient)));
        }

        double Difference(int i, double h)
        {
            double[] shifted = [.. w];
            shifted[i] = w[i] + h;
            double up = StudentDescent.Evaluate(risk, teacher, shifted, problem.StudentWidth).Risk;
            shifted[i] = w[i] - h;
            return (up - StudentDescent.Evaluate(risk, teacher, shifted, problem.StudentWidth).Risk) / (2 * h);
        }
    }

    [Property]
    public void ThePopulationRiskOfAFiniteLawIsItsEnumeration(QuadraticProblem problem)
    {
        // All 2^d points of {−1 with probability 2/3, 2 with probability 1/3}^d: an asymmetric law, so that a third
        // moment would show.
        int d = problem.Dimension;
        Matrix A = QuadraticRisk.Difference(Gram.Of(problem.Student()), problem.Teacher().Gram);
        double expected = 0;
        var x = new double[d];
        for (int point = 0; point < 1 << d; point++)
        {
            double probability = 1;
            for (int i = 0; i < d; i++)
            {
                bool two = ((point >> i) & 1) == 1;
                x[i] = two ? 2 : -1;
                probability *= two ? 1.0 / 3 : 2.0 / 3;
            }

            double residual = Lanes.Dot(x, MatrixVector.Multiply(A, x));
            expected += probability * residual * residual;
        }

        (double value, _) = QuadraticRisk.Population(CoordinateLaw.TwoPoint, d).At(SymmetricVectorization.Vectorize(A));
        Assert.Equal(expected, value, 1e-12 * expected);
    }

    [Property]
    public void ThePopulationRiskIsItsClosedForm(QuadraticProblem problem)
    {
        // L = μ2²(tr A)² + 2μ2²‖A‖² + (μ4 − 3μ2²) Σ A_ii².
        CoordinateLaw law = problem.Law;
        Matrix A = QuadraticRisk.Difference(Gram.Of(problem.Student()), problem.Teacher().Gram);
        double trace = 0;
        double diagonal = 0;
        for (int i = 0; i < A.Rows; i++)
        {
            trace += A[i, i];
            diagonal += A[i, i] * A[i, i];
        }

        double square = law.SecondMoment * law.SecondMoment;
        double norm = Lanes.Dot(A.Values, A.Values);
        double expected = square * trace * trace + 2 * square * norm + (law.FourthMoment - 3 * square) * diagonal;
        (double value, double error) = QuadraticRisk
            .Population(law, problem.Dimension)
            .At(SymmetricVectorization.Vectorize(A));
        Assert.Equal(expected, value, 4 * error);
    }

    [Theory]
    [InlineData("gaussian", 2.0, 6.0)]
    [InlineData("uniform", 0.8, 4.8)]
    [InlineData("laplace", 2.0, 9.0)]
    [InlineData("two-point", 2.0, 18.0)]
    [InlineData("rademacher", 0.0, 4.0)]
    public void TheSpectrumOfTheExpectedCovarianceIsKnown(string name, double least, double greatest)
    {
        // Eigenvalues Λ = μ4 + 3μ2², κ (three times) and 2μ2² (six times) at d = 4.
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        double[] values = SymmetricEigen.Of(QuadraticRisk.Population(law, 4).Covariance).Values;
        double κ = law.VarianceOfSquare;
        double[] expected =
        [
            .. Enumerable
                .Repeat(κ, 3)
                .Concat(Enumerable.Repeat(2 * law.SecondMoment * law.SecondMoment, 6))
                .Append(greatest)
                .Order(),
        ];
        Assert.Equal(least, values[0], 1e-13);
        Assert.Equal(greatest, values[^1], 1e-13);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values[i], 1e-13);
    }

    [Fact]
    public void DataThatAreNotFiniteAreRefused() =>
        Assert.Throws<ArgumentException>(() => QuadraticRisk.Empirical(new Matrix(new[,] { { 1, double.NaN } })));

    [Fact]
    public void NoDataAreRefused() => Assert.Throws<ArgumentException>(() => QuadraticRisk.Empirical(new Matrix(0, 3)));

    private static double SquaredNorm(Matrix W, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < W.Rows; j++)
        {
            double product = 0;
            for (int i = 0; i < W.Columns; i++)
                product += W[j, i] * x[i];
            sum += product * product;
        }

        return sum;
    }
}
