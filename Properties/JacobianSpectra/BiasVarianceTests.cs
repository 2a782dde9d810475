using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Closed forms of frozen dynamics against gradient descent step by step.</summary>
public sealed class BiasVarianceTests
{
    /// <summary>The kernel of the inputs, their outputs before training, one step 1/λ₁² on all of them and the
    /// prediction at a further input, 4000 times.</summary>
    [Fact]
    public void ANewSampleIsAsOftenWrongAsSimulated()
    {
        const int n = 20, draws = 4000;
        const double c2 = 0.25;
        var cell = new StartingOutputsCell(n, c2, Scale: 2);
        StartingOutputsOutcome outcome = new StartingOutputsExperiment().Run(cell, Stream("unused"), default);
        double ν2 = 4 / (2 * Math.Log(2));
        Matrix inputs = new(n + 1, n + 2), values = new(n + 1, n + 1);
        for (int i = 0; i <= n; i++)
        {
            inputs[i, 0] = Math.Sqrt(c2);
            inputs[i, i + 1] = Math.Sqrt(1 - c2);
            for (int j = 0; j <= n; j++)
                values[i, j] = ν2 * ExpectedTangentKernel.ValueMoment(i == j ? 1 : c2);
        }

        Matrix kernel = ExpectedTangentKernel.Of(Activation.GaussianSoftplus, inputs);
        Assert.True(CholeskyFactor.TryFactor(values, out CholeskyFactor? factor));
        double λ = kernel[0, 0] + (n - 1) * kernel[0, 1];
        RandomStream stream = Stream("starting-outputs");
        int wrong = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            double difference = 0;
            foreach (int output in (int[])[0, 1])
            {
                double[] f = MatrixVector.Multiply(factor.L, stream.Normals(n + 1));
                double prediction = f[n];
                for (int i = 0; i < n; i++)
                    prediction -= kernel[n, i] / λ * (f[i] - (1 - output));
                difference += (1 - 2 * output) * prediction;
            }

            if (difference < 0)
                wrong++;
        }

