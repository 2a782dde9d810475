using FsCheck.Xunit;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

[Properties(Arbitrary = [typeof(SeparationProblems)])]
public sealed class GeometryTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(7, purpose), trial);

    // One example z = 1 with the exponential loss: w(t) = log(1 + t) from 0.
    [Theory]
    [InlineData(5, 200)]
    [InlineData(300, 3000)]
    public void BackwardStepsFollowTheLogarithmWithinTheirBound(double logTime, int steps)
    {
        var flow = new BackwardEulerInLogTime(Matrix.Identity(1), MarginLoss.Exponential, [0]);
        Assert.True(flow.Advance(logTime, steps));
        double error = Math.Abs(flow.Weights[0] - logTime);
        Assert.True(error <= flow.Error, $"{error} exceeds {flow.Error}");
        Assert.InRange(flow.Error, 0, 2);
    }

    // Explicit Euler steps of a thousandth of the inverse curvature, the naive twin.
    [Property(MaxTest = 15)]
    public void BackwardStepsStayNearExplicitOnes(SeparationProblem problem)
    {
        Matrix Z = problem.Rows();
        double[] w = new double[problem.Dimension];
        const double h = 1e-4;
        const int steps = 20_000;
        for (int n = 0; n < steps; n++)
        {
            double[] q = MatrixVector.Multiply(Z, w);
            for (int i = 0; i < q.Length; i++)
                Lanes.Axpy(h / (1 + Math.Exp(q[i])), Z.Row(i), w);
        }

        var flow = new BackwardEulerInLogTime(Z, MarginLoss.Logistic, new double[problem.Dimension]);
        Assert.True(flow.Advance(Math.Log(1 + h * steps), 300));
        for (int j = 0; j < w.Length; j++)
            Assert.Equal(w[j], flow.Weights[j], flow.Error + 0.01);
    }

    // The start of the flow is forgotten: its distance to the enclosure at a later time does not exceed the radius.
    [Fact]
    public void TheEnclosureContainsTheIntegratedFlow()
    {
        for (ulong trial = 0; trial < 5; trial++)
        {
            SeparableDescentOutcome o = new SeparableDescentExperiment().Run(
                new(5, 3, MarginLoss.Logistic, 0, 2), Stream("flow", trial), default);
            Assert.True(o.Certain);
            Assert.True(Math.Abs(o.Run.Gap - o.DirectionGaps[2]) <= o.Run.GapError + o.DirectionErrors[2]);
            Assert.InRange(o.Run.Error, 0, 0.5);
            Assert.True(o.OtherMargin >= 2);
        }
    }

    // One equation with equal entries: w = y/d·(1, …, 1) has the least divergence to every constant start.
    [Fact]
    public void TheEntropicProjectionOfAConstantIsConstant()
    {
        var X = new Matrix(new double[,] { { 1, 1, 1, 1 } });
        var projection = new EntropicProjection(X, [2], [1, 1, 1, 1]);
        double[] w = projection.Newton();
        Assert.All(w, value => Assert.Equal(0.5, value, 1e-14));
        Assert.InRange(projection.ErrorBound(w), 0, 1e-13);
        Assert.True(projection.ErrorBound([0.5, 0.5, 0.5, 0.5001]) >= 5e-5);
        Assert.Equal(double.PositiveInfinity, projection.ErrorBound([1, 1, 1, -1]));
        (double[] reverse, double error) = BurgProjection.Newton(X, [2], [1, 1, 1, 1]);
        Assert.All(reverse, value => Assert.Equal(0.5, value, 1e-12));
        Assert.InRange(error, 0, 1e-12);
    }

    // Bisection on the multiplier, for one equation.
    [Fact]
    public void TheEntropicProjectionAgreesWithBisection()
    {
        double[] x = [1, 2, -0.5], w0 = [0.3, 1, 2];
        double low = -10, high = 10;
        for (int i = 0; i < 200; i++)
        {
            double ν = (low + high) / 2;
            double value = 0;
            for (int j = 0; j < 3; j++)
                value += x[j] * w0[j] * Math.Exp(x[j] * ν);
            (low, high) = value < 1.5 ? (ν, high) : (low, ν);
        }

        var projection = new EntropicProjection(new Matrix(new double[,] { { 1, 2, -0.5 } }), [1.5], w0);
        double[] w = projection.Newton();
        for (int j = 0; j < 3; j++)
            Assert.Equal(w0[j] * Math.Exp(x[j] * low), w[j], projection.ErrorBound(w) + 1e-12);
    }

    [Fact]
    public void TheDistanceToAProjectionIsTheEuclideanOne()
    {
        // {w : w₁ = 1} in the plane; the projection of (0, 5) is (1, 5).
        var distance = new RowSpaceDistance(new Matrix(new double[,] { { 1, 0 } }), 0.99);
        (double value, double error) = distance.Of([4, 9], [0, 5], [1]);
        Assert.Equal(5, value, error + 1e-14);
        Assert.InRange(error, 0, 1e-12);
    }

    // Two strategies prove 3/8; exact line search ends at 1/3, to which numpy's run comes as near (0.33329 after 20,000
    // steps).
    [Fact]
    public void ExactLineSearchCyclesBelowTheBestMargin()
    {
        var cell = new BoostingCell(SignMatrix.Cycling, 8, CoordinateStep.Exact, 1, 20_000);
        BoostingOutcome o = new BoostingExperiment().Run(cell, Stream("boosting"), default);
        Assert.Equal(0.375, o.BestMargin);
        Assert.Equal(0.33329, o.Margin, 5e-6);
    }

    [Theory]
    [InlineData(CoordinateStep.Exact)]
    [InlineData(CoordinateStep.Shrunken)]
    [InlineData(CoordinateStep.Vanishing)]
    public void MarginsLieBetweenThePromiseAndTheValueOfTheGame(CoordinateStep step)
    {
        for (ulong trial = 0; trial < 10; trial++)
        {
            BoostingOutcome o = new BoostingExperiment().Run(
                new(SignMatrix.Circulant, 7, step, 0.3, 500), Stream("game", trial), default);
            Assert.InRange(o.Margin, o.Promise - o.Error, o.BestMargin + o.Error);
            Assert.True(o.LeastEdge >= o.BestMargin - 1e-12);
        }
    }

    [Fact]
    public void SizesOutOfRangeAreRefused()
    {
        RandomStream stream = Stream("none");
        Assert.ThrowsAny<ArgumentException>(() =>
            new LeastSquaresDescentExperiment().Run(new(3, 2, 1, 0.5, StartingPoint.Zero), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new MirrorDescentExperiment().Run(new(2, 2, PositiveStart.Ones, 0.1, false), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new SeparableDescentExperiment().Run(new(3, 2, MarginLoss.Exponential, 1, 2), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new SeparableDescentExperiment().Run(new(3, 2, MarginLoss.Exponential, 0, 1), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new BoostingExperiment().Run(new(SignMatrix.Circulant, 2, CoordinateStep.Exact, 1, 5), stream, default));
    }
}
