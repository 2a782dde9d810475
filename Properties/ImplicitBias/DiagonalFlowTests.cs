using FsCheck.Xunit;
using Verification.Implementation.ImplicitBias;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

[Properties(Arbitrary = [typeof(InterpolationProblems)], MaxTest = 30)]
public sealed class DiagonalFlowTests
{
    // The naive twin: classical Runge–Kutta steps of ẇ = −∇‖X(w₊^D − w₋^D) − y‖², many and short.
    [Property]
    public void TaylorStepsFollowTheFlow(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        int d = problem.Dimension;
        var flow = new DiagonalFlow(data.Inputs, data.Labels, problem.Depth, FlowEnd.Unbiased(d, 0.9));
        for (int n = 0; n < 3; n++)
            flow.Advance(flow.ProposedStep());
        double[] w = FlowEnd.Unbiased(d, 0.9);
        const int steps = 4000;
        for (int n = 0; n < steps; n++)
            w = RungeKutta(data, problem.Depth, w, flow.Time / steps);
        for (int j = 0; j < 2 * d; j++)
            Assert.InRange(Math.Abs(0.9 + flow.Displacement[j] - w[j]), 0, flow.Error + 1e-9);
    }

    [Property]
    public void TheProductOfTheHalvesIsConserved(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        int d = problem.Dimension;
        FlowEnd end = FlowEnd.Of(data.Inputs, data.Labels, 2, FlowEnd.Unbiased(d, 0.5), 2000, CancellationToken.None);
        if (!end.IsFinished)
            return;
        for (int j = 0; j < d; j++)
            Assert.InRange(
                Math.Abs(end.Weights[j] * end.Weights[d + j] - 0.25), 0,
                (end.Weights[j] + end.Weights[d + j] + 1) * end.WeightRadius);
    }

    [Fact]
    public void AFlowThatIsCutShortSaysSo()
    {
        var X = new Matrix(new[,] { { 1.0, 2.0 } });
        FlowEnd end = FlowEnd.Of(X, [1], 2, FlowEnd.Unbiased(2, 0.01), mostSteps: 2, CancellationToken.None);
        Assert.False(end.IsFinished);
        Assert.All(end.Radius, radius => Assert.Equal(double.PositiveInfinity, radius));
    }

    // The flow is at rest long before: no step is too long there.
    [Fact]
    public void AFlowAtRestHasNoVelocity()
    {
        InducedDynamicsOutcome o = new InducedDynamicsExperiment().Run(
            new(4, 2, 1, 200), new RandomStream(StreamKey.Of(3, "rest"), 0), CancellationToken.None);
        Assert.All(o.Velocity, velocity => Assert.InRange(Math.Abs(velocity), 0, o.Error + 1e-9));
    }

    [Fact]
    public void BadInputIsRefused()
    {
        var X = new Matrix(new[,] { { 1.0, 2.0 } });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiagonalFlow(X, [1], 1, FlowEnd.Unbiased(2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiagonalFlow(X, [1], 2, FlowEnd.Unbiased(2, 0)));
        Assert.Throws<ArgumentException>(() => new DiagonalFlow(X, [1], 2, FlowEnd.Unbiased(3, 1)));
    }

    private static double[] RungeKutta(SparseRegression data, int D, double[] w, double h)
    {
        double[] k1 = Field(data, D, w),
            k2 = Field(data, D, Moved(w, k1, h / 2)),
            k3 = Field(data, D, Moved(w, k2, h / 2)),
            k4 = Field(data, D, Moved(w, k3, h));
        return [.. w.Select((value, j) => value + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]))];
    }

    private static double[] Moved(double[] w, double[] k, double h) => [.. w.Select((value, j) => value + h * k[j])];

    private static double[] Field(SparseRegression data, int D, double[] w)
    {
        int d = w.Length / 2;
        double[] r = MatrixVector.Multiply(
            data.Inputs,
            [.. Enumerable.Range(0, d).Select(j => Math.Pow(w[j], D) - Math.Pow(w[d + j], D))]);
        double[] g = MatrixVector.TransposeMultiply(
            data.Inputs,
            [.. r.Select((value, i) => 2 * (value - data.Labels[i]))]);
        return [.. w.Select((value, j) => (j < d ? -1 : 1) * D * Math.Pow(value, D - 1) * g[j % d])];
    }
}
