using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class KernelDirectionDualTests
{
    [Property(MaxTest = 60)]
    public void ValueIsThatOfTheMatrixFormula(QuadraticProblem problem)
    {
        (KernelDirectionDual dual, Matrix inverse, Teacher teacher, double[] v) = Setting(problem);
        double expected = Naive(inverse, teacher.Gram, v);
        Assert.Equal(expected, dual.Evaluate(v, new double[v.Length]), 1e-10 * expected);
    }

    [Property(MaxTest = 60)]
    public void GradientIsThatOfCentralDifferences(QuadraticProblem problem)
    {
        (KernelDirectionDual dual, _, _, double[] v) = Setting(problem);
        var gradient = new double[v.Length];
        double value = dual.Evaluate(v, gradient);

        // q is homogeneous of degree 0, so its third derivatives are of size q/|v|³: with step h|v| truncation is h²q,
        // rounding 10⁻¹³q/h.
        double h = 1e-4 * Lanes.Norm(v);
        for (int i = 0; i < v.Length; i++)
        {
            double[] forward = [.. v], backward = [.. v];
            forward[i] += h;
            backward[i] -= h;
            double difference =
                (dual.Evaluate(forward, new double[v.Length]) - dual.Evaluate(backward, new double[v.Length]))
                / (2 * h);
            Assert.Equal(difference, gradient[i], 1e-4 * value / Lanes.Norm(v));
        }
    }

    [Property(MaxTest = 60)]
    public void ShiftSatisfiesItsConstraintAndAttainsTheValue(QuadraticProblem problem)
    {
        (KernelDirectionDual dual, _, Teacher teacher, double[] v) = Setting(problem);
        QuadraticRisk risk = Risk(problem);
        Matrix A = dual.Shift(v);
        double value = dual.Evaluate(v, new double[v.Length]);
        double[] left = MatrixVector.Multiply(A, v), right = MatrixVector.Multiply(teacher.Gram, v);
        for (int i = 0; i < v.Length; i++)
            Assert.Equal(-right[i], left[i], 1e-11 * teacher.LargestEigenvalue * Lanes.Norm(v));
        Assert.Equal(value, risk.At(SymmetricVectorization.Vectorize(A)).Risk, 1e-10 * value);
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused() =>
        Assert.Contains(
            "6 × 6",
            Assert
                .Throws<ArgumentException>(() => new KernelDirectionDual(Matrix.Identity(5), Matrix.Identity(3)))
                .Message,
            StringComparison.Ordinal);

    // A regular covariance: the population's of a law whose squares vary.
    private static QuadraticRisk Risk(QuadraticProblem problem) =>
        QuadraticRisk.Population(
            problem.Law.VarianceOfSquare > 0 ? problem.Law : CoordinateLaw.Uniform,
            problem.Dimension);

    private static (KernelDirectionDual Dual, Matrix Inverse, Teacher Teacher, double[] Direction) Setting(
        QuadraticProblem problem)
    {
        QuadraticRisk risk = Risk(problem);
        Teacher teacher = problem.Teacher();
        Assert.True(CholeskyFactor.TryFactor(risk.Covariance, out CholeskyFactor? factor));
        Matrix inverse = factor!.Solve(Matrix.Identity(risk.Covariance.Rows));
        var v = new double[problem.Dimension];
        problem.Stream("direction").FillNormals(v);
        return (new(inverse, teacher.Gram), inverse, teacher, v);
    }

    // q(v) = bᵀ(K G⁻¹ Kᵀ)⁻¹b with K svec(A) = Av built column by column.
    private static double Naive(Matrix inverse, Matrix S, double[] v)
    {
        var K = new Matrix(v.Length, inverse.Rows);
        var unit = new double[inverse.Rows];
        for (int k = 0; k < inverse.Rows; k++)
        {
            unit[k] = 1;
            double[] column = MatrixVector.Multiply(SymmetricVectorization.Matricize(unit, v.Length), v);
            for (int i = 0; i < v.Length; i++)
                K[i, k] = column[i];
            unit[k] = 0;
        }

        Matrix H = MatrixProduct.MultiplyTranspose(MatrixProduct.Multiply(K, inverse), K);
        for (int i = 0; i < v.Length; i++)
            for (int j = 0; j < i; j++)
                H[i, j] = H[j, i] = (H[i, j] + H[j, i]) / 2;
        double[] b = MatrixVector.Multiply(S, v);
        Assert.True(CholeskyFactor.TryFactor(H, out CholeskyFactor? factor));
        return Lanes.Dot(b, factor!.Solve(b));
    }
}
