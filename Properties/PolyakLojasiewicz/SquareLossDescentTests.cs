using FsCheck.Xunit;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(NetworkProblems)])]
public sealed class SquareLossDescentTests
{
    [Fact]
    public void OneParameterFollowsItsGeometricSeries()
    {
        // F = 2w, y = 1, η = 1/8: the residual halves at each step, w_t = (1 − 2^{−t})/2.
        SquareLossDescent descent = SquareLossDescent.Run(
            Doubling, [0], samples: 1, step: 0.125, steps: 10, visit: null, CancellationToken.None);
        Assert.Equal(11, descent.Losses.Count);
        Assert.Equal((1 - Math.Pow(2, -10)) / 2, descent.End[0], 1e-15);
        Assert.Equal(descent.End[0], descent.PathLengths[^1], 1e-15);
        Assert.Equal(descent.Displacement, descent.Farthest);
        Assert.Equal(Math.Pow(2, -10), descent.LastResidualNorm, 1e-16);
        (double growth, double error) = descent.Contraction(1e-16);
        Assert.Equal(0.25, growth, 1e-14);
        Assert.InRange(error, 0, 1e-12);
    }

    [Fact]
    public void ADescentThatDivergesStops()
    {
        SquareLossDescent descent = SquareLossDescent.Run(
            Doubling, [0], samples: 1, step: 1, steps: 1000, visit: null, CancellationToken.None);
        Assert.InRange(descent.Losses.Count, 2, 20);
        Assert.True(descent.LastResidualNorm > 1e3);
        Assert.True(descent.Contraction(1e-16).Growth > 1);
    }

    [Fact]
    public void AnExactSolutionHasNoGrowthLeftAndAFiniteError()
    {
        SquareLossDescent descent = SquareLossDescent.Run(
            Doubling, [0], samples: 1, step: 0.25, steps: 10, visit: null, CancellationToken.None);
        Assert.Equal(2, descent.Losses.Count);
        (double growth, double error) = descent.Contraction(1e-13);
        Assert.Equal(0, growth);
        Assert.InRange(error, 0, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AStepThatIsNoStepIsRefused(double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SquareLossDescent.Run(Doubling, [0], 1, step, 10, null, CancellationToken.None));

    [Fact]
    public void ACancelledDescentStops() =>
        Assert.Throws<OperationCanceledException>(() =>
            SquareLossDescent.Run(Doubling, [0], 1, 0.1, 10, null, new CancellationToken(canceled: true)));

    [Property(MaxTest = 30)]
    public void TheTraceIsTheDescentOfTheCertificate(NetworkProblem problem)
    {
        var cell = new CertifiedDescentCell(DescentSystem.Network, problem.Samples, 2 * (8 + problem.Width), 1, 0.5, 1);
        CertifiedDescentOutcome outcome = new CertifiedDescentExperiment().Run(
            cell, problem.Stream("descent"), CancellationToken.None);
        DescentTrace trace = new DescentTraceExperiment().Run(cell, problem.Stream("descent"), CancellationToken.None);
        Assert.Equal(outcome.Steps + 1, trace.Losses.Count);
        Assert.Equal(outcome.Path * Math.Sqrt(outcome.Mu) / (2 * outcome.ResidualNorm), trace.Paths[^1], 1e-12);
        Assert.Equal(1, trace.Losses[0]);
        Assert.True(outcome.Displacement <= outcome.Path * (1 + 1e-12));
        Assert.True(outcome.Mu < outcome.InitialEigenvalue);
    }

    [Property(MaxTest = 50)]
    public void EveryOutputMapIsDifferentiatedAsItStandsAndKeepsItsSlopes(NetworkProblem problem)
    {
        OutputMap map = problem.OutputMap;
        foreach (double z in problem.Vector("points", 8).Select(value => 3 * value))
        {
            (double value, double slope, double curvature) = At(z);
            const double H = 1e-4;
            Assert.Equal((At(z + H).Value - At(z - H).Value) / (2 * H), slope, 1e-7);
            Assert.Equal((At(z + H).Slope - At(z - H).Slope) / (2 * H), curvature, 1e-7);
            Assert.InRange(slope, map.LeastSlope - 1e-15, map.LargestSlope + 1e-15);
            Assert.Equal(slope, map.Slope(z));
            Assert.True(double.IsFinite(value));
        }

        (double Value, double Slope, double Curvature) At(double z)
        {
            double[] v = [0], s = [0], c = [0];
            map.Function([z], v, s, c);
            return (v[0], s[0], c[0]);
        }
    }

    [Fact]
    public void AnUnknownOutputMapIsRefusedByName() =>
        Assert.Contains(
            "softplus",
            Assert.Throws<FormatException>(() => OutputMap.Parse("relu6", null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TheAlignedCertificateIsSharpToFirstOrder()
    {
        // n = 1: σ_min(J) = tanh'(z)·‖x‖ at equal neurons; at z* it falls at the rate β_σ, so that at the certified
        // radius λ_min exceeds μ by terms of third order only.
        var cell = new WidthCertificateCell(
            CertificateStart.Aligned, OutputMap.Linear, 1, 2, 16, 1, Share: 0.98, Constant: 1, DataPower: 1, Power: 2);
        WidthCertificateOutcome outcome = new WidthCertificateExperiment().Run(
            cell, new RandomStream(StreamKey.Of(1, "aligned"), 0), CancellationToken.None);
        Assert.Equal(4.0 / 9, outcome.InitialEigenvalue, 1e-14);
        Assert.InRange(outcome.LeastEigenvalue - 0.98, 0, 1e-5);
        Assert.Equal(outcome.LeastEigenvalue, outcome.LeastRatio, 1e-12);
    }

    private static void Doubling(ReadOnlySpan<double> w, Span<double> residual, Span<double> gradient)
    {
        residual[0] = 2 * w[0] - 1;
        gradient[0] = 2 * residual[0];
    }
}
