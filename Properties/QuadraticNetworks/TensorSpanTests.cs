using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class TensorSpanTests
{
    [Property]
    public void TheExactDimensionIsTheNumericalRankOfTheDesign(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        double[] singular = SingularValueDecomposition.SingularValues(SymmetricVectorization.Design(X));
        Assert.Equal(singular.Count(s => s > 1e-10 * singular[0]), TensorSpan.Dimension(X));
    }

    [Property]
    public void TheSpanDoesNotChangeUnderInvertibleMapsScalingsAndOrder(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        int dimension = TensorSpan.Dimension(X);

        // Integer maps keep products of doubles exact: a unit upper triangular B of small integers, powers of two as
        // scales, rows reversed.
        var moved = new Matrix(X.Rows, X.Columns);
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j < X.Columns; j++)
            {
                double entry = X[X.Rows - 1 - i, j];
                moved[i, j] = (i % 3 == 0 ? -4 : 0.5) * entry;
            }
        }

        Assert.Equal(dimension, TensorSpan.Dimension(moved));
    }

    [Property]
    public void TheSpanDoesNotChangeUnderInvertibleMatrices(QuadraticProblem problem)
    {
        // Coordinates on a grid and a product of triangular integer matrices of determinant ±1: images are exact, and
        // so are dimensions.
        Matrix X = problem.Data();
        foreach (ref double value in X.Values)
            value = Math.Round(1024 * value) / 1024;
        int d = problem.Dimension;
        RandomStream stream = problem.Stream("matrix");
        Matrix lower = Matrix.Identity(d), upper = Matrix.Identity(d);
        for (int i = 0; i < d; i++)
        {
            upper[i, i] = stream.NextIndex(2) == 0 ? 1 : -1;
            for (int j = 0; j < i; j++)
            {
                lower[i, j] = stream.NextIndex(5) - 2;
                upper[j, i] = stream.NextIndex(5) - 2;
            }
        }

        Assert.Equal(
            TensorSpan.Dimension(X),
            TensorSpan.Dimension(MatrixProduct.MultiplyTranspose(X, MatrixProduct.Multiply(lower, upper))));
    }

    [Property]
    public void IndependentSamplesSpanWhatAllDo(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        int[] chosen = TensorSpan.IndependentSamples(X);
        var part = new Matrix(chosen.Length, X.Columns);
        for (int i = 0; i < chosen.Length; i++)
            X.Row(chosen[i]).CopyTo(part.Row(i));
        Assert.Equal(TensorSpan.Dimension(X), chosen.Length);
        Assert.Equal(chosen.Length, TensorSpan.Dimension(part));
    }

    [Property]
    public void RandomUnseenDirectionsAreUnseen(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        if (TensorSpan.Dimension(X) == SymmetricVectorization.Dimension(problem.Dimension))
            return;
        Matrix A = TensorSpan.UnseenDirection(X, problem.Stream("direction"));
        Assert.Equal(1, Lanes.Norm(A.Values), 1e-12);
        for (int i = 0; i < X.Rows; i++)
            Assert.InRange(
                Math.Abs(Lanes.Dot(X.Row(i), MatrixVector.Multiply(A, X.Row(i)))), 0,
                1e-12 * Lanes.Dot(X.Row(i), X.Row(i)));
    }

    [Fact]
    public void ATranslationCanEnlargeTheSpan()
    {
        // ±1 data in two dimensions have unit diagonals and span two dimensions; moved by e1 they span all three.
        var X = new Matrix(new double[,] { { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } });
        Assert.Equal(2, TensorSpan.Dimension(X));
        var moved = new Matrix(new double[,] { { 2, 1 }, { 2, -1 }, { 0, 1 }, { 0, -1 } });
        Assert.Equal(3, TensorSpan.Dimension(moved));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 11)]
    [InlineData(8, 29)]
    public void SignsNeverSpanMoreThanOnePlusTheStrictTriangle(int d, int expected)
    {
        // 1 + d(d−1)/2; every sign vector occurs among twenty times d(d+1)/2 draws often enough at these d.
        var problem = new QuadraticProblem(d, 0, 1, 10 * d * (d + 1), CoordinateLaw.Rademacher, 1);
        Assert.Equal(expected, TensorSpan.Dimension(problem.Data()));
    }

    [Property]
    public void TheUnseenDirectionIsUnseen(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        if (TensorSpan.Dimension(X) == SymmetricVectorization.Dimension(problem.Dimension))
            return;
        Matrix A = TensorSpan.UnseenDirection(X);
        Assert.Equal(1, Lanes.Norm(A.Values), 1e-12);
        for (int i = 0; i < X.Rows; i++)
            Assert.InRange(
                Math.Abs(Lanes.Dot(X.Row(i), MatrixVector.Multiply(A, X.Row(i)))), 0,
                1e-13 * Lanes.Dot(X.Row(i), X.Row(i)));
    }

    [Property]
    public void SpanningTimeIsTheFirstPrefixOfFullDimension(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        int full = SymmetricVectorization.Dimension(problem.Dimension);
        int expected = -1;
        for (int n = 1; n <= X.Rows && expected < 0; n++)
        {
            var prefix = new Matrix(n, X.Columns);
            X.Values[..prefix.Values.Length].CopyTo(prefix.Values);
            expected = TensorSpan.Dimension(prefix) == full ? n : -1;
        }

        Assert.Equal(expected, TensorSpan.SpanningTime(X));
    }
}
