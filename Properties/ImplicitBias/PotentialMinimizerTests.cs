using FsCheck.Xunit;
using Verification.Implementation.ImplicitBias;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.ImplicitBias;

[Properties(Arbitrary = [typeof(InterpolationProblems)], MaxTest = 60)]
public sealed class PotentialMinimizerTests
{
    [Property]
    public void TheMinimizerInterpolatesWithinItsBound(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        PotentialMinimum minimum = PotentialMinimizer.Continue(
            data.Inputs, data.Labels, DiagonalLink.Of(problem.Depth), DiagonalLink.Scale(problem.Depth, 0.3));
        if (!minimum.IsCertified)
            return;
        double[] prediction = MatrixVector.Multiply(data.Inputs, minimum.Solution);
        double reach = Lanes.Norm(data.Inputs.Values) * Lanes.Norm(minimum.Radius) + 1e-12;
        Assert.All(prediction.Zip(data.Labels), pair => Assert.InRange(pair.First - pair.Second, -reach, reach));
    }

    // A naive twin: the potential never falls along interpolants near the minimizer.
    [Property]
    public void NoNearbyInterpolantHasALowerPotential(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        Link link = DiagonalLink.Of(problem.Depth);
        double scale = DiagonalLink.Scale(problem.Depth, 0.5);
        PotentialMinimum minimum = PotentialMinimizer.Continue(data.Inputs, data.Labels, link, scale);
        double[][] kernel = KernelBasis.Of(data.Inputs, new(new(7), (ulong)problem.Seed));
        double least = minimum.Solution.Sum(β => link.Potential(β / scale));
        foreach (double[] n in kernel)
        {
            foreach (double step in (double[])[-0.1, 0.1])
                Assert.True(minimum.Solution.Zip(n, (β, v) => link.Potential((β + step * v) / scale)).Sum() > least);
        }
    }

    [Property]
    public void TheFlowEndsAtTheMinimizer(InterpolationProblem problem)
    {
        SparseRegression data = problem.Data();
        FlowEnd end = FlowEnd.Of(
            data.Inputs, data.Labels, problem.Depth, FlowEnd.Unbiased(problem.Dimension, 0.8), 2000,
            CancellationToken.None);
        PotentialMinimum minimum = PotentialMinimizer.Continue(
            data.Inputs, data.Labels, DiagonalLink.Of(problem.Depth), DiagonalLink.Scale(problem.Depth, 0.8));
        if (!end.IsFinished || !minimum.IsCertified)
            return;
        for (int j = 0; j < problem.Dimension; j++)
            Assert.InRange(Math.Abs(end.Predictor[j] - minimum.Solution[j]), 0, end.Radius[j] + minimum.Radius[j]);
    }

    [Fact]
    public void TheSolutionOfOneEquationIsKnown()
    {
        // x = (1, 2), y = 1, α = 1: gradient flow in 50-digit arithmetic ends at (0.19921138, 0.40039431).
        PotentialMinimum minimum = PotentialMinimizer.Minimize(
            new Matrix(
                new[,]
                {
                    { 1.0, 2.0 },
                }),
            [1],
            new HyperbolicLink(),
            1);
        Assert.Equal(0.19921138, minimum.Solution[0], 1e-8);
        Assert.Equal(0.40039431, minimum.Solution[1], 1e-8);
        Assert.True(minimum.IsCertified && minimum.Radius.Max() < 1e-14);
    }

    [Fact]
    public void DependentRowsAreNotCertified() =>
        Assert.False(
            PotentialMinimizer
                .Minimize(
                    new Matrix(
                        new[,]
                        {
                            { 1.0, 2, 3 },
                            { 2.0, 4, 6 },
                        }),
                    [1, 2],
                    new HyperbolicLink(),
                    1)
                .IsCertified);

    [Fact]
    public void TheBoundHoldsForAPointThatIsNotTheMinimizer()
    {
        // Newton's method stopped at its start: uncertified, or a bound that reaches to the minimizer.
        var X = new Matrix(new[,] { { 1.0, 2.0 } });
        PotentialMinimum right = PotentialMinimizer.Minimize(X, [1], new HyperbolicLink(), 1);
        PotentialMinimum other = PotentialMinimizer.Minimize(X, [1.001], new HyperbolicLink(), 1);
        Assert.True(Math.Abs(right.Solution[1] - other.Solution[1]) > right.Radius[1] + other.Radius[1]);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        var X = new Matrix(new[,] { { 1.0, 2.0 } });
        Assert.Throws<ArgumentException>(() => PotentialMinimizer.Minimize(X, [1, 2], new HyperbolicLink(), 1));
        Assert.Throws<ArgumentException>(() => PotentialMinimizer.Minimize(X, [double.NaN], new HyperbolicLink(), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PotentialMinimizer.Minimize(X, [1], new HyperbolicLink(), 0));
    }
}
