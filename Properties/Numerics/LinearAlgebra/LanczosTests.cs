using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class LanczosTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(120)]
    public void ExtremesAgreeWithDenseEigenvalues(int n)
    {
        Matrix A = Symmetric(n, 1);
        double[] dense = SymmetricEigen.Of(A).Values;
        LanczosResult result = Lanczos.Extremes(Operator(A), Vector(n, 2), tolerance: 1e-12);
        Assert.True(result.Converged);
        // Each residual bounds the distance to an eigenvalue; the rest is the dense method's own error.
        double error = 10 * n * 2.220446049250313e-16 * dense.Max(Math.Abs);
        Assert.InRange(Math.Abs(result.Smallest.Value - dense[0]), 0, result.Smallest.Residual + error);
        Assert.InRange(Math.Abs(result.Largest.Value - dense[^1]), 0, result.Largest.Residual + error);
    }

    [Fact]
    public void SecondDifferencesConvergeToTheirKnownEnds()
    {
        LanczosResult result = Lanczos.Extremes(Operator(SecondDifference(200)), Vector(200, 3), 200, 1e-12);
        Assert.True(result.Converged);
        Assert.InRange(
            result.Smallest.Value, SecondDifferenceEigenvalue(200, 1) - 1e-11,
            SecondDifferenceEigenvalue(200, 1) + 1e-11);
        Assert.InRange(
            result.Largest.Value, SecondDifferenceEigenvalue(200, 200) - 1e-11,
            SecondDifferenceEigenvalue(200, 200) + 1e-11);
    }

    [Fact]
    public void StepLimitLeavesACertificate()
    {
        LanczosResult result = Lanczos.Extremes(
            Operator(SecondDifference(200)), Vector(200, 3), maximumSteps: 5, tolerance: 1e-12);
        Assert.False(result.Converged);
        Assert.Equal(5, result.Steps);
        double nearest = Enumerable
            .Range(1, 200)
            .Min(k => Math.Abs(SecondDifferenceEigenvalue(200, k) - result.Smallest.Value));
        Assert.InRange(nearest, 0, result.Smallest.Residual);
    }

    [Fact]
    public void ClosedKrylovSpacesEndTheSearch()
    {
        var start = new double[6];
        start[2] = start[4] = 1;
        LanczosResult result = Lanczos.Extremes(Operator(Matrix.Diagonal([9, -9, 1, 5, 2, 7])), start);
        Assert.True(result.Converged);
        Assert.Equal(2, result.Steps);
        Assert.Equal(1, result.Smallest.Value, 14);
        Assert.Equal(2, result.Largest.Value, 14);
        Assert.Equal(0, Lanczos.Extremes(Operator(new Matrix(3, 3)), [1, 2, 3]).Largest.Value);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        SymmetricOperator identity = (x, y) => x.CopyTo(y);
        Assert.Throws<ArgumentException>("start", () => Lanczos.Extremes(identity, []));
        Assert.Throws<ArgumentException>("start", () => Lanczos.Extremes(identity, [0, 0]));
        Assert.Throws<ArgumentException>("start", () => Lanczos.Extremes(identity, [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => Lanczos.Extremes(identity, [1], tolerance: 0));
        Assert.Throws<ArgumentOutOfRangeException>("maximumSteps", () => Lanczos.Extremes(identity, [1], 0));
        Assert.Throws<ArgumentException>("A", () => Lanczos.Extremes((_, y) => y.Fill(double.NaN), [1]));
    }

    private static SymmetricOperator Operator(Matrix A) => (x, y) => MatrixVector.Multiply(A, x, y);
}
