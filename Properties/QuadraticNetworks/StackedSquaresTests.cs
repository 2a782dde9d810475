using Verification.Implementation.QuadraticNetworks.Model;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class StackedSquaresTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(16, 4)]
    [InlineData(17, 5)]
    public void AStackOfSquaresComputesChebyshevPolynomials(int degree, int depth)
    {
        var coefficients = new double[degree + 1];
        coefficients[degree] = 1;
        var stack = new StackedSquares(coefficients);
        Assert.Equal(depth, stack.Depth);
        for (int i = 0; i <= 100; i++)
        {
            // T_n(cos t) = cos(nt); the documented error is 8n²·2⁻⁵³, and that of the argument n² times a rounding.
            double t = Math.PI * i / 100;
            Assert.Equal(Math.Cos(degree * t), stack.Evaluate(Math.Cos(t)), 10.0 * degree * degree * 1.2e-16);
        }
    }

    [Fact]
    public void AConstantNeedsNoNetwork() => Assert.Throws<ArgumentException>(() => new StackedSquares([1]));

    [Theory]
    [InlineData(ActivationFunction.Exponential, 1, 1, 1, 1)]
    [InlineData(ActivationFunction.Softplus, 0.6931471805599453, 0.5, 0.25, 0)]
    [InlineData(ActivationFunction.Swish, 0, 0.5, 0.5, 0)]
    [InlineData(ActivationFunction.Sigmoid, 0.5, 0.25, 0, -0.125)]
    [InlineData(ActivationFunction.Tanh, 0, 1, 0, -2)]
    public void ActivationsHaveTheDerivativesAtZeroThatTheClaimSpeaksOf(
        ActivationFunction activation, double value, double first, double second, double third)
    {
        // Differences at h = 1/64: truncation is h² times a derivative of order at most two higher, all below 20 here.
        const double h = 1.0 / 64;
        double f1 = activation.Evaluate(h),
            f2 = activation.Evaluate(2 * h),
            g1 = activation.Evaluate(-h),
            g2 = activation.Evaluate(-2 * h),
            f0 = activation.Evaluate(0);
        Assert.Equal(value, f0, 1e-15);
        Assert.Equal(first, (f1 - g1) / (2 * h), 4 * h * h);
        Assert.Equal(second, (f1 - 2 * f0 + g1) / (h * h), 4 * h * h);
        Assert.Equal(third, (f2 - 2 * f1 + 2 * g1 - g2) / (2 * h * h * h), 20 * h * h);
    }

    [Theory]
    [InlineData(ActivationFunction.Exponential)]
    [InlineData(ActivationFunction.Softplus)]
    [InlineData(ActivationFunction.Swish)]
    public void TheNextTermOfTheRemainderIsSmallerThanTheRadius(ActivationFunction activation)
    {
        // The hypothesis behind the claim's tolerance: E(h)/h^p settles, with a relative change below h.
        double previous = double.NaN;
        int order = activation == ActivationFunction.Exponential ? 3 : 4;
        for (double h = 0.125; h >= 1.0 / 64; h /= 2)
        {
            SecondOrderOutcome o = new SecondOrderExperiment().Run(new(activation, h, 0.5), Stream(), default);
            Assert.InRange(o.Order, order - 4 * h, order + 4 * h);
            Assert.True(!(Math.Abs(o.Order - order) > Math.Abs(previous - order)));
            previous = o.Order;
        }
    }

    private static Implementation.Numerics.Random.RandomStream Stream() =>
        new(Implementation.Numerics.Random.StreamKey.Of(1, "unused"), 0);
}
