using System.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class ModularRankTests
{
    [Fact]
    public void SmallIntegerMatricesHaveTheirRationalRank()
    {
        // Minors of 5 × 5 matrices with entries in -1 … 1 are below 2⁶¹ - 1 (Hadamard: 5^2.5), so the ranks agree
        // exactly.
        for (ulong seed = 0; seed < 500; seed++)
        {
            var A = new Matrix(1 + (int)(seed % 5), 1 + (int)(seed / 5 % 5));
            double[] random = Vector(A.Values.Length, seed);
            for (int i = 0; i < random.Length; i++)
                A.Values[i] = Math.Round(random[i]);
            Assert.Equal(RationalRank(A), ModularRank.LowerBound(A));
        }
    }

    [Fact]
    public void DependentRowsAreFoundOut()
    {
        // Products of small integers are exact in doubles, so the constructed rank is the rank.
        for (int rank = 0; rank <= 6; rank++)
        {
            Matrix left = Dense(9, rank, 1), right = Dense(rank, 7, 2);
            foreach (ref double value in left.Values)
                value = Math.Round(100 * value);
            foreach (ref double value in right.Values)
                value = Math.Round(100 * value);
            Assert.Equal(rank, ModularRank.LowerBound(MatrixProduct.Multiply(left, right)));
        }
    }

    [Fact]
    public void ScalingRowsAndColumnsByPowersOfTwoKeepsTheRank()
    {
        Matrix A = Dense(6, 6, 3);
        A.Row(0).CopyTo(A.Row(4));
        for (int i = 0; i < 6; i++)
            for (int j = 0; j < 6; j++)
                A[i, j] = Math.ScaleB(Math.Round(1000 * A[i, j]), 180 * (i - 3) + 130 * (j - 2));
        Assert.Equal(5, ModularRank.LowerBound(A));
    }

    [Fact]
    public void TinyDifferencesCount()
    {
        Assert.Equal(
            2,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, 1 },
                        { 1, Math.BitIncrement(1.0) },
                    })));
        Assert.Equal(
            1,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { double.Epsilon, 1 },
                        { 3 * double.Epsilon, 3 },
                    })));
        Assert.Equal(
            2,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { double.Epsilon, double.MaxValue },
                        { 2 * double.Epsilon, double.MaxValue },
                    })));
    }

    [Fact]
    public void TheBoundIsOneSided()
    {
        // 2⁶¹ is 1 modulo 2⁶¹ - 1, so this matrix of rank 2 looks dependent; 2⁻⁶¹ and 2¹⁰⁰⁴ = 2^(61·16 + 28) follow the
        // same rule.
        double power = Math.ScaleB(1, 61);
        Assert.Equal(
            1,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, 1 },
                        { 1, power },
                    })));
        Assert.Equal(
            1,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, 1 },
                        { 1 / power, 1 },
                    })));
        Assert.Equal(
            1,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, Math.ScaleB(1, 1004) },
                        { 1, Math.ScaleB(1, 28) },
                    })));
        Assert.Equal(
            1,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, double.Epsilon },
                        { -1, -Math.ScaleB(1, 24) },
                    }))); // -1074 = -18·61 + 24
        Assert.Equal(
            2,
            ModularRank.LowerBound(
                new Matrix(
                    new double[,]
                    {
                        { 1, 1 },
                        { -1, power },
                    })));
    }

    [Fact]
    public void RowsReportIndependence()
    {
        var space = new ModularRowSpace(3);
        Assert.True(space.Add([0, 1, 2]));
        Assert.True(space.Add([0.1, 1, 2]));
        Assert.False(space.Add([0.1, 3, 6]));
        Assert.False(space.Add([0, 0, 0]));
        Assert.True(space.Add([0, 0, -1e-300]));
        Assert.False(space.Add([1, 2, 3]));
        Assert.Equal(3, space.Rank);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        var space = new ModularRowSpace(2);
        Assert.Throws<ArgumentException>("row", () => space.Add([1]));
        Assert.Throws<ArgumentException>("row", () => space.Add([1, double.NaN]));
        Assert.Throws<ArgumentException>("row", () => space.Add([double.PositiveInfinity, 1]));
        Assert.Equal(0, space.Rank);
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => new ModularRowSpace(-1));
        Assert.Throws<ArgumentException>(
            "A",
            () =>
                ModularRank.LowerBound(
                    new Matrix(
                        new double[,]
                        {
                            { double.NaN },
                        })));
    }

    // Fraction-free elimination over the integers.
    private static int RationalRank(Matrix A)
    {
        BigInteger[][] rows =
        [
            .. Enumerable
                .Range(0, A.Rows)
                .Select(i => A.Row(i).ToArray().Select(value => new BigInteger(value)).ToArray()),
        ];
        int rank = 0;
        for (int column = 0; column < A.Columns && rank < rows.Length; column++)
        {
            int pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot < 0)
                continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int i = rank + 1; i < rows.Length; i++)
            {
                BigInteger factor = rows[i][column], lead = rows[rank][column];
                for (int j = 0; j < A.Columns; j++)
                    rows[i][j] = rows[i][j] * lead - rows[rank][j] * factor;
            }
            rank++;
        }
        return rank;
    }
}
