using FsCheck.Xunit;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(ShallowProblems)])]
public sealed class ShallowPointTests
{
    // The step of central differences, and the error of their extrapolation: h⁴ times fifth derivatives, which powers
    // of ‖x‖ ≤ 6 make large, plus rounding/h.
    private const double Step = 1e-3;
    private const double DifferenceError = 1e-6;

    [Property]
    public void OutputsAreTheSumOverNeurons(ShallowProblem problem)
    {
        ShallowNetwork network = problem.Network();
        var outputs = new double[problem.Samples];
        network.At(problem.Weights()).Outputs(outputs);
        Matrix X = problem.Inputs(), W = problem.Weights();
        for (int i = 0; i < problem.Samples; i++)
            Assert.Equal(Output(network, X.Row(i), W), outputs[i], 1e-12);
    }

    [Property]
    public void TheKernelIsTheGramMatrixOfTheJacobian(ShallowProblem problem)
    {
        ShallowPoint point = problem.Network().At(problem.Weights());
        Matrix J = point.Jacobian();
        AssertClose(MatrixProduct.MultiplyTranspose(J, J), point.TangentKernel(), 1e-12);
    }

    [Property]
    public void TheJacobianIsTheLimitOfCentralDifferences(ShallowProblem problem)
    {
        if (HasKinkNearby(problem))
            return;
        ShallowNetwork network = problem.Network();
        Matrix J = network.At(problem.Weights()).Jacobian();
        for (int k = 0; k < network.Parameters; k++)
        {
            double[] difference = Difference(problem, k, point =>
            {
                var outputs = new double[problem.Samples];
                point.Outputs(outputs);
                return outputs;
            });
            for (int i = 0; i < problem.Samples; i++)
                Assert.Equal(difference[i], J[i, k], DifferenceError);
        }
    }

    [Property]
    public void TheGradientIsTheTransposedJacobianTimesTheResidual(ShallowProblem problem)
    {
        ShallowPoint point = problem.Network().At(problem.Weights());
        var r = new double[problem.Samples];
        double loss = point.Residuals(problem.Labels(), r);
        var gradient = new Matrix(problem.Width, problem.Dimension);
        point.Gradient(r, gradient);
        double[] expected = MatrixVector.TransposeMultiply(point.Jacobian(), r);
        Assert.Equal(0.5 * r.Sum(value => value * value), loss, 1e-12 * (1 + loss));
        for (int k = 0; k < expected.Length; k++)
            Assert.Equal(expected[k], gradient.Values[k], 1e-11);
    }

    [Property]
    public void TheGradientOfAFormOfTheKernelIsTheLimitOfCentralDifferences(ShallowProblem problem)
    {
        if (HasKinkNearby(problem))
            return;
        ShallowNetwork network = problem.Network();
        double[] u = problem.Labels();
        Lanes.Scale(1 / Lanes.Norm(u), u);
        var gradient = new Matrix(problem.Width, problem.Dimension);
        network.At(problem.Weights()).KernelFormGradient(u, gradient);
        for (int k = 0; k < network.Parameters; k++)
        {
            double[] difference = Difference(
                problem,
                k,
                point => [Lanes.Dot(u, MatrixVector.Multiply(point.TangentKernel(), u))]);
            Assert.Equal(difference[0], gradient.Values[k], 100 * DifferenceError);
        }
    }

    [Property]
    public void TheGlobalBoundsHoldBetweenAnyTwoPoints(ShallowProblem problem)
    {
        ShallowNetwork network = problem.Network();
        Matrix W = problem.Weights(),
            V = Initialization.Gaussian(problem.Stream("elsewhere"), problem.Width, problem.Dimension);
        Matrix J = network.At(W).Jacobian(),
            difference = network.At(V).Jacobian();
        Lanes.Axpy(-1, J.Values, difference.Values);
        Lanes.Axpy(-1, W.Values, V.Values);
        Assert.True(SingularValueDecomposition.SingularValues(J)[0] <= network.LipschitzBound() * (1 + 1e-12));
        Assert.True(
            Lanes.Norm(difference.Values) <= network.JacobianLipschitzBound() * Lanes.Norm(V.Values) * (1 + 1e-12)
                || double.IsInfinity(network.JacobianLipschitzBound()));
    }

    [Property]
    public void AMirroredNetworkVanishesAndHasTheKernelOfItsHalf(ShallowProblem problem)
    {
        int m = problem.Width;
        var mirrored = new ShallowNetwork(problem.Activation, problem.Inputs(), Initialization.MirroredSigns(2 * m));
        ShallowPoint point = mirrored.At(Initialization.Mirrored(problem.Stream("weights"), 2 * m, problem.Dimension));
        var outputs = new double[problem.Samples];
        point.Outputs(outputs);
        Assert.All(outputs, output => Assert.Equal(0, output, 1e-13));
        AssertClose(problem.Network().At(problem.Weights()).TangentKernel(), point.TangentKernel(), 1e-12);
    }

    [Property]
    public bool MovingAPointIsBeingThereFromTheStart(ShallowProblem problem)
    {
        ShallowNetwork network = problem.Network();
        ShallowPoint moved = network.At(
            Initialization.Gaussian(problem.Stream("elsewhere"), problem.Width, problem.Dimension));
        double[] u = problem.Labels();
        var gradient = new Matrix(problem.Width, problem.Dimension);
        moved.KernelFormGradient(u, gradient);
        moved.TangentKernel();
        moved.MoveTo(problem.Weights());
        ShallowPoint fresh = network.At(problem.Weights());
        var expected = new Matrix(problem.Width, problem.Dimension);
        fresh.KernelFormGradient(u, expected);
        moved.KernelFormGradient(u, gradient);
        return gradient.Values.SequenceEqual(expected.Values)
            && moved.TangentKernel().Values.SequenceEqual(fresh.TangentKernel().Values);
    }

    private static double Output(ShallowNetwork network, ReadOnlySpan<double> x, Matrix W)
    {
        double sum = 0;
        for (int j = 0; j < network.Width; j++)
        {
            double z = 0;
            for (int a = 0; a < network.Dimension; a++)
                z += W[j, a] * x[a];
            sum += network.Signs[j] * network.Activation.Value(z);
        }

        return sum / Math.Sqrt(network.Width);
    }

    private static double[] Difference(ShallowProblem problem, int parameter, Func<ShallowPoint, double[]> f)
    {
        double[] coarse = Central(Step), fine = Central(Step / 2);
        return [.. coarse.Zip(fine, (c, g) => (4 * g - c) / 3)];

        double[] Central(double h)
        {
            Matrix W = problem.Weights();
            W.Values[parameter] += h;
            double[] up = f(problem.Network().At(W));
            W.Values[parameter] -= 2 * h;
            double[] down = f(problem.Network().At(W));
            return [.. up.Zip(down, (a, b) => (a - b) / (2 * h))];
        }
    }

    // A difference across the kink of the rectified linear unit has nothing to do with its derivative.
    private static bool HasKinkNearby(ShallowProblem problem)
    {
        if (problem.Activation != Activation.RectifiedLinear)
            return false;
        Matrix Z = MatrixProduct.MultiplyTranspose(problem.Weights(), problem.Inputs());
        return Z.Values.ToArray().Any(z => Math.Abs(z) < 10 * Step);
    }

    private static void AssertClose(Matrix expected, Matrix actual, double tolerance)
    {
        for (int i = 0; i < expected.Values.Length; i++)
            Assert.Equal(expected.Values[i], actual.Values[i], tolerance * (1 + Math.Abs(expected.Values[i])));
    }
}
