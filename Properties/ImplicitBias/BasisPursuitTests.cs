using FsCheck.Xunit;
using Verification.Implementation.ImplicitBias;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.ImplicitBias;

[Properties(Arbitrary = [typeof(InterpolationProblems)], MaxTest = 60)]
public sealed class BasisPursuitTests
{
    // The naive twin: the least ℓ1 norm over all bases of m columns.
    [Property]
    public void TheSimplexMethodFindsTheBestBasis(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        BasisPursuitSolution solution = BasisPursuit.Solve(data.Inputs, data.Labels);
        double least = Bases(problem.Dimension, problem.Samples).Min(basis => Norm(data, basis));
        Assert.True(solution.IsOptimal);
        Assert.Equal(least, solution.Solution.Sum(Math.Abs), 1e-9 * (1 + least));
        Assert.InRange(solution.Value.Gap, 0, 1e-10 * (1 + least));
        Assert.InRange(least, solution.Value.Lower - 1e-12 * least, solution.Value.Upper + 1e-12 * least);
    }

    // x = (1, 2), y = 1: the least norm is ½, with ν = ½.
    [Theory]
    [InlineData(0, 0.5, 0.5, 0)]
    [InlineData(0.01, 0.495, 0.5, 0.005)] // nearly optimal: feasible, not on the support
    [InlineData(1, 0, 0.5, 0.5)] // the wrong support
    [InlineData(0, 0.5, 0.500001, 0)] // a dual vector a hair outside the ball: scaled back into it
    [InlineData(0, 0.5, 0.499999, 1e-6)] // a hair inside
    [InlineData(0, 0.499, 0.5, 0)] // not quite feasible: the correction is charged
    public void TheBracketSaysWhatTheCertificateIsWorth(double β1, double β2, double ν, double gap)
    {
        MinimumNormBracket bracket = MinimumNormBracket.Of(new Matrix(new[,] { { 1.0, 2.0 } }), [1], [β1, β2], [ν]);
        Assert.True(bracket.Lower <= 0.5 && bracket.Upper >= 0.5);
        Assert.True(bracket.Gap >= gap - 1e-12, $"{bracket}");
    }

    [Fact]
    public void AWrongSignOfTheDualProvesNothing() =>
        Assert.Equal(0, MinimumNormBracket.Of(new Matrix(new[,] { { 1.0, 2.0 } }), [1], [0, 0.5], [-0.5]).Lower);

    [Fact]
    public void DependentRowsHaveNoBracket()
    {
        BasisPursuitSolution solution = BasisPursuit.Solve(new Matrix(new[,] { { 1.0, 2, 3 }, { 2.0, 4, 6 } }), [1, 2]);
        Assert.False(solution.IsOptimal);
        Assert.Equal(double.PositiveInfinity, solution.Value.Upper);
    }

    [Fact]
    public void TheZeroVectorIsLeastForZeroLabels() =>
        Assert.Equal(
            0,
            BasisPursuit
                .Solve(
                    new Matrix(
                        new[,]
                        {
                            { 1.0, 2, 3 },
                            { 0.0, 1, 1 },
                        }),
                    [0, 0])
                .Solution.Sum(Math.Abs),
            1e-15);

    [Property]
    public void TheLeastSingularValueIsNotOverestimated(InterpolationProblem problem)
    {
        Matrix X = problem.Data().Inputs;
        double exact = Math.Sqrt(Math.Max(0, SymmetricEigen.Of(MatrixProduct.MultiplyTranspose(X, X)).Values.Min()));
        Assert.InRange(
            RowConditioning.LeastSingularValue(X), exact / Math.Sqrt(problem.Samples) * 0.999 - 1e-7, exact + 1e-7);
    }

    private static double Norm(SparseRegression data, int[] basis)
    {
        int m = basis.Length;
        var B = new Matrix(m, m);
        for (int i = 0; i < m; i++)
            for (int k = 0; k < m; k++)
                B[i, k] = data.Inputs[i, basis[k]];
        return QrFactor.Of(B).Solve(data.Labels).Sum(Math.Abs);
    }

    private static IEnumerable<int[]> Bases(int d, int m)
    {
        for (int code = 0; code < 1 << d; code++)
        {
            int[] basis = [.. Enumerable.Range(0, d).Where(j => (code >> j & 1) == 1)];
            if (basis.Length == m)
                yield return basis;
        }
    }
}
