using FsCheck.Xunit;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(NetworkProblems)])]
public sealed class DeepNetworkTests
{
    [Property]
    public void TheOutputIsThatOfLoopsOverSingleNeurons(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        double[] x = problem.Inputs().Row(0).ToArray();
        double expected = Naive(network, x);
        Assert.Equal(expected, network.At(x).Output, 1e-13 * (1 + Math.Abs(expected)));
    }

    [Property]
    public void TheGradientIsTheLimitOfCentralDifferences(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        double[] x = problem.Inputs().Row(0).ToArray();
        double[] gradient = network.At(x).Gradient();
        double[] direction = problem.Vector("direction", network.ParameterCount);
        Lanes.Scale(1 / Lanes.Norm(direction), direction);
        Assert.Equal(Derivative(h => network.Moved(h, direction).At(x).Output), Lanes.Dot(gradient, direction), 1e-9);
    }

    [Property]
    public void TheHessianProductIsTheDerivativeOfTheGradient(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        double[] x = problem.Inputs().Row(0).ToArray();
        double[] direction = problem.Vector("direction", network.ParameterCount);
        double[] probe = problem.Vector("probe", network.ParameterCount);
        Lanes.Scale(1 / Lanes.Norm(direction), direction);
        Lanes.Scale(1 / Lanes.Norm(probe), probe);
        var image = new double[direction.Length];
        network.At(x).HessianProduct(direction, image);
        double expected = Derivative(h => Lanes.Dot(network.Moved(h, direction).At(x).Gradient(), probe));
        Assert.Equal(expected, Lanes.Dot(image, probe), 1e-9);
    }

    [Property]
    public void TheHessianIsSymmetric(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        NetworkPass pass = network.At(problem.Inputs().Row(0));
        double[] u = problem.Vector("u", network.ParameterCount), v = problem.Vector("v", network.ParameterCount);
        double[] Hu = new double[u.Length], Hv = new double[v.Length];
        pass.HessianProduct(u, Hu);
        pass.HessianProduct(v, Hv);
        Assert.Equal(Lanes.Dot(Hu, v), Lanes.Dot(u, Hv), 1e-12 * (1 + Lanes.Norm(Hu) * Lanes.Norm(v)));
    }

