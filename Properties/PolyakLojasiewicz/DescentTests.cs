using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(DescentProblems)])]
public sealed class DescentTests
{
    [Property]
    public void TheGradientOfASystemIsTheDifferenceQuotientOfItsLoss(DescentProblem problem)
    {
        RippledSystem system = problem.System();
        double[] y = new double[problem.Samples];
        double[] w = new double[problem.Samples + problem.Surplus];
        problem.Stream("point").FillNormals(w);
        double[] gradient = MatrixVector.TransposeMultiply(system.A, system.Slopes(system.Residual(w, y)));
        for (int j = 0; j < w.Length; j++)
        {
            const double h = 1e-5;
            double[] up = [.. w], down = [.. w];
            up[j] += h;
            down[j] -= h;
            double quotient = (system.Loss(system.Residual(up, y)) - system.Loss(system.Residual(down, y))) / (2 * h);
            // Third derivatives are at most 4a·s_max³, values of the order of 10³ round to 10⁻¹³/h.
            Assert.Equal(quotient, gradient[j], 1e-5 * (1 + Math.Abs(quotient)));
        }
    }

    [Property]
    public void TheConditionHoldsWithTheConstantOfTheSystem(DescentProblem problem)
    {
        RippledSystem system = problem.System();
        double[] w = system.Start(problem.Stream("point"));
        double[] r = system.Residual(w, new double[problem.Samples]);
        double[] gradient = MatrixVector.TransposeMultiply(system.A, system.Slopes(r));
        Assert.True(0.5 * Lanes.Dot(gradient, gradient) >= system.Polyak * system.Loss(r) * (1 - 1e-10));
    }

    [Property]
    public void AStepLeavesNoMoreThanTheDescentLemmaAllows(DescentProblem problem)
    {
        var cell = new GradientStepCell(
            problem.Samples, problem.Samples + problem.Surplus, problem.TenthsOfRipple / 10.0, problem.Condition, 1);
        GradientStepOutcome o = new GradientStepExperiment().Run(cell, problem.Stream("step"), default);
        Assert.True(o.Ratio <= 1 - o.Polyak / o.Smoothness + o.Error);
        Assert.True(o.Error < 1e-9);
    }

    // The mean over the samples of single-sample steps, to first order in the step, is the full step over n.
    [Property]
    public void SingleSampleStepsStayBelowTheirFactor(DescentProblem problem)
    {
        var cell = new SingleSampleCell(
            problem.Samples, problem.Samples + problem.Surplus, problem.TenthsOfRipple / 10.0, problem.Condition, 1);
        SingleSampleOutcome o = new SingleSampleExperiment().Run(cell, problem.Stream("step"), default);
        Assert.InRange(
            o.ExpectedRatio, 0,
            1 - o.Polyak * o.Polyak / (problem.Samples * o.Smoothness * o.SampleSmoothness) + o.Error);
    }

    // With one sample single-sample descent is gradient descent.
    [Fact]
    public void OneSampleIsGradientDescent()
    {
        var single = new SingleSampleExperiment().Run(
            new(1, 3, 0, 1, 1), new RandomStream(StreamKey.Of(5, "one"), 0), default);
        double q = single.Polyak / single.Smoothness;
        Assert.Equal(1, q, 1e-9);
        Assert.Equal(0, single.ExpectedRatio, 1e-9);
    }

    // Without a ripple the paths and the recursion of the second moment are two routes to one expectation.
    [Fact]
    public void AllPathsHaveTheMomentsOfTheRecursion()
    {
        var experiment = new NoisyDescentExperiment();
        foreach (StepSchedule schedule in Enum.GetValues<StepSchedule>())
        {
            NoisyDescentOutcome recursion = experiment.Run(new(0, schedule, 0.2, 10, 1.5), Stream(), default);
            NoisyDescentOutcome paths = experiment.Run(new(1e-12, schedule, 0.2, 10, 1.5), Stream(), default);
            for (int k = 0; k < 10; k++)
                Assert.Equal(recursion.Losses[k], paths.Losses[k], 1e-9 * (1 + recursion.Losses[k]));
            Assert.Equal(recursion.GradientBound, paths.GradientBound, 1e-9 * recursion.GradientBound);
        }

        static RandomStream Stream() => new(StreamKey.Of(3, "noise"), 0);
    }

