using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Networks with several outputs against naive twins.</summary>
public sealed class MulticlassNetworkTests
{
    private const int Samples = 7, Dimension = 4, Width = 9, Outputs = 3;

    public static TheoryData<string> Activations => ["softplus", "gaussian-softplus", "identity", "tanh"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void TheJacobianIsTheLimitOfCentralDifferences(string name)
    {
        (MulticlassNetwork network, Matrix W, _) = Draw(name);
        Matrix J = network.At(W).Jacobian();
        for (int p = 0; p < W.Values.Length; p++)
        {
            const double h = 1e-5;
            Matrix above = W.Clone(), below = W.Clone();
            above.Values[p] += h;
            below.Values[p] -= h;
            Matrix upper = network.At(above).Outputs(), lower = network.At(below).Outputs();
            for (int s = 0; s < J.Rows; s++)
                Assert.Equal((upper.Values[s] - lower.Values[s]) / (2 * h), J[s, p], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void OutputsAreVTimesTheActivationOfWx(string name)
    {
        (MulticlassNetwork network, Matrix W, _) = Draw(name);
        (Matrix X, Matrix V, _) = Data();
        Matrix F = network.At(W).Outputs();
        for (int i = 0; i < Samples; i++)
        {
            for (int a = 0; a < Outputs; a++)
            {
                double sum = 0;
                for (int m = 0; m < Width; m++)
                    sum += V[a, m] * network.Activation.Value(Lanes.Dot(W.Row(m), X.Row(i)));
                Assert.Equal(sum, F[i, a], 1e-13);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void ProductsAgreeWithTheExplicitJacobian(string name)
    {
        (MulticlassNetwork network, Matrix W, RandomStream stream) = Draw(name);
        MulticlassPoint point = network.At(W);
        Matrix J = point.Jacobian(), kernel = point.TangentKernel();
        Assert.All(Entries(MatrixProduct.MultiplyTranspose(J, J)).Zip(Entries(kernel)), Near);

        Matrix u = NetworkWeights.Gaussian(stream, Samples, Outputs);
        Matrix direction = NetworkWeights.Gaussian(stream, Width, Dimension);
        Matrix product = new(Samples, Outputs), adjoint = new(Width, Dimension);
        point.Multiply(direction, product);
        point.TransposeMultiply(u, adjoint);
        Assert.All(MatrixVector.Multiply(J, direction.Values).Zip(Entries(product)), Near);
        Assert.All(MatrixVector.TransposeMultiply(J, u.Values).Zip(Entries(adjoint)), Near);
        Assert.Equal(
            Lanes.Dot(product.Values, u.Values), Lanes.Dot(adjoint.Values, direction.Values), 1e-12);

        static void Near((double First, double Second) pair) => Assert.Equal(pair.First, pair.Second, 1e-12);
    }

    [Fact]
    public void LanczosFindsTheLargestEigenvalueOfTheKernel()
    {
        (MulticlassNetwork network, Matrix W, RandomStream stream) = Draw("softplus");
        MulticlassPoint point = network.At(W);
        Matrix u = new(Samples, Outputs), product = new(Samples, Outputs), gradient = new(Width, Dimension);
        LanczosResult result = Lanczos.Extremes(
            (x, y) =>
            {
                x.CopyTo(u.Values);
                point.TransposeMultiply(u, gradient);
                point.Multiply(gradient, product);
                product.Values.CopyTo(y);
            },
            stream.Normals(Samples * Outputs));
        double[] dense = SymmetricSpectrum.ValuesOf(point.TangentKernel());
        Assert.Equal(dense[^1], result.Largest.Value, 1e-8 * dense[^1]);
        Assert.Equal(dense[0], result.Smallest.Value, 1e-8 * dense[^1]);
    }

    [Fact]
    public void MisclassificationIsOfTheLargestOutput()
    {
        var data = new LabeledInputs(new Matrix(3, 1), [0, 1, 1], 2);
        var outputs = new Matrix(new double[,] { { 1, 0 }, { 1, 0 }, { -2, -1 } });
        Assert.Equal(1.0 / 3, data.Misclassified(outputs));
        Assert.Equal(0, data.Misclassified(data.OneHot()));
    }

    [Fact]
    public void UnfitArgumentsAreRefused()
    {
        Assert.Throws<ArgumentException>(
            () => new MulticlassNetwork(Activation.Softplus, new Matrix(0, 2), new Matrix(1, 1)));
        Assert.Throws<ArgumentException>(() => new MulticlassNetwork(
            Activation.Softplus, new Matrix(new[,] { { double.NaN } }), new Matrix(1, 1)));
        Assert.Throws<ArgumentException>(() => Draw("softplus").Network.At(new Matrix(1, 1)));
        Assert.Throws<ArgumentException>(() => new LabeledInputs(new Matrix(2, 1), [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabeledInputs(new Matrix(1, 1), [2], 2));
    }

    private static double[] Entries(Matrix matrix) => matrix.Values.ToArray();

    private static (MulticlassNetwork Network, Matrix Weights, RandomStream Stream) Draw(string activation)
    {
        (Matrix X, Matrix V, RandomStream stream) = Data();
        Matrix W = NetworkWeights.Gaussian(stream, Width, Dimension);
        return (new(Activation.Parse(activation, null), X, V), W, stream);
    }

    private static (Matrix Inputs, Matrix OutputWeights, RandomStream Stream) Data()
    {
        var stream = new RandomStream(StreamKey.Of(7, "tests/multiclass-network"), 0);
        Matrix X = UniformSphere.Rows(stream, Samples, Dimension);
        return (X, NetworkWeights.Gaussian(stream, Outputs, Width), stream);
    }
}
