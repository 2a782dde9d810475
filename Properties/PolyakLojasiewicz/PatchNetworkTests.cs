using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class PatchNetworkTests
{
    private static readonly LayerFunction _tanh = OutputMap.Layer(Activation.Tanh);

    public static TheoryData<PatchArchitecture, int> Problems
    {
        get
        {
            var data = new TheoryData<PatchArchitecture, int>();
            foreach (PatchArchitecture architecture in Enum.GetValues<PatchArchitecture>())
                foreach (int width in (int[])[1, 2, 5])
                    data.Add(architecture, width);
            return data;
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    public void WithOnePositionItIsTheFullyConnectedNetwork(int d, int m)
    {
        RandomStream stream = Stream(d);
        DeepNetwork dense = DeepNetwork.Gaussian(stream, [d, m, m], [_tanh, _tanh, OutputMap.Linear.Function]);
        var patches = new PatchNetwork(
            d, 1,
            [.. dense.Weights.Select((W, l) => new PatchLayer(W, 1, 1, dense.Functions[l], IsResidual: false))]);
        Matrix X = Normal(stream, 3, d);
        NetworkPass expected = dense.At(X.Row(0));
        PatchPass pass = patches.At(X.Row(0));
        Assert.Equal(expected.Output, pass.Output, 1e-14);
        AssertEqual(expected.Gradient(), pass.Gradient(), 1e-14);
        double[] v = Vector(stream, dense.ParameterCount), image = new double[v.Length], other = new double[v.Length];
        expected.HessianProduct(v, image);
        pass.HessianProduct(v, other);
        AssertEqual(image, other, 1e-13);
        AssertEqual(dense.TangentKernel(X).Values, patches.TangentKernel(X).Values, 1e-13);
    }

    /// <summary>A convolution is a dense layer with a block circulant matrix E(W), so that ∇ = Eᵀ∇_dense and H =
    /// EᵀH_dense E.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AConvolutionIsTheDenseLayerWithItsCirculantMatrix(int m)
    {
        RandomStream stream = Stream(m);
        PatchNetwork network = PatchHessianExperiment.Network(
            new(PatchArchitecture.Convolutional, m, 2, 3), stream);
        var dense = new DeepNetwork(
            [.. network.Layers.Select(layer => Expanded(layer, layer.Weights.Values.ToArray()))],
            [.. network.Layers.Select(layer => layer.Function)]);
        double[] x = Vector(stream, 6), v = Vector(stream, network.ParameterCount), image = new double[v.Length];
        PatchPass pass = network.At(x);
        NetworkPass twin = dense.At(x);
        Assert.Equal(twin.Output, pass.Output, 1e-13);
        AssertEqual(Folded(network, twin.Gradient()), pass.Gradient(), 1e-13);
        pass.HessianProduct(v, image);
        double[] wide = Spread(network, v), wideImage = new double[wide.Length];
        twin.HessianProduct(wide, wideImage);
        AssertEqual(Folded(network, wideImage), image, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void TheGradientIsTheLimitOfDifferences(PatchArchitecture architecture, int width)
    {
        (PatchNetwork network, double[] x, double[] v) = Draw(architecture, width);
        double slope = Derivative(h => network.Moved(h, v).At(x).Output);
        Assert.Equal(slope, Lanes.Dot(network.At(x).Gradient(), v), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void TheHessianProductIsTheDerivativeOfTheGradient(PatchArchitecture architecture, int width)
    {
        (PatchNetwork network, double[] x, double[] v) = Draw(architecture, width);
        double[] probe = Vector(Stream(width + 100), v.Length), image = new double[v.Length];
        network.At(x).HessianProduct(v, image);
        double bend = Derivative(h => Lanes.Dot(network.Moved(h, v).At(x).Gradient(), probe));
        Assert.Equal(bend, Lanes.Dot(image, probe), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void NormAndBlockAreThoseOfTheFullHessian(PatchArchitecture architecture, int width)
    {
        (PatchNetwork network, double[] x, _) = Draw(architecture, width);
        PatchPass pass = network.At(x);
        int p = network.ParameterCount;
        var H = new Matrix(p, p);
        for (int k = 0; k < p; k++)
        {
            var unit = new double[p];
            unit[k] = 1;
            pass.HessianProduct(unit, H.Row(k));
        }

        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.Equal(H[i, j], H[j, i], 1e-13);
                H[j, i] = H[i, j];
            }
        }

        double[] values = SymmetricEigen.Of(H).Values;
        double norm = Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
        Assert.Equal(norm, pass.HessianNorm(Stream(1), 1e-8).Norm, 1e-6 * norm);
        for (int l = 0; l < network.Layers.Count; l++)
            Assert.InRange(pass.BlockNorm(l), 0, norm * (1 + 1e-12));
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        PatchLayer layer = new(new Matrix(1, 4), 2, 1, _tanh, IsResidual: false);
        Assert.Throws<ArgumentException>(() => new PatchNetwork(2, 1, [layer]));
        Assert.Throws<ArgumentException>(() => new PatchNetwork(3, 3, [layer]));
        Assert.Throws<ArgumentException>(() => new PatchNetwork(2, 3, [layer with { Positions = 3 }]));
        Assert.Throws<ArgumentException>(() => new PatchNetwork(2, 3, [layer with { IsResidual = true }]));
        Assert.Throws<ArgumentException>(() => new PatchNetwork(2, 3, []));
        Assert.Equal(4, new PatchNetwork(2, 3, [layer]).ParameterCount);
    }

    private static (PatchNetwork Network, double[] Input, double[] Direction) Draw(
        PatchArchitecture architecture, int width)
    {
        RandomStream stream = Stream(width);
        PatchNetwork network = PatchHessianExperiment.Network(new(architecture, width, 2, 3), stream);
        double[] v = Vector(stream, network.ParameterCount);
        Lanes.Scale(1 / Lanes.Norm(v), v);
        return (network, Vector(stream, 6), v);
    }

    // The dense matrix of a layer, whose factor 1/√(columns) stands for 1/√(kC).
    private static Matrix Expanded(PatchLayer layer, double[] weights)
    {
        int rows = layer.Weights.Rows, channels = layer.Weights.Columns / layer.Kernel;
        var E = new Matrix(rows * layer.Positions, 3 * channels);
        double factor = Math.Sqrt(3.0 / layer.Kernel);
        for (int p = 0; p < layer.Positions; p++)
            for (int r = 0; r < rows; r++)
                for (int c = 0; c < layer.Weights.Columns; c++)
                    E[p * rows + r, (p * channels + c) % (3 * channels)] +=
                        factor * weights[r * layer.Weights.Columns + c];
        return E;
    }

    private static double[] Spread(PatchNetwork network, double[] v)
    {
        var wide = new List<double>();
        int offset = 0;
        foreach (PatchLayer layer in network.Layers)
        {
            int length = layer.Weights.Values.Length;
            wide.AddRange(Expanded(layer, v[offset..(offset + length)]).Values.ToArray());
            offset += length;
        }

        return [.. wide];
    }

    // The transpose of Spread, column by column.
    private static double[] Folded(PatchNetwork network, double[] wide)
    {
        var folded = new double[network.ParameterCount];
        for (int k = 0; k < folded.Length; k++)
        {
            var unit = new double[folded.Length];
            unit[k] = 1;
            folded[k] = Lanes.Dot(Spread(network, unit), wide);
        }

        return folded;
    }

    // Central differences of order 4.
    private static double Derivative(Func<double, double> f)
    {
        const double H = 1.0 / 512;
        return (8 * (f(H) - f(-H)) - (f(2 * H) - f(-2 * H))) / (12 * H);
    }

    private static void AssertEqual(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
            Assert.Equal(expected[k], actual[k], tolerance * (1 + Math.Abs(expected[k])));
    }

    private static RandomStream Stream(int trial) => new(StreamKey.Of(7, "patch-network"), (ulong)trial);

    private static double[] Vector(RandomStream stream, int length)
    {
        var v = new double[length];
        stream.FillNormals(v);
        return v;
    }

    private static Matrix Normal(RandomStream stream, int rows, int columns)
    {
        var X = new Matrix(rows, columns);
        stream.FillNormals(X.Values);
        return X;
    }
}
