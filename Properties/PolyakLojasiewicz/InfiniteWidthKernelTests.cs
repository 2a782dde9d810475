using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
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

    // mpmath, 40 digits: E sech⁴(g) = 0.464402902448268241972….
    [Fact]
    public void TheDiagonalOfTanhOnTheUnitSphereIsKnown() =>
        Assert.Equal(0.46440290244826824, InfiniteWidthKernel.Of(Activation.Tanh, Matrix.Identity(1))[0, 0], 1e-15);

    // The poles of sech² limit the rate.
    [Fact]
    public void QuadratureConvergesAtTheStatedRate()
    {
        Matrix X = TrainingInputs.Equicorrelated(4, 4, 0.2);
        Matrix coarse = InfiniteWidthKernel.Of(Activation.Tanh, X, 0.25),
            fine = InfiniteWidthKernel.Of(Activation.Tanh, X),
            finest = InfiniteWidthKernel.Of(Activation.Tanh, X, 0.0625);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(finest.Values[i], fine.Values[i], 1e-15);
            Assert.Equal(finest.Values[i], coarse.Values[i], 1e-12);
        }
    }

    [Fact]
    public void TheKernelIsTheMeanOverManyNeurons()
    {
        const int m = 200_000;
        var X = new Matrix(new[,] { { 0.6, 0.8 }, { 1, 0 }, { -0.5, 0.3 } });
        (Matrix limit, double variance) = InfiniteWidthKernel.Moments(Activation.Tanh, X);
        var stream = new RandomStream(StreamKey.Of(1, "wide"), 0);
        Matrix K = new ShallowNetwork(Activation.Tanh, X, Initialization.RandomSigns(stream, m))
            .At(Initialization.Gaussian(stream, m, 2))
            .TangentKernel();
        Lanes.Axpy(-1, limit.Values, K.Values);

        // Markov's inequality leaves a chance of 1/36 for a sound sampler; the seed is fixed, and no other was tried.
        Assert.InRange(Lanes.Norm(K.Values), 0, 6 * Math.Sqrt(variance / m));
    }

    [Fact]
    public void TheLeastEigenvalueOnTheLineIsThatOfTheKernel()
    {
        Matrix X = TrainingInputs.ScalarGrid(4, 0.2, 1);
        double expected = SymmetricEigen.Of(InfiniteWidthKernel.Of(Activation.Tanh, X)).Values[0];
        Assert.Equal(expected, InfiniteWidthKernel.LeastEigenvalueOnLine(Activation.Tanh, X.Values).Least, 1e-14);
        Assert.InRange(expected, 7e-6, 8e-6);
    }

    [Fact]
    public void AJumpingSlopeIsRefused() =>
        Assert.Throws<ArgumentException>(() => InfiniteWidthKernel.Of(Activation.RectifiedLinear, Matrix.Identity(2)));

    // mpmath, 40 digits, trapezoidal rule in steps of 1/10: the eigenvalues lie far below the rounding of the kernel
    // itself from n = 8 on.
    [Theory]
    [InlineData(2, 0.00614015697989)]
    [InlineData(5, 1.43011595694e-7)]
    [InlineData(8, 5.3534829557e-13)]
    [InlineData(10, 1.08429225681e-16)]
    public void LeastEigenvaluesOnTheLineAreKnown(int n, double expected)
    {
        (double least, double error) = InfiniteWidthKernel.LeastEigenvalueOnLine(
            Activation.Tanh, TrainingInputs.ScalarGrid(n, 0.2, 1).Values);

        // The reference has twelve digits.
        Assert.Equal(1, least / expected, 1e-11 + error);
        Assert.InRange(error, 0, 1e-12 + 2e-13 / Math.Sqrt(expected));
    }
}