    [Property]
    public void TheTangentKernelIsTheGramMatrixOfTheGradients(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        Matrix X = problem.Inputs();
        Matrix K = network.TangentKernel(X);
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j < X.Rows; j++)
            {
                double[] a = network.At(X.Row(i)).Gradient(), b = network.At(X.Row(j)).Gradient();
                Assert.Equal(Lanes.Dot(a, b), K[i, j], 1e-13 * Lanes.Norm(a) * Lanes.Norm(b) + 1e-300);
            }
        }
    }

    [Property]
    public void TheHessianInCoordinatesIsTheHessianOnItsSubspaceAndZeroOffIt(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        NetworkPass pass = network.At(problem.Inputs().Row(0));
        var compressed = new OutputHessian(pass);
        double[] u = problem.Vector("u", compressed.Dimension), v = problem.Vector("v", compressed.Dimension);
        double[] image = new double[compressed.Dimension], full = new double[network.ParameterCount];
        compressed.Multiply(u, image);
        pass.HessianProduct(compressed.Embed(u), full);
        double scale = 1 + Lanes.Norm(full) * Lanes.Norm(v);
        Assert.Equal(Lanes.Dot(compressed.Embed(v), full), Lanes.Dot(v, image), 1e-12 * scale);

        // The image lies in the subspace: embedding the coordinates of the image gives the image.
        double[] embedded = compressed.Embed(image);
        for (int k = 0; k < full.Length; k++)
            Assert.Equal(full[k], embedded[k], 1e-12 * scale);
    }

    [Property(MaxTest = 50)]
    public void TheNormByLanczosIsTheLargestEigenvalueOfTheFullHessian(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        NetworkPass pass = network.At(problem.Inputs().Row(0));
        Matrix H = FullHessian(pass);
        double[] values = SymmetricEigen.Of(H).Values;
        double expected = Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
        (double norm, double residual) = new OutputHessian(pass).Norm(problem.Stream("lanczos"), 1e-8);
        Assert.Equal(expected, norm, 1e-7 * expected + 1e-14);
        Assert.True(residual <= 1e-6 || expected < 1e-14);
    }

    [Property(MaxTest = 50)]
    public void TheCeilingIsAboveTheNormAndTheFloorBelow(NetworkProblem problem)
    {
        DeepNetwork network = problem.Network();
        NetworkPass pass = network.At(problem.Inputs().Row(0));
        double[] spectral = HessianCeiling.SpectralNorms(network, problem.Stream("norms"));
        for (int l = 1; l < spectral.Length; l++)
            Assert.InRange(
                spectral[l], SingularValueDecomposition.SingularValues(network.Weights[l])[0] * (1 - 1e-14),
                Lanes.Norm(network.Weights[l].Values) * 1.02);
        (double norm, _) = new OutputHessian(pass).Norm(problem.Stream("lanczos"), 1e-8);
        Assert.True(norm <= HessianCeiling.Of(pass, spectral) * (1 + 1e-12));
        if (problem.Hidden > 0)
            Assert.True(new OutputHessian(pass).NarrowestBlockNorm() <= norm * (1 + 1e-6) + 1e-15);
    }

    [Property]
    public void OneHiddenLayerHasTheHessianNormOfItsTwoByTwoBlocks(NetworkProblem problem)
    {
        // f = Σ v_j tanh(w_j·x/√d)/√m: neuron j has the block [[v σ'' t², σ' t], [σ' t, 0]]/√m, t = ‖x‖/√d, whose
        // larger eigenvalue is (|a| + √(a² + 4b²))/2.
        int m = problem.Width,
            d = problem.Dimension;
        var network = DeepNetwork.Gaussian(
            problem.Stream("shallow"), [d, m], [OutputMap.Layer(Activation.Tanh), OutputMap.Linear.Function]);
        double[] x = problem.Inputs().Row(0).ToArray();
        double t = Lanes.Norm(x) / Math.Sqrt(d);
        double expected = 0;
        for (int j = 0; j < m; j++)
        {
            double z = Lanes.Dot(network.Weights[0].Row(j), x) / Math.Sqrt(d);
            double a = network.Weights[1][0, j] * Activation.Tanh.Curvature(z) * t * t;
            double b = Activation.Tanh.Slope(z) * t;
            expected = Math.Max(expected, (Math.Abs(a) + Math.Sqrt(a * a + 4 * b * b)) / 2 / Math.Sqrt(m));
        }

        (double norm, _) = new OutputHessian(network.At(x)).Norm(problem.Stream("lanczos"), 1e-10);
        Assert.Equal(expected, norm, 1e-9 * expected);
    }

    [Fact]
    public void WeightsThatDoNotFitTogetherAreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new DeepNetwork([new(3, 2), new(1, 4)], [OutputMap.Linear.Function, OutputMap.Linear.Function]));

    [Fact]
    public void WeightsThatAreNotFiniteAreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new DeepNetwork(
                [
                    new(
                        new[,]
                        {
                            { double.NaN },
                        }),
                ],
                [OutputMap.Linear.Function]));

    [Fact]
    public void PassesOfTwoNetworksHaveNoCommonKernel()
    {
        NetworkPass One() => new DeepNetwork([new(new[,] { { 1.0 } })], [OutputMap.Linear.Function]).At([1]);
        Assert.Throws<ArgumentException>(() => One().GradientProduct(One()));
    }

    private static double Naive(DeepNetwork network, double[] x)
    {
        double[] a = x;
        for (int l = 0; l < network.Weights.Count; l++)
        {
            Matrix W = network.Weights[l];
            var next = new double[W.Rows];
            for (int i = 0; i < W.Rows; i++)
            {
                double sum = 0;
                for (int k = 0; k < W.Columns; k++)
                    sum += W[i, k] * a[k];
                double[] value = [0], slope = [0], curvature = [0];
                network.Functions[l]([sum / Math.Sqrt(W.Columns)], value, slope, curvature);
                next[i] = value[0];
            }

            a = next;
        }

        return a[0];
    }

    private static Matrix FullHessian(NetworkPass pass)
    {
        int p = pass.Network.ParameterCount;
        var H = new Matrix(p, p);
        var unit = new double[p];
        for (int k = 0; k < p; k++)
        {
            unit[k] = 1;
            pass.HessianProduct(unit, H.Row(k));
            unit[k] = 0;
        }

        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < i; j++)
                H[i, j] = H[j, i] = (H[i, j] + H[j, i]) / 2;
        }

        return H;
    }

    // Central difference of order 4 along unit vectors: its truncation of some h⁴ and the rounding u/h stay below 1e-10
    // at h = 1e-3 for derivatives up to 10².
    private static double Derivative(Func<double, double> along)
    {
        const double H = 1e-3;
        return (8 * (along(H) - along(-H)) - (along(2 * H) - along(-2 * H))) / (12 * H);
    }
}
