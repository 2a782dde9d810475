using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>Descent with the best constant step against two scalar recursions: for W* = diag(1, K) and diagonal starts
/// the rows stay apart.</summary>
public sealed class BestStepTests
{
    private const double Accuracy = 0.1;

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void TheIterationsAreThoseOfTwoScalars(int condition)
    {
        BestStepOutcome outcome = Best(condition);
        Assert.Equal(outcome.Iterations, Iterations(condition, outcome.Step));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void LongerStepsRaiseTheRiskOrTakeLonger(int condition)
    {
        BestStepOutcome outcome = Best(condition);
        foreach (double factor in (double[])[1.1, 1.3, 2, 4])
            Assert.True(Iterations(condition, factor * outcome.Step) >= outcome.Iterations);
    }

    // (W, W*, ε) → (tW, tW*, t³ε), t = 4^j: not a bit is rounded otherwise.
    [Theory]
    [InlineData(-7)]
    [InlineData(4)]
    public void TheSizeOfTheTeacherDoesNotMatterIfTheGradientGoesAlong(int exponent)
    {
        BestStepOutcome scaled = new BestStepExperiment().Run(
            new(CoordinateLaw.Gaussian, 2, 8, Math.ScaleB(Accuracy, 6 * exponent), exponent),
            Stream(),
            CancellationToken.None);
        BestStepOutcome plain = Best(8);
        Assert.Equal(plain.Iterations, scaled.Iterations);
        Assert.Equal(Math.ScaleB(plain.Step, -4 * exponent), scaled.Step);
    }

    [Fact]
    public void ALawWithoutABarrierIsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new BestStepExperiment().Run(
                new(CoordinateLaw.Rademacher, 2, 4, Accuracy), Stream(), CancellationToken.None));

    private static BestStepOutcome Best(int condition) =>
        new BestStepExperiment().Run(
            new(CoordinateLaw.Gaussian, 2, condition, Accuracy), Stream(), CancellationToken.None);

    private static RandomStream Stream() => new(StreamKey.Of(1, "best-step"), 0);

    // For Gaussian data R = 2A + tr(A)·I, L = ⟨A, R⟩ and ∇L = 4WR. C = 2, so that the start has 3t² = ½.
    private static double Iterations(int condition, double step)
    {
        double x = Math.Sqrt(1 - Math.Sqrt(1.0 / 6)), y = condition;
        double before = double.PositiveInfinity;
        for (int k = 0; ; k++)
        {
            double a = x * x - 1, b = y * y - (double)condition * condition;
            double r = 3 * a + b, s = a + 3 * b;
            double risk = a * r + b * s;
            if (!(risk < before))
                return double.PositiveInfinity;
            if (4 * Math.Sqrt(x * x * r * r + y * y * s * s) <= Accuracy)
                return k;
            before = risk;
            (x, y) = (x - 4 * step * x * r, y - 4 * step * y * s);
        }
    }
}
