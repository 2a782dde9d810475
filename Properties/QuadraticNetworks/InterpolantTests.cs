using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class InterpolantTests
{
    [Property]
    public Property TheWalkEndsOnTheBoundaryAndInterpolates(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        bool premise = TensorSpan.Dimension(X) < SymmetricVectorization.Dimension(problem.Dimension);
        return Check(() =>
        {
            Teacher teacher = problem.Teacher();
            BoundaryInterpolant interpolant = BoundaryInterpolant.Walk(X, teacher, TensorSpan.UnseenDirection(X))!;
            var nearby = NearbyInterpolant.Of(X, interpolant.Weights, teacher.Gram);
            return nearby.Shift <= 1e-6
                && interpolant.Weights.Rows < problem.Dimension
                && Math.Abs(interpolant.RelativeLeastEigenvalue) <= 1e-12
                && nearby.Distance + nearby.DistanceError + teacher.LeastEigenvalueError >= teacher.LeastEigenvalue
                && SymmetricEigen.Of(interpolant.Gram).Values[0]
                    <= 1e-11 * SymmetricEigen.Of(interpolant.Gram).Values[^1];
        })
            .When(premise);
    }

    [Property]
    public void RankReductionReachesTheRankBound(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        Teacher teacher = problem.Teacher();
        ExtremePointInterpolant interpolant = ExtremePointInterpolant.Of(X, teacher, problem.Stream("walk"));
        int span = TensorSpan.Dimension(X);
        Assert.InRange(interpolant.Width, 0, ExtremePointInterpolant.GuaranteedWidth(span));
        var nearby = NearbyInterpolant.Of(X, interpolant.Weights, teacher.Gram);
        Assert.InRange(nearby.Misfit, 0, 1e-11 * teacher.LargestEigenvalue / teacher.LeastEigenvalue);
        if (span == SymmetricVectorization.Dimension(problem.Dimension))
            Assert.Equal(0, interpolant.Steps);
        else
            Assert.True(nearby.Distance >= teacher.LeastEigenvalue * (1 - 1e-9));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    [InlineData(9, 3)]
    public void TheGuaranteedWidthIsTheLargestTriangleThatFits(int span, int expected) =>
        Assert.Equal(expected, ExtremePointInterpolant.GuaranteedWidth(span));

    [Fact]
    public void TheSmallestCounterexampleToAnyWidthHasThreeSamplesInThreeDimensions()
    {
        // X = {e1, e2, e1 + e2}, W* = I: w1² = w2² = 1 and (w1 + w2)² = 2 ∉ {0, 4}; relative misfit |4 − 2|/(2 + 2) =
        // |0 − 2|/4 = ½.
        var X = new Matrix(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 1, 1, 0 } });
        Assert.Equal(3, TensorSpan.Dimension(X));
        var narrow = WidthOneFit.Of(X, [1, 1, 2], [0, 0, 0]);
        Assert.Equal(0.5, narrow.Misfit, 1e-15);
        Assert.Equal(0.5, narrow.LowerBound, 1e-14);
        Assert.Equal(double.PositiveInfinity, NearbyInterpolant.Of(X, narrow.Weights, Matrix.Identity(3)).Shift);
        ExtremePointInterpolant wider = ExtremePointInterpolant.Of(
            X, Teacher.Identity(3), new(StreamKey.Of(1, "walk"), 0));
        Assert.Equal(2, wider.Width);
        Assert.InRange(NearbyInterpolant.Of(X, wider.Weights, Matrix.Identity(3)).Shift, 0, 1e-13);
    }

    [Fact]
    public void AWidthOneTeacherIsFoundAmongTheSigns()
    {
        var X = new Matrix(new double[,] { { 1, 2, 0 }, { -1, 1, 3 }, { 2, 0, 1 }, { 1, 1, 1 }, { 0, -3, 2 } });
        double[] w = [0.5, -1, 2];
        double[] labels = [.. Enumerable.Range(0, X.Rows).Select(i => Lanes.Dot(X.Row(i), w) * Lanes.Dot(X.Row(i), w))];
        var fit = WidthOneFit.Of(X, labels, new double[X.Rows]);
        Assert.InRange(fit.Misfit, 0, 1e-13);
        Assert.True(fit.LowerBound <= 0);
        Assert.InRange(
            Math.Abs(Lanes.Dot(fit.Weights.Row(0), w)), (1 - 1e-13) * Lanes.Dot(w, w), (1 + 1e-13) * Lanes.Dot(w, w));
    }

    [Property(MaxTest = 30)]
    public void TheSearchOverSignsIsTheLeastOverAllCombinations(QuadraticProblem problem)
    {
        // Naive twin: for d ≤ N, every sign pattern of the first d products, solved by elimination through the explicit
        // inverse.
        if (problem.Samples < problem.Dimension || problem.Law is { IsContinuous: false })
            return;
        Matrix X = problem.Data();
        Teacher teacher = problem.Teacher();
        int d = problem.Dimension;
        double[] labels =
        [
            .. Enumerable
                .Range(0, X.Rows)
                .Select(i => Lanes.Dot(X.Row(i), MatrixVector.Multiply(teacher.Gram, X.Row(i)))),
        ];
        var head = new Matrix(d, d);
        X.Values[..(d * d)].CopyTo(head.Values);
        Matrix inverse = Matrix.FromMathNet(head.ToMathNet().Inverse());
        double best = double.PositiveInfinity;
        for (int pattern = 0; pattern < 1 << d; pattern++)
        {
            double[] products =
            [
                .. Enumerable.Range(0, d).Select(k => (((pattern >> k) & 1) == 0 ? 1 : -1) * Math.Sqrt(labels[k])),
            ];
            double[] w = MatrixVector.Multiply(inverse, products);
            best = Math.Min(
                best,
                Enumerable
                    .Range(0, X.Rows)
                    .Max(j =>
                        Math.Abs(Lanes.Dot(X.Row(j), w) * Lanes.Dot(X.Row(j), w) - labels[j])
                        / (labels[j] + labels.Max())));
        }

        Assert.Equal(best, WidthOneFit.Of(X, labels, new double[X.Rows]).Misfit, 1e-6 * (1 + best));
    }

    /// <summary>In one dimension without samples the walk ends at the student without rows, whatever rounding leaves of
    /// its only weight.</summary>
    [Property]
    public void InOneDimensionTheWalkEndsAtZero(QuadraticProblem problem)
    {
        QuadraticProblem line = problem with { Dimension = 1 };
        BoundaryInterpolant end = BoundaryInterpolant.Walk(
            new Matrix(0, 1), line.Teacher(), Matrix.Diagonal([1.0 / 3]))!;
        Assert.Equal(0, end.Weights.Rows);
        Assert.Equal(0, end.Gram[0, 0]);
    }

    [Fact]
    public void AProjectorHasNoBoundaryAlongItsPositiveSign()
    {
        var X = new Matrix(new double[,] { { 1, 0 } });
        Matrix direction = TensorSpan.UnseenProjector(X);
        Assert.Null(BoundaryInterpolant.Walk(X, Teacher.Identity(2), direction, positiveOnly: true));
        Assert.NotNull(BoundaryInterpolant.Walk(X, Teacher.Identity(2), direction));
    }

    private static Func<bool> Check(Func<bool> body) => body;
}