    // The printed form of the claim on constant steps has this factor and no floor: nothing but noise can break it.
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1.25, 10)]
    [InlineData(3, 10)]
    public void WithoutNoiseAStepLeavesAtMostOneLessTheRelativeStep(double ripple, int steps)
    {
        for (ulong trial = 0; trial < 20; trial++)
        {
            var stream = new RandomStream(StreamKey.Of(5, "no noise"), trial);
            NoisyDescentOutcome o = new NoisyDescentExperiment().Run(
                new(ripple, StepSchedule.Constant, 0.4, steps, 0), stream, default);
            double factor = 1 - 0.4 * o.Polyak / o.Smoothness;
            double bound = o.StartLoss;
            for (int i = 0; i < o.Steps.Length && o.Steps[i] <= 64; i++)
            {
                bound *= factor;
                Assert.True(o.Losses[i] <= bound * (1 + o.Error));
            }
        }
    }

    // Separable quadratic, a = (1, 2, 5, 10): along e₁ the mean factor is 1 − (2t − t²)/d, t = a₁/a_max.
    [Fact]
    public void ExactFactorsOfCoordinateDescentOnTheDiagonal()
    {
        var cell = new CoordinateStepCell(4, false, 10, 0);
        var outcomes = Enumerable
            .Range(0, 200)
            .Select(trial =>
                new CoordinateStepExperiment().Run(
                    cell, new RandomStream(StreamKey.Of(1, "coordinates"), (ulong)trial), default))
            .ToArray();
        const double t = 0.1;
        Assert.Contains(outcomes, o => Math.Abs(o.ExpectedRatio - (1 - (2 * t - t * t) / 4)) < 1e-12);
        // μ₁ = μ/Σ(1/c_i) with μ = 2 for h = x² and c = 1, 4, 7, 10.
        Assert.All(outcomes, o => Assert.Equal(2 / (1 + 1 / 4.0 + 1 / 7.0 + 1 / 10.0), o.GreedyPolyak, 1e-10));
        Assert.Contains(outcomes, o => o.IsExtremal && Math.Abs(o.GreedySlope - o.GreedyPolyak) < 1e-10);
    }

    // Values of an independent evaluation in Python: 0.821302, 0.0999796, 0.9999324.
    [Fact]
    public void TheTurningGradientHasItsConstants()
    {
        TurningGradientOutcome o = new TurningGradientExperiment().Run(
            new(0), new RandomStream(StreamKey.Of(1, "none"), 0), default);
        Assert.Equal(0.821302, o.RatioLower, 5e-7);
        Assert.Equal(0.0999796, o.PolyakLower, 5e-7);
        Assert.InRange(o.SmoothnessUpper, 0.9999323, 0.99996);
    }

    [Fact]
    public void SizesOutOfRangeAreRefused()
    {
        var stream = new RandomStream(StreamKey.Of(1, "none"), 0);
        Assert.ThrowsAny<ArgumentException>(() =>
            new GradientStepExperiment().Run(new(3, 2, 0, 1, 1), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new GradientStepExperiment().Run(new(1, 1, 0, 1, 2.5), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new NoisyDescentExperiment().Run(new(3, StepSchedule.Constant, 0.1, 15, 1), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new NoisyDescentExperiment().Run(new(0, StepSchedule.Constant, 0.5, 5, 1), stream, default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new CoordinateStepExperiment().Run(new(9, true, 1, 0), stream, default));
        Assert.ThrowsAny<ArgumentException>(() => new RippledSystem(stream, 1, 1, 0, 0.5));
    }
}