        double p = outcome.Misclassified.Midpoint;
        Assert.InRange((double)wrong / draws, p - 4 * Math.Sqrt(p / draws), p + 4 * Math.Sqrt(p / draws));
        Assert.InRange(outcome.Misclassified.Width, 0, 1e-9);
    }

    [Theory]
    [InlineData(0.25, EigenvaluePower.None, 40)]
    [InlineData(1.2, EigenvaluePower.None, 40)]
    public void CloseCentersAreTrainedAsStepByStep(double angle, EigenvaluePower divisor, int steps)
    {
        CloseCentersOutcome outcome = new CloseCentersExperiment().Run(
            new(angle, Gamma: 5, divisor, Factor: 1), Stream("unused"), default);
        double cos = Math.Cos(angle), sin = Math.Sin(angle);
        Matrix centers = new(new[,] { { 1, 0, 0, 0 }, { cos, sin, 0, 0 }, { cos, 0, sin, 0 }, { 0, 0, 0, 1 } });
        Matrix kernel = ExpectedTangentKernel.Of(Activation.GaussianSoftplus, centers);
        double[] y = [1, 1, -1, -1], f = new double[4];
        for (int t = 0; t < steps; t++)
        {
            double[] residual = [.. f.Zip(y, (value, label) => value - label)];
            double[] change = MatrixVector.Multiply(kernel, residual);
            for (int c = 0; c < 4; c++)
                f[c] -= change[c] / CloseCentersExperiment.Rank;
        }

        double remaining = Math.Sqrt(f.Zip(y, (value, label) => (value - label) * (value - label)).Sum() / 4);
        Assert.Equal(remaining, outcome.Remaining, 1e-12);
        Assert.Equal(f.Zip(y).Count(pair => pair.First * pair.Second < 0) / 4.0, outcome.Wrong);
        Assert.InRange(outcome.Error, 0, 1e-9);
    }

    // Γ/(ηα²) is above 10¹⁰ where the cutoff is at the least of 200 singular values that scatter by four powers of e.
    [Fact]
    public void BillionsOfStepsAreTakenAndNotCutOff()
    {
        FrozenDynamicsOutcome o = new FrozenDynamicsExperiment().Run(
            new(200, ResidualPlacement.AtTheCutoff, IsWhole: true, Spread: 4), Stream("frozen"), default);
        Assert.True(o.Growth * Math.Sqrt(o.Pseudoinverse.Midpoint) > 1e5);
        Assert.InRange(o.Remaining.Upper, 0, Math.Exp(-2 * o.Gamma) * (1 + 1e-12));
        Assert.InRange(o.Remaining.Width / o.Remaining.Upper, 0, 1e-12);
    }

    [Fact]
    public void ManyHalvingsOfTheCutoffAreEnclosedNarrowly()
    {
        StoppingTimeOutcome o = new StoppingTimeExperiment().Run(new(13, 30, 0, 2), Stream("unused"), default);
        Assert.InRange(o.Left.Upper, 0.999 * Math.Exp(-30), Math.Exp(-30));
        Assert.InRange(o.Distance.Width / o.Distance.Upper, 0, 1e-6);
    }

    [Fact]
    public void TheFarthestNuisanceDirectionIsThatOfTheClosedForm()
    {
        StoppingTimeOutcome outcome = new StoppingTimeExperiment().Run(new(2, 1.5, 0, 3), Stream("unused"), default);
        int T = 96; // 1.5·4³
        double distance = Enumerable.Range(2, 11).Max(i => (1 - Math.Pow(1 - Math.Pow(0.25, i), T)) * Math.Pow(2, i));
        Assert.Equal(distance, outcome.Distance.Midpoint, 1e-12);
        Assert.Equal(Math.Pow(0.9375, T), outcome.Left.Midpoint, 1e-14);
    }

    /// <summary>A network so wide that it hardly moves against its own linearization.</summary>
    [Fact]
    public void AWideNetworkFollowsItsKernel()
    {
        FiniteWidthOutcome outcome = new FiniteWidthExperiment().Run(
            new(6, 2, 4, 20_000, 10, Activation.Softplus), Stream("finite-width"), default);
        Assert.InRange(outcome.Deviation, 1e-8, 1e-3);
        Assert.InRange(outcome.Remaining, 0.01, 0.99);
    }

    [Fact]
    public void MixturesAreAsDescribed()
    {
        var mixture = GaussianMixture.Draw(Stream("mixture"), CenterKind.Separated, 3, 2, 5);
        LabeledInputs centers = mixture.Centers;
        Assert.Equal([0, 0, 1, 1, 2, 2], centers.Labels.ToArray());
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(1, Lanes.Norm(centers.Inputs.Row(i)), 1e-15);
            for (int j = 0; j < i; j++)
                Assert.InRange(Math.Abs(Lanes.Dot(centers.Inputs.Row(i), centers.Inputs.Row(j))), 0, 0.875);
        }

        LabeledInputs samples = mixture.Balanced(200, 0.5, Stream("samples"));
        double spread = 0;
        for (int i = 0; i < samples.Samples; i++)
        {
            Assert.Equal(centers.Labels[i / 200], samples.Labels[i]);
            Lanes.Axpy(-1, centers.Inputs.Row(i / 200), samples.Inputs.Row(i));
            spread += Lanes.Dot(samples.Inputs.Row(i), samples.Inputs.Row(i)) / samples.Samples;
        }

        // E‖x − μ‖² = σ², of deviation σ²√(2/(nd)).
        Assert.InRange(spread, 0.25 * (1 - 5 * Math.Sqrt(2.0 / 6000)), 0.25 * (1 + 5 * Math.Sqrt(2.0 / 6000)));
        Assert.Throws<ArgumentException>(
            () => GaussianMixture.Draw(Stream("mixture"), CenterKind.Antipodal, 2, 2, 5));
    }

    /// <summary>Equal inputs: the rank is that of the centers, one less for each output where they are
    /// antipodal.</summary>
    [Theory]
    [InlineData(CenterKind.Separated, 4)]
    [InlineData(CenterKind.Antipodal, 4)]
    public void TheRankIsThatOfTheCenters(CenterKind kind, int components)
    {
        MixtureSpectrumOutcome outcome = new MixtureSpectrumExperiment().Run(
            new(kind, 2, components, 5, 60, 2, true, Activation.GaussianSoftplus), Stream("rank"), default);
        Assert.InRange(outcome.Deviation, 0, outcome.Error);
        Assert.InRange(outcome.Rest, 0, outcome.Error);
        Assert.Equal(kind == CenterKind.Separated, outcome.Least > 1e-5);
        Assert.Equal(16, outcome.Samples);
    }

    private static RandomStream Stream(string name) => new(StreamKey.Of(7, $"tests/{name}"), 0);
}
