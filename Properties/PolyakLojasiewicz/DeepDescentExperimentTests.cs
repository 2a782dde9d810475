using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class DeepDescentExperimentTests
{
    /// <summary>The descent again, with kernels and gradients as matrices: J from single gradients, one step at a
    /// time.</summary>
    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 16)]
    public void TheDescentIsThatOfTheFullJacobian(int n, int m)
    {
        DeepDescentOutcome outcome = new DeepDescentExperiment().Run(new(n, m, 0.5), Stream(), CancellationToken.None);
        RandomStream stream = Stream();
        var y = new double[n];
        UniformSphere.Fill(stream, y);
        LayerFunction tanh = OutputMap.Layer(Activation.Tanh);
        DeepNetwork network = DeepNetwork.Gaussian(stream, [n, m, m], [tanh, tanh, OutputMap.Linear.Function]);
        Matrix X = TrainingInputs.Equicorrelated(n, n, 0.2);
        Lanes.Scale(Math.Sqrt(n), X.Values);

        double least = double.PositiveInfinity, path = 0, first = 0, last = 0;
        for (int t = 0; t <= outcome.Steps; t++)
        {
            var J = new Matrix(n, network.ParameterCount);
            var r = new double[n];
            for (int i = 0; i < n; i++)
            {
                NetworkPass pass = network.At(X.Row(i));
                pass.Gradient().CopyTo(J.Row(i));
                r[i] = pass.Output - y[i];
            }

            double[] gradient = MatrixVector.TransposeMultiply(J, r);
            last = Lanes.Norm(r);
            least = Math.Min(least, Lanes.Norm(gradient) / last);
            if (t == 0)
            {
                first = last;
                double[] values = SymmetricEigen.Of(MatrixProduct.MultiplyTranspose(J, J)).Values;
                Assert.InRange(outcome.InitialEigenvalue, values[0] * (1 - 1e-6) - 1e-9, values[0]);
                Assert.Equal(values[^1], outcome.LargestEigenvalue, 1e-12 * values[^1]);
                Assert.Equal(0.5 / values[^1], outcome.Step, 1e-12);
            }

            if (t == outcome.Steps)
                break;
            path += outcome.Step * Lanes.Norm(gradient);
            network = network.Moved(-outcome.Step, gradient);
        }

        Assert.True(outcome.HasEnded);
        Assert.Equal(first, outcome.ResidualNorm, 1e-12);
        Assert.Equal(last / first, outcome.LastResidual, 1e-12);
        Assert.Equal(path, outcome.Path, 1e-9);
        Assert.Equal(least, outcome.LeastRatio, outcome.RatioError);
        Assert.InRange(outcome.RatioError, 0, 0.05);
    }

    [Fact]
    public void TheParameterVectorGoesForthAndBack()
    {
        LayerFunction tanh = OutputMap.Layer(Activation.Tanh);
        DeepNetwork network = DeepNetwork.Gaussian(Stream(), [2, 3, 4], [tanh, tanh, OutputMap.Linear.Function]);
        double[] parameters = network.Parameters();
        DeepNetwork again = network.WithParameters(parameters);
        Assert.Equal(parameters, again.Parameters());
        Assert.Equal(network.At([1, -1]).Output, again.At([1, -1]).Output);
        Assert.Throws<ArgumentException>(() => network.WithParameters(parameters.AsSpan(1)));
    }

    private static RandomStream Stream() => new(StreamKey.Of(3, "deep-descent"), 0);
}
