using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class InfiniteWidthKernelTests
{
    // E cos a cos b = ½(e^(−Var(a−b)/2) + e^(−Var(a+b)/2)) for centered normal a, b.
    [Fact]
    public void TheKernelOfTheSineIsItsClosedForm()
    {
        var X = new Matrix(new[,] { { 1, 0.5 }, { -0.3, 1.2 }, { 0.2, 0.1 } });
        Matrix G = MatrixProduct.MultiplyTranspose(X, X.Clone());
        Matrix K = InfiniteWidthKernel.Of(Activation.Sine, X);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double sum = G[i, i] + G[j, j];
                double expected = G[i, j] * 0.5 * (Math.Exp(G[i, j] - sum / 2) + Math.Exp(-G[i, j] - sum / 2));
                Assert.Equal(expected, K[i, j], 1e-14);
            }
        }
    }

    // mpmath, 40 digits: E sech⁴(g) = 0.464402902448266….
    [Fact]
    public void TheDiagonalOfTanhOnTheUnitSphereIsKnown() =>
        Assert.Equal(0.464402902448266, InfiniteWidthKernel.Of(Activation.Tanh, Matrix.Identity(1))[0, 0], 1e-15);

    // The poles of sech² limit the rate: 1e-11 at 64 nodes, rounding at 128.
    [Fact]
    public void QuadratureConvergesAtTheStatedRate()
    {
        Matrix X = TrainingInputs.Equicorrelated(4, 4, 0.2);
        Matrix coarse = InfiniteWidthKernel.Of(Activation.Tanh, X, 64), fine = InfiniteWidthKernel.Of(Activation.Tanh, X, 128), finest = InfiniteWidthKernel.Of(Activation.Tanh, X, 200);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(finest.Values[i], fine.Values[i], 1e-14);
            Assert.Equal(finest.Values[i], coarse.Values[i], 1e-10);
        }
    }

    [Fact]
    public void TheKernelIsTheMeanOverManyNeurons()
    {
        const int m = 200_000;
        var X = new Matrix(new[,] { { 0.6, 0.8 }, { 1, 0 }, { -0.5, 0.3 } });
        (Matrix limit, double variance) = InfiniteWidthKernel.Moments(Activation.Tanh, X);
        var stream = new RandomStream(StreamKey.Of(1, "wide"), 0);
        Matrix K = new ShallowNetwork(Activation.Tanh, X, Initialization.RandomSigns(stream, m)).At(Initialization.Gaussian(stream, m, 2)).TangentKernel();
        Lanes.Axpy(-1, limit.Values, K.Values);

        // Markov's inequality leaves a chance of 1/36 for a sound sampler; the seed is fixed, and no other was tried.
        Assert.InRange(Lanes.Norm(K.Values), 0, 6 * Math.Sqrt(variance / m));
    }

    [Fact]
    public void TheLeastEigenvalueOnTheLineIsThatOfTheKernel()
    {
        Matrix X = TrainingInputs.ScalarGrid(4, 0.2, 1);
        double expected = SymmetricEigen.Of(InfiniteWidthKernel.Of(Activation.Tanh, X, 256)).Values[0];
        Assert.Equal(expected, InfiniteWidthKernel.LeastEigenvalueOnLine(Activation.Tanh, X.Values), 1e-14);
        Assert.InRange(expected, 7e-6, 8e-6);
    }

    [Fact]
    public void AJumpingSlopeIsRefused() => Assert.Throws<ArgumentException>(() => InfiniteWidthKernel.Of(Activation.RectifiedLinear, Matrix.Identity(2)));
}
