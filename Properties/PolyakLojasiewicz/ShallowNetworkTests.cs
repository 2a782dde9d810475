using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class ShallowNetworkTests
{
    [Theory]
    [InlineData(4, 4, 0.2)]
    [InlineData(3, 7, -0.4)]
    [InlineData(1, 1, 0.9)]
    public void EquicorrelatedInputsHaveTheStatedGramMatrix(int n, int d, double ρ)
    {
        Matrix X = TrainingInputs.Equicorrelated(n, d, ρ);
        Matrix G = MatrixProduct.MultiplyTranspose(X, X);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                Assert.Equal(i == j ? 1 : ρ, G[i, j], 1e-15);
    }

    [Fact]
    public void AScalarGridRunsFromEndToEnd() =>
        Assert.Equal([0.25, 0.5, 0.75], TrainingInputs.ScalarGrid(3, 0.25, 0.75).Values.ToArray());

    [Theory]
    [InlineData(3, 2, 0.2)]
    [InlineData(3, 3, -0.5)]
    [InlineData(2, 2, 1.0)]
    [InlineData(2, 2, double.NaN)]
    public void InputsThatDoNotExistAreRefused(int n, int d, double ρ) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingInputs.Equicorrelated(n, d, ρ));

    [Fact]
    public void AGridOfVectorsIsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            TrainingInputs.Draw(InputKind.ScalarGrid, new RandomStream(StreamKey.Of(1, "grid"), 0), 3, 2));

    [Fact]
    public void SignsOtherThanPlusAndMinusOneAreRefused() =>
        Assert.Contains(
            "neuron 1",
            Assert
                .Throws<ArgumentException>(() => new ShallowNetwork(Activation.Tanh, Matrix.Identity(2), [1, 0.5]))
                .Message,
            StringComparison.Ordinal);

    [Fact]
    public void InputsThatAreNotFiniteAreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new ShallowNetwork(
                Activation.Tanh,
                new Matrix(
                    new[,]
                    {
                        { double.NaN },
                    }),
                [1]));

    [Fact]
    public void ANetworkWithoutSamplesOrNeuronsIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ShallowNetwork(Activation.Tanh, new Matrix(0, 1), [1]));
        Assert.Throws<ArgumentException>(() => new ShallowNetwork(Activation.Tanh, Matrix.Identity(1), []));
    }

    [Fact]
    public void WeightsOfAnotherShapeAreRefused() =>
        Assert.Contains(
            "1 × 2",
            Assert
                .Throws<ArgumentException>(() =>
                    new ShallowNetwork(Activation.Tanh, Matrix.Identity(2), [1]).At(new Matrix(2, 2)))
                .Message,
            StringComparison.Ordinal);

    [Fact]
    public void AnOddNetworkCannotBeMirrored() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Initialization.MirroredSigns(3));

    [Fact]
    public void LaterChangesOfTheInputsDoNotReachTheNetwork()
    {
        Matrix X = Matrix.Identity(2);
        var network = new ShallowNetwork(Activation.Identity, X, [1]);
        X[0, 0] = 5;
        var outputs = new double[2];
        network.At(new Matrix(new[,] { { 1.0, 2.0 } })).Outputs(outputs);
        Assert.Equal([1, 2], outputs);
    }
}
