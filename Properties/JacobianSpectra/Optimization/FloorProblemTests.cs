using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra.Optimization;

/// <summary>Lower bounds of losses by relations between outputs.</summary>
public sealed class FloorProblemTests
{
    /// <summary>The relation is one for random weights of any size, and the bound that it gives is the known
    /// one.</summary>
    [Theory]
    [InlineData(FloorInstance.OppositeLabels, 1, 1)]
    [InlineData(FloorInstance.CollinearTriple, 1, 2.0 / 3)]
    [InlineData(FloorInstance.OppositePairs, 7, 6)]
    [InlineData(FloorInstance.OppositePairsOfWidth, 3, 6)]
    [InlineData(FloorInstance.OppositePairsOfWidth, 20, 40)]
    [InlineData(FloorInstance.OppositePairsOnLine, 5, 0.4)]
    public void TheRelationBoundsTheLoss(FloorInstance instance, int width, double floor)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var stream = new RandomStream(StreamKey.Of((ulong)seed, "floor"), 0);
            var problem = FloorProblem.Of(instance, width, 2, 1, stream);
            foreach (double scale in (double[])[1e-3, 1, 30])
            {
                (double[] v, Matrix W) = SmoothDescent.Start(stream, width, problem.Inputs.Columns, scale);
                Lanes.Scale(scale, W.Values);
                Interval[] outputs = LossFloorExperiment.Outputs(problem.Inputs, v, W);
                Assert.InRange(problem.Violation(outputs, v).Lower, double.NegativeInfinity, 0);
                Assert.InRange(problem.Violation(outputs, v).Upper, double.NegativeInfinity, 1e-12);

                // Enclosures of outputs are some ten ulp wide.
                double rounding = 1e-14 * outputs.Sum(output => output.Magnitude);
                Assert.InRange(problem.Floor(outputs, v), floor - 1e-12 - 10 * rounding, floor + 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(17)]
    public void PairsAreDistinctAndTheLastIsTheSumOfTheOthers(int width)
    {
        var stream = new RandomStream(StreamKey.Of(1, "floor"), 0);
        Matrix X = FloorProblem.Of(FloorInstance.OppositePairsOfWidth, width, 2, 1, stream).Inputs;
        (double, double)[] rows = [.. Enumerable.Range(0, X.Rows).Select(i => (X[i, 0], X[i, 1]))];
        Assert.Equal(2 * width, rows.Distinct().Count());
        Assert.Equal(rows[^2].Item1, Enumerable.Range(0, width - 1).Sum(pair => rows[2 * pair].Item1));
        Assert.Equal(rows[^2].Item2, Enumerable.Range(0, width - 1).Sum(pair => rows[2 * pair].Item2));
    }

    /// <summary>Outputs that no such network has: the relation is seen to fail, and the bound is gone.</summary>
    [Fact]
    public void OutputsOfOtherNetworksBoundNothing()
    {
        var stream = new RandomStream(StreamKey.Of(1, "floor"), 0);
        var pairs = FloorProblem.Of(FloorInstance.OppositePairs, 3, 2, 1, stream);
        Interval[] fitted = [.. pairs.Labels.Select(label => (Interval)label)];
        Assert.True(pairs.Violation(fitted, [1]).Lower > 0.9);
        Assert.Equal(0, pairs.Floor(fitted, [1]));
        var labels = FloorProblem.Of(FloorInstance.OppositeLabels, 1, 2, 1, stream);
        Assert.True(labels.Violation([1, -1], [1]).Lower > 0);
        Assert.Equal(0, labels.Floor([1, -1], [1]));
    }
}
