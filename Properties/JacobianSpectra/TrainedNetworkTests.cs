using FsCheck.Xunit;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

[Properties(Arbitrary = [typeof(TrainedNetworkProblems)])]
public sealed class TrainedNetworkTests
{
    [Property]
    public void TheOutputsAreThoseOfLoopsOverSingleNeurons(TrainedNetworkProblem problem)
    {
        ResidualNetwork network = problem.Network();
        Matrix X = problem.Inputs(), F = network.Outputs(X);
        for (int i = 0; i < problem.Samples; i++)
        {
            double[] h = Product(network.Weights[0], X.Row(i).ToArray());
            for (int b = 0; b < problem.Blocks; b++)
            {
                double[] p = [.. Product(network.Weights[2 * b + 1], h).Select(z => problem.Activation.Value(z))];
                h = [.. h.Zip(Product(network.Weights[2 * b + 2], p), (a, c) => a + c)];
            }

            double[] f = Product(network.Weights[^1], h);
            for (int a = 0; a < problem.Outputs; a++)
                Assert.Equal(0.7 * f[a], F[i, a], 1e-12 * (1 + Math.Abs(f[a])));
        }
    }

    [Property]
    public void TheGradientIsTheLimitOfCentralDifferences(TrainedNetworkProblem problem) =>
        CheckGradient(problem.Network(), problem);

    [Property]
    public void TheGradientOfTheShallowNetworkIsTheLimitOfCentralDifferences(TrainedNetworkProblem problem) =>
        CheckGradient(problem.Shallow(), problem);

    [Property]
    public void TheKernelIsTheProductOfJacobians(TrainedNetworkProblem problem)
    {
        foreach (TrainedNetwork network in (TrainedNetwork[])[problem.Network(), problem.Shallow()])
        {
            Matrix X = problem.Inputs(), J = network.Jacobian(X, problem.Outputs);
            Matrix expected = MatrixProduct.MultiplyTranspose(J, J), kernel = network.TangentKernel(X);
            double scale = 1 + Lanes.Norm(expected.Values);
            for (int i = 0; i < kernel.Rows; i++)
                for (int j = 0; j < kernel.Rows; j++)
                {
                    Assert.Equal(expected[i, j], kernel[i, j], 1e-12 * scale);
                    Assert.Equal(kernel[i, j], kernel[j, i]);
                }
        }
    }

    /// <summary>An epoch of one batch is a step along the mean gradient; of Adam the first one is η times its
    /// signs.</summary>
    [Theory]
    [InlineData(NetworkOptimizer.Sgd)]
    [InlineData(NetworkOptimizer.Adam)]
    public void AnEpochOfOneBatchIsAStep(NetworkOptimizer optimizer)
    {
        var problem = new TrainedNetworkProblem(5, 3, 4, 1, 3, "tanh", 7);
        TrainedNetwork before = problem.Network(), after = problem.Network();
        var data = new LabeledInputs(problem.Inputs(), [0, 1, 2, 0, 1], 3);
        var training = new NetworkTraining(optimizer, NetworkLoss.Squared, 0.01, 5);
        training.Train(
            after, data, 1, new RandomStream(StreamKey.Of(1, "step"), 0), _ => { }, CancellationToken.None);
        IReadOnlyList<Matrix> gradient =
            before.Gradient(data.Inputs, f => training.Residual(f, data.OneHot()));
        for (int w = 0; w < gradient.Count; w++)
            for (int k = 0; k < gradient[w].Values.Length; k++)
            {
                double g = gradient[w].Values[k] / 5;
                double step = optimizer == NetworkOptimizer.Sgd ? 0.01 * g : 0.01 * g / (Math.Abs(g) + 1e-8);
                Assert.Equal(before.Weights[w].Values[k] - step, after.Weights[w].Values[k], 1e-12);
            }
    }

    /// <summary>"Pass through softmax and pick maximum" picks the largest output.</summary>
    [Property]
    public void SoftmaxKeepsTheOrder(TrainedNetworkProblem problem)
    {
        Matrix F = problem.Residual();
        Matrix softmax = new NetworkTraining(NetworkOptimizer.Sgd, NetworkLoss.Softmax, 1, 1).Predictions(F);
        for (int i = 0; i < F.Rows; i++)
        {
            double[] f = F.Row(i).ToArray(), p = softmax.Row(i).ToArray();
            double sum = f.Sum(Math.Exp);
            for (int a = 0; a < f.Length; a++)
                Assert.Equal(Math.Exp(f[a]) / sum, p[a], 1e-14);
            Assert.Equal(Array.IndexOf(f, f.Max()), Array.IndexOf(p, p.Max()));
        }
    }

    private static void CheckGradient(TrainedNetwork network, TrainedNetworkProblem problem)
    {
        Matrix X = problem.Inputs(), R = problem.Residual();
        IReadOnlyList<Matrix> gradient = network.Gradient(X, _ => R);
        const double h = 1e-6;
        for (int w = 0; w < gradient.Count; w++)
            for (int k = 0; k < gradient[w].Values.Length; k++)
            {
                double kept = network.Weights[w].Values[k];
                network.Weights[w].Values[k] = kept + h;
                double above = Lanes.Dot(network.Outputs(X).Values, R.Values);
                network.Weights[w].Values[k] = kept - h;
                double below = Lanes.Dot(network.Outputs(X).Values, R.Values);
                network.Weights[w].Values[k] = kept;
                double scale = 1 + Math.Abs(above) + Math.Abs(gradient[w].Values[k]);
                Assert.Equal((above - below) / (2 * h), gradient[w].Values[k], 1e-6 * scale);
            }
    }

    private static double[] Product(Matrix A, double[] x) =>
    [
        .. Enumerable.Range(0, A.Rows).Select(i => Enumerable.Range(0, A.Columns).Sum(j => A[i, j] * x[j])),
    ];
}
