using FsCheck.Xunit;
using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.JacobianSpectra.Optimization;

/// <summary>The network with both layers trained, against sums over single entries.</summary>
public sealed class SmoothNetworkTests
{
    [Property(Arbitrary = [typeof(SmoothProblems)], MaxTest = 60)]
    public void OutputsAreSumsOverNeurons(SmoothProblem problem)
    {
        (double[] v, Matrix W) = problem.Start();
        var outputs = new double[problem.Samples];
        problem.Network().At(v, W).Outputs(outputs);
        for (int i = 0; i < problem.Samples; i++)
            Assert.Equal(Output(problem, v, W, i), outputs[i], 1e-12);
    }

    [Property(Arbitrary = [typeof(SmoothProblems)], MaxTest = 40)]
    public void ProductsWithTheJacobianAreDerivativesOfOutputs(SmoothProblem problem)
    {
        (double[] v, Matrix W) = problem.Start();
        Matrix J = Jacobian(problem, v, W);
        SmoothPoint point = problem.Network().At(v, W);
        double[] u = problem.Stream("cotangent").Normals(problem.Samples), forOutputs = new double[problem.Width];
        var forWeights = new Matrix(problem.Width, problem.Dimension);
        point.TransposeMultiply(u, forOutputs, forWeights);
        double[] expected = MatrixVector.TransposeMultiply(J, u);
        Assert.All(
            expected.Zip([.. forOutputs, .. forWeights.Values]),
            pair => Assert.Equal(pair.First, pair.Second, 1e-11));
        Matrix kernel = point.TangentKernel(), product = MatrixProduct.MultiplyTranspose(J, J.Clone());
        for (int at = 0; at < kernel.Values.Length; at++)
            Assert.Equal(product.Values[at], kernel.Values[at], 1e-10);

        // Symmetric differences, h²/6 of third derivatives of a few hundred.
        const double h = 1e-4;
        double[] Δ = problem.Stream("direction").Normals(J.Columns), slopes = MatrixVector.Multiply(J, Δ);
        (double[] vUp, Matrix WUp) = Moved(h);
        (double[] vDown, Matrix WDown) = Moved(-h);
        for (int i = 0; i < problem.Samples; i++)
        {
            double quotient = (Output(problem, vUp, WUp, i) - Output(problem, vDown, WDown, i)) / (2 * h);
            Assert.Equal(slopes[i], quotient, 1e-4);
        }

        (double[] OutputWeights, Matrix Weights) Moved(double s)
        {
            double[] a = [.. v];
            Matrix B = W.Clone();
            Lanes.Axpy(s, Δ.AsSpan(0, a.Length), a);
            Lanes.Axpy(s, Δ.AsSpan(a.Length), B.Values);
            return (a, B);
        }
    }

    [Property(Arbitrary = [typeof(SmoothProblems)], MaxTest = 40)]
    public void EnclosedOutputsContainTheComputedOnes(SmoothProblem problem)
    {
        (double[] v, Matrix W) = problem.Start();
        SmoothPoint point = problem.Network().At(v, W);
        var outputs = new double[problem.Samples];
        point.Outputs(outputs);
        Interval[] enclosed = LossFloorExperiment.Outputs(problem.Inputs(), v, W);
        double error = point.OutputError();
        Assert.InRange(error, 0, 1e-12);
        for (int i = 0; i < outputs.Length; i++)
        {
            Assert.InRange(outputs[i], enclosed[i].Lower - error, enclosed[i].Upper + error);
            Assert.InRange(enclosed[i].Width, 0, 1e-12);
        }
    }

    /// <summary>A step of length zero moves nothing; a small one reduces the loss.</summary>
    [Property(Arbitrary = [typeof(SmoothProblems)], MaxTest = 40)]
    public void SmallStepsReduceTheLoss(SmoothProblem problem)
    {
        (double[] v, Matrix W) = problem.Start();
        double[] y = problem.Stream("labels").Normals(problem.Samples);
        var descent = new SmoothDescent(problem.Network(), y, v, W);
        double before = descent.Loss;
        Assert.Equal(0, descent.Step(0, 2));
        Assert.Equal(before, descent.Loss);
        descent.Step(1e-6, 2);
        Assert.True(descent.Loss <= before);
        Assert.Equal(descent.Loss, Lanes.Dot(descent.Residual, descent.Residual));
    }

    [Fact]
    public void MisfitsAreRefused()
    {
        var network = new SmoothNetwork(Activation.Softplus, new Matrix(2, 3), 4);
        Assert.Throws<ArgumentException>(() => network.At(new double[3], new Matrix(4, 3)));
        Assert.Throws<ArgumentException>(() => network.At(new double[4], new Matrix(3, 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothNetwork(Activation.Softplus, new Matrix(2, 3), 0));
        Assert.Throws<ArgumentException>(() => new SmoothNetwork(Activation.Softplus, new Matrix(0, 3), 4));
        var infinite = new Matrix(1, 1);
        infinite[0, 0] = double.PositiveInfinity;
        Assert.Throws<ArgumentException>(() => new SmoothNetwork(Activation.Softplus, infinite, 1));
    }

    private static double Output(SmoothProblem problem, double[] v, Matrix W, int i)
    {
        Matrix X = problem.Inputs();
        double sum = 0;
        for (int j = 0; j < v.Length; j++)
            sum += v[j] * Activation.Softplus.Value(Preactivation(X, W, i, j));
        return sum;
    }

    private static Matrix Jacobian(SmoothProblem problem, double[] v, Matrix W)
    {
        Matrix X = problem.Inputs();
        int k = v.Length, d = problem.Dimension;
        var J = new Matrix(problem.Samples, k * (d + 1));
        for (int i = 0; i < problem.Samples; i++)
        {
            for (int j = 0; j < k; j++)
            {
                double z = Preactivation(X, W, i, j);
                J[i, j] = Activation.Softplus.Value(z);
                for (int a = 0; a < d; a++)
                    J[i, k + j * d + a] = v[j] * Activation.Softplus.Slope(z) * X[i, a];
            }
        }

        return J;
    }

    private static double Preactivation(Matrix X, Matrix W, int i, int j)
    {
        double z = 0;
        for (int a = 0; a < X.Columns; a++)
            z += W[j, a] * X[i, a];
        return z;
    }
}
