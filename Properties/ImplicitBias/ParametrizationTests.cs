using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Implementation.ImplicitBias.Motivation;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class ParametrizationTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(9, purpose), trial);

    // The network itself, by explicit steps along the gradient of its margin on one example with spectrum (1, 3): ∫g
    // eliminated, the closed form is one relation between the two frequencies.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void AConvolutionalNetworkRunsTheRaceOfFrequencies(int depth)
    {
        // z = (2, −1); layers with spectrum (a, b) are (a + b, a − b)/2.
        double[][] w = [.. Enumerable.Range(0, depth).Select(_ => new[] { 0.5 * (0.8 + 0.2), 0.5 * (0.8 - 0.2) })];
        double margin = 0;
        for (int step = 0; step < 2_000_000 && margin < 40; step++)
        {
            double[][] gradients = [.. Enumerable.Range(0, depth).Select(l => Gradient(w, l))];
            margin = gradients[0][0] * w[0][0] + gradients[0][1] * w[0][1];
            // The flow in its own length: normalized steps, a thousandth of the weights.
            double size = Math.Sqrt(gradients.Sum(g => g[0] * g[0] + g[1] * g[1]));
            double length = Math.Sqrt(w.Sum(layer => layer[0] * layer[0] + layer[1] * layer[1]));
            for (int l = 0; l < depth; l++)
                Lanes.Axpy(1e-3 * length / size, gradients[l], w[l]);
        }

        double a = w[0][0] + w[0][1], b = w[0][0] - w[0][1];
        Assert.True(margin >= 40);
        // Steps of a thousandth err by about ½D²·10⁻³ times the logarithm of the growth, below 3 %.
        if (depth == 2)
            Assert.Equal(3 * Math.Log(a / 0.8), Math.Log(b / 0.2), 0.03 * Math.Log(b / 0.2));
        else
            Assert.Equal(3 * (1 / 0.8 - 1 / a), 1 / 0.2 - 1 / b, 0.03 * (1 / 0.2 - 1 / b));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2.080083823051904)]
    [InlineData(4, 1.7320508075688772)]
    public void FromDepthThreeOnTheWeakerFrequencyCanWin(int depth, double cost)
    {
        // κ^{2/D} at κ = 3: 9^{1/3} and √3.
        FrequencyRaceOutcome o = new FrequencyRaceExperiment().Run(
            new(depth, 4, 3, depth == 2 ? 40 : 30),
            Stream("none"),
            default);
        Assert.Equal(cost, o.Cost, 1e-4);
    }

    [Fact]
    public void OneRectifiedUnitCostsItsSlope()
    {
        ReluCostOutcome o = new ReluCostExperiment().Run(new(1, 0), Stream("relu"), default);
        Assert.Equal(Math.Max(o.TotalVariation, o.SlopeSum), o.Constructed, 1e-15);
        Assert.InRange(o.Mismatch, 0, 1e-15);
    }

    // Sums that round beyond the slope must not turn further, or their excess doubles from kink to kink.
    [Fact]
    public void ManyKinksAreTurnedToTheSlopeAlone()
    {
        for (ulong trial = 0; trial < 50; trial++)
        {
            ReluCostOutcome o = new ReluCostExperiment().Run(new(50, 0), Stream("kinks", trial), default);
            Assert.InRange(o.Mismatch, 0, o.Error);
            Assert.Equal(Math.Max(o.TotalVariation, o.SlopeSum), o.Constructed, o.Error);
        }
    }

    // The exact supremum against a fine grid of directions.
    [Fact]
    public void TheSupremumOverOneUnitIsThatOfAFineGrid()
    {
        for (ulong trial = 0; trial < 20; trial++)
        {
            RandomStream stream = Stream("supremum", trial);
            Matrix X = UniformSphere.Rows(stream, 7, 2);
            double[] signs = new double[7];
            stream.FillSigns(signs);
            double grid = 0;
            for (int k = 0; k < 20_000; k++)
            {
                double θ = 2 * Math.PI * k / 20_000, value = 0;
                for (int i = 0; i < 7; i++)
                    value += signs[i] * Math.Max(0, Math.Cos(θ) * X[i, 0] + Math.Sin(θ) * X[i, 1]);
                grid = Math.Max(grid, Math.Abs(value));
            }

            (double supremum, double ux, double uy) = PathNormComplexityExperiment.Supremum(X, signs);
            double attained = 0;
            for (int i = 0; i < 7; i++)
                attained += signs[i] * Math.Max(0, ux * X[i, 0] + uy * X[i, 1]);
            Assert.Equal(supremum, Math.Abs(attained), 1e-12);
            Assert.Equal(1, ux * ux + uy * uy, 1e-12);
            // The value is Lipschitz in θ with the constant 7.
            Assert.InRange(supremum, grid - 1e-12, grid + 7 * Math.PI / 10_000);
        }
    }

    // One example in its best direction: both bounds are equalities.
    [Fact]
    public void TheSmoothedMarginStandsStillInTheBestDirection()
    {
        SmoothedMarginOutcome o = new SmoothedMarginExperiment().Run(new(1, 3, 2, 0, false), Stream("margin"), default);
        Assert.Equal(2, o.EulerRatio, 1e-12);
        Assert.Equal(2, o.MarginRate, 1e-12);
    }

    [Fact]
    public void AdaptiveRunsReachQuarters()
    {
        foreach (AdaptiveStep step in Enum.GetValues<AdaptiveStep>())
        {
            AdaptiveMethodsOutcome o = new AdaptiveMethodsExperiment().Run(new(6, 3, step, 5), Stream("none"), default);
            Assert.True(o.SignFits);
            Assert.InRange(o.Spread, 0, 0.05);
            Assert.True(o.LeastNormScores[0] > 0 && o.LeastNormScores[1] < 0);
        }

        Assert.False(
            new AdaptiveMethodsExperiment().Run(new(3, 6, AdaptiveStep.Adam, 5), Stream("none"), default).SignFits);
    }

    [Fact]
    public void SizesOutOfRangeAreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() =>
            new HomogeneityExperiment().Run(new(HomogeneousModel.Linear, 2, 3), Stream("none"), default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new ConvolutionNormExperiment().Run(new(0, 2), Stream("none"), default));
        Assert.ThrowsAny<ArgumentException>(() =>
            new FrequencyRaceExperiment().Run(new(1, 2, 3, 5), Stream("none"), default));
        Assert.ThrowsAny<ArgumentException>(() => new ReluCostExperiment().Run(new(0, 1), Stream("none"), default));
    }

    private static double[] Gradient(double[][] w, int layer)
    {
        // f = Σ_j β_j z_j with β the circular convolution of the layers, z = (2, −1).
        double[] others = [1, 0];
        for (int l = 0; l < w.Length; l++)
        {
            if (l != layer)
                others = [others[0] * w[l][0] + others[1] * w[l][1], others[0] * w[l][1] + others[1] * w[l][0]];
        }

        return [2 * others[0] - others[1], 2 * others[1] - others[0]];
    }
}
