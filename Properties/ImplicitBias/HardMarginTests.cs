using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Xunit;

namespace Verification.Properties.ImplicitBias;

[Properties(Arbitrary = [typeof(SeparationProblems)])]
public sealed class HardMarginTests
{
    [Property]
    public void LeastSquaresOverTheOrthantSatisfyTheirConditions(SeparationProblem problem)
    {
        Matrix A = problem.Rows();
        double[] b = new double[problem.Samples];
        problem.Stream("values").FillNormals(b);
        (double[] x, bool finished) = NonnegativeLeastSquares.Solve(A, b);
        Assert.True(finished);
        double[] r = MatrixVector.Multiply(A, x);
        for (int i = 0; i < r.Length; i++)
            r[i] = b[i] - r[i];
        double[] gradient = MatrixVector.TransposeMultiply(A, r);
        for (int j = 0; j < x.Length; j++)
        {
            Assert.True(x[j] >= 0);
            Assert.True(gradient[j] <= 1e-9);
            if (x[j] > 0)
                Assert.Equal(0, gradient[j], 1e-9);
        }
    }

    // The naive twin tries every support.
    [Property(MaxTest = 50)]
    public void TheSeparatorIsTheBestOverAllSupports(SeparationProblem problem)
    {
        Matrix Z = problem.Rows();
        HardMarginSeparator? separator = HardMarginSeparator.Of(Z);
        Assert.NotNull(separator);
        double best = double.PositiveInfinity;
        for (int mask = 1; mask < 1 << problem.Samples; mask++)
        {
            int[] support = [.. Enumerable.Range(0, problem.Samples).Where(i => (mask >> i & 1) == 1)];
            if (support.Length > problem.Dimension)
                continue;
            var rows = new Matrix(support.Length, problem.Dimension);
            for (int a = 0; a < support.Length; a++)
                Z.Row(support[a]).CopyTo(rows.Row(a));
            if (!CholeskyFactor.TryFactor(MatrixProduct.MultiplyTranspose(rows, rows), out CholeskyFactor? factor))
                continue;
            double[] ones = new double[support.Length];
            Array.Fill(ones, 1);
            double[] w = MatrixVector.TransposeMultiply(rows, factor.Solve(ones));
            if (MatrixVector.Multiply(Z, w).Min() >= 1 - 1e-9)
                best = Math.Min(best, Lanes.Norm(w));
        }

        Assert.Equal(best, Lanes.Norm(separator.Weights), 1e-8 * best);
        Assert.True(separator.Certificate.DistanceBound < 1e-5 * (1 + best));
        Assert.True(separator.Certificate.NormLower <= Lanes.Norm(separator.Weights) * (1 + 1e-12));
    }

    // Scaled up, the separator still separates and is not ŵ: the bound has to cover the distance.
    [Property]
    public void ANearOptimalPointIsNotCertifiedNearerThanItIs(SeparationProblem problem)
    {
        Matrix Z = problem.Rows();
        HardMarginSeparator separator = HardMarginSeparator.Of(Z)!;
        double[] w = [.. separator.Weights];
        Lanes.Scale(1 + 1e-6, w);
        HardMarginCertificate certificate = HardMarginCertificate.Of(Z, w, separator.Multipliers);
        Assert.True(
            certificate.DistanceBound >= 1e-6 * Lanes.Norm(separator.Weights) - separator.Certificate.DistanceBound);
    }

    [Fact]
    public void AWrongSupportIsNotStrict()
    {
        // ŵ = (1, 1): both rows support it. On one row alone the other has the margin 0.
        Matrix Z = Matrix.Identity(2);
        Assert.True(HardMarginCertificate.Of(Z, [1, 1], [1, 1]).StrictSupport);
        Assert.False(HardMarginCertificate.Of(Z, [1, 1], [1, 0]).StrictSupport);
        Assert.False(HardMarginCertificate.Of(Z, [1, 1], [1, 1e-17]).StrictSupport);
        Assert.True(HardMarginCertificate.Of(Z, [1, 0.9], [1, 1]).DistanceBound >= 0.1 - 1e-12);
        Assert.Equal(double.PositiveInfinity, HardMarginCertificate.Of(Z, [1, -1], [1, 0]).DistanceBound);
    }

    // The rows (1, 0) and (1, 1): ŵ = (1, 0) is supported by the first alone. Multipliers (2, −1) give the image (1,
    // −1).
    [Fact]
    public void NegativeMultipliersProveNothing()
    {
        var Z = new Matrix(new double[,] { { 1, 0 }, { 1, 1 } });
        HardMarginCertificate right = HardMarginCertificate.Of(Z, [1, 0], [1, 0]);
        Assert.Equal(1, right.NormLower, 1e-12);
        HardMarginCertificate negative = HardMarginCertificate.Of(Z, [1, 0], [2, -1]);
        Assert.True(negative.NormLower <= 1);
        Assert.False(negative.StrictSupport);
        // The vector that they make up is feasible nowhere near ŵ: its distance √2 − 1 or more is not certified away.
        Assert.Equal(double.PositiveInfinity, HardMarginCertificate.Of(Z, [1, -1], [2, -1]).DistanceBound);
    }

    [Fact]
    public void DataThatCannotBeSeparatedHaveNoSeparator() =>
        Assert.Null(HardMarginSeparator.Of(new Matrix(new double[,] { { 1, 0 }, { -1, 0 } })));
}
