using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Experiments on landscapes and remedies against what is known of single instances.</summary>
public sealed class RemediesExperimentTests
{
    [Fact]
    public void OneCoinOnOneSampleStraysByOneHalfEitherWay()
    {
        double[] deviations =
        [
            .. Enumerable.Range(0, 64).Select(trial => Deviation(new(DeviationClass.Coins, 1, 1), trial)),
        ];
        Assert.Equal([-0.5, 0.5], deviations.Distinct().Order());
    }

    [Fact]
    public void CoinsBeyondOneWordErrOnHalfTheSamplesOnAverage()
    {
        // 512 independent means of 100 fair coins: standard deviation 0.05/√512 = 0.0022, five of which are 0.011.
        double mean = Enumerable.Range(0, 512).Average(trial => Deviation(new(DeviationClass.Coins, 100, 1), trial));
        Assert.InRange(mean, -0.011, 0.011);
    }

    [Fact]
    public void ThresholdsStrayAsFarAsTheNaiveSupremum()
    {
        for (int trial = 0; trial < 50; trial++)
        {
            var u = new double[7];
            Stream(trial).FillUniforms(u);
            double naive = u.Max(t =>
                Math.Max(Math.Abs(t - u.Count(x => x <= t) / 7.0), Math.Abs(t - u.Count(x => x < t) / 7.0)));
            Assert.Equal(
                naive, Deviation(new(DeviationClass.Thresholds, 7, 1), trial), naive * ShortDecimal.RelativeError(9));
        }
    }

    [Fact]
    public void HeavyTailsStrayFurtherThanCoinsOfTheSameMean()
    {
        double[] heavy =
        [
            .. Enumerable
                .Range(0, 101)
                .Select(trial => Deviation(new(DeviationClass.HeavyTails, 400, 5), trial))
                .Order(),
        ];
        double[] coins =
        [
            .. Enumerable.Range(0, 101).Select(trial => Deviation(new(DeviationClass.Coins, 400, 5), trial)).Order(),
        ];
        Assert.True(heavy[50] > 2 * coins[50]);
    }

    [Theory]
    [InlineData(MinimumSetFamily.Quadratic, 2, 5, 3)]
    [InlineData(MinimumSetFamily.Quadratic, 5, 2, 0)]
    [InlineData(MinimumSetFamily.TanhNetwork, 2, 6, 4)]
    [InlineData(MinimumSetFamily.LinearUnit, 5, 3, 1)]
    public void TheDimensionOfTheSetOfMinimaIsFound(MinimumSetFamily family, int n, int p, int dimension)
    {
        MinimumSetOutcome outcome = new MinimumSetExperiment().Run(
            new(family, n, p), Stream(0), CancellationToken.None);
        Assert.Equal(dimension, outcome.Dimension);
        Assert.Equal(dimension, outcome.ZeroEigenvalues);
        Assert.InRange(outcome.GradientNorm, 0, 1e-12);
        // Convex around isolated minima; not on both sides of a quadratic map's manifold.
        if (dimension == 0)
            Assert.InRange(outcome.LeastNearby, 0.5 * outcome.LeastEigenvalue, 1);
        else if (family == MinimumSetFamily.Quadratic)
            Assert.InRange(outcome.LeastNearby, -1e-2, -1e-6);
    }

    [Theory]
    [InlineData(LandscapeFamily.GaussianQuadratic, false)]
    [InlineData(LandscapeFamily.TanhNetwork, false)]
    [InlineData(LandscapeFamily.MatrixFractional, true)]
    [InlineData(LandscapeFamily.Bowl, true)]
    [InlineData(LandscapeFamily.BowlBesideLines, true)]
    [InlineData(LandscapeFamily.BowlBelow, true)]
    public void EachFamilyIsConvexAroundItsPointOrNot(LandscapeFamily family, bool isConvex)
    {
        LocalNonconvexityOutcome outcome = new LocalNonconvexityExperiment().Run(
            new(family, 2), Stream(0), CancellationToken.None);
        Assert.Equal(isConvex, outcome.IsConvex);
        Assert.Equal(!isConvex, outcome.IsNotConvex);
    }

    [Fact]
    public void LinesBesideABowlNeedTwoOutputs() =>
        Assert.Throws<ArgumentException>(() =>
            new LocalNonconvexityExperiment().Run(
                new(LandscapeFamily.BowlBesideLines, 1), Stream(0), CancellationToken.None));

    [Fact]
    public void AWideReluNetworkIsTrainedAndItsLossFallsOnTheWay()
    {
        // One stream: the shorter run is a beginning of the longer one.
        double Loss(int steps) =>
            new ReluDescentExperiment().Run(new(5, 5, 64, steps), Stream(0), CancellationToken.None).RelativeLoss;
        Assert.InRange(Loss(2000), 0, ReluDescentExperiment.Interpolated);
        Assert.InRange(Loss(10), Loss(20), 1);
    }

    [Fact]
    public void WidthsBeyondAGigabyteAreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new LazyRegimeExperiment().Run(new(Activation.Tanh, 4, 8, 4096, 12, 1), Stream(0), CancellationToken.None));

    [Fact]
    public void TheDriftAgreesWithFullJacobians()
    {
        // One step from the mirrored start, J built entry by entry.
        LazyRegimeOutcome outcome = new LazyRegimeExperiment().Run(
            new(Activation.Tanh, 3, 4, 8, 0, 1), Stream(0), CancellationToken.None);
        RandomStream stream = Stream(0);
        Matrix X = UniformSphere.Rows(stream, 3, 4);
        var y = new double[3];
        UniformSphere.Fill(stream, y);
        Matrix W = Initialization.Mirrored(stream, 8, 4);
        var network = new ShallowNetwork(Activation.Tanh, X, Initialization.MirroredSigns(8));
        Matrix before = network.At(W).Jacobian();
        double bound = SingularValueDecomposition.SingularValues(X)[0];
        double[] step = new ShallowMap(network).LossGradient(W.Values, y);
        Lanes.Axpy(-1 / (bound * bound), step, W.Values);
        Matrix after = network.At(W).Jacobian();
        Lanes.Axpy(-1, before.Values, after.Values);
        Assert.Equal(Lanes.Norm(after.Values) / Lanes.Norm(before.Values), outcome.JacobianDrifts[0], 1e-13);
        Assert.Equal(Lanes.Norm(step) / (bound * bound), outcome.Displacements[0], 1e-13);
    }

    [Fact]
    public void TheExtremalNeuronAttainsTheConstant()
    {
        const double γ = 0.25;
        OneNeuronOutcome outcome = new OneNeuronExperiment().Run(new(0, 1, γ), Stream(0), CancellationToken.None);
        Assert.Equal(γ * outcome.Loss + outcome.Tangent, outcome.OtherLoss / (γ * (2 - γ * γ)), 1e-9);
    }

    private static double Deviation(UniformDeviationCell cell, int trial) =>
        new UniformDeviationExperiment().Run(cell, Stream(trial), CancellationToken.None).Deviation;

    private static RandomStream Stream(int trial) => new(StreamKey.Of(1, "remedies"), (ulong)trial);
}
