using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Quadrature;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Closed forms of expected kernels against quadrature over two normal variables.</summary>
public sealed class ExpectedTangentKernelTests
{
    [Fact]
    public void TheArcsineFormulaIsTheIntegralForInputsOfAnyNorm()
    {
        var stream = new RandomStream(StreamKey.Of(7, "tests/expected-tangent-kernel"), 0);
        Matrix X = NetworkWeights.Gaussian(stream, 4, 2);
        Matrix kernel = ExpectedTangentKernel.Of(Activation.GaussianSoftplus, X);
        Matrix gram = MatrixProduct.MultiplyTranspose(X, X);
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j < X.Rows; j++)
            {
                double moment = Mean(
                    Activation.GaussianSoftplus.Slope, gram[i, i], gram[j, j], gram[i, j]);
                Assert.Equal(gram[i, j] * moment, kernel[i, j], 1e-10);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    [InlineData(0)]
    [InlineData(-0.9)]
    [InlineData(-1)]
    public void TheMeanOfProductsOfValuesIsTheIntegral(double product) => Assert.Equal(
        Mean(Activation.GaussianSoftplus.Value, 1, 1, product), ExpectedTangentKernel.ValueMoment(product), 1e-10);

    /// <summary>π/6, π/4, π/3 and π/2 over 2π, beside ¼.</summary>
    [Fact]
    public void TheArcsineHasItsKnownValues()
    {
        Assert.Equal(0.25, ExpectedTangentKernel.SlopeMoment(0));
        Assert.Equal(1.0 / 3, ExpectedTangentKernel.SlopeMoment(0.5), 2e-16);
        Assert.Equal(0.375, ExpectedTangentKernel.SlopeMoment(Math.Sqrt(0.5)), 2e-16);
        Assert.Equal(1.0 / 12, ExpectedTangentKernel.SlopeMoment(-Math.Sqrt(0.75)), 2e-16);
        Assert.Equal(0.5, ExpectedTangentKernel.SlopeMoment(1), 2e-16);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedTangentKernel.SlopeMoment(1.01));
    }

    [Fact]
    public void TheIdentityHasTheGramMatrix()
    {
        Matrix X = new(new double[,] { { 1, 2 }, { 3, -1 } });
        Assert.Equal([5, 1, 1, 10], ExpectedTangentKernel.Of(Activation.Identity, X).Values.ToArray());
        Assert.Throws<ArgumentException>(() => ExpectedTangentKernel.Of(Activation.Tanh, X));
    }

    private static double Mean(Func<double, double> f, double first, double second, double covariance)
    {
        var rule = new NormalTrapezoid(0.125);
        double slope = covariance / Math.Sqrt(first);
        double rest = Math.Sqrt(Math.Max(0, second - slope * slope));
        double sum = 0;
        for (int i = 0; i < rule.Nodes.Length; i++)
            for (int j = 0; j < rule.Nodes.Length; j++)
                sum += rule.Weights[i] * rule.Weights[j] * f(Math.Sqrt(first) * rule.Nodes[i])
                    * f(slope * rule.Nodes[i] + rest * rule.Nodes[j]);
        return sum;
    }
}
