using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(ShallowProblems)])]
public sealed class KernelDescentTests
{
    [Property]
    public void QuadraticMapsHaveTheKernelAndFormGradientOfTheirDifferences(ShallowProblem problem)
    {
        int n = problem.Samples, p = problem.Width;
        (Matrix J0, Matrix[] A) = Random(problem.Stream("map"), n, p);
        var map = new QuadraticKernelField(J0, A);
        var w = new Matrix(p, 1);
        problem.Stream("point").FillNormals(w.Values);
        double[] u = problem.Labels();
        var gradient = new Matrix(p, 1);
        map.MoveTo(w);
        map.KernelFormGradient(u, gradient);
        for (int k = 0; k < p; k++)
        {
            // A form of the kernel is a quadratic of w: its central difference is exact but for rounding.
            double up = Form(k, 1), down = Form(k, -1);
            Assert.Equal((up - down) / 2, gradient.Values[k], 1e-10 * (1 + Math.Abs(up) + Math.Abs(down)));
        }

        // ‖Jᵀu‖², J by differences of F along each coordinate.
        double Form(int k, double step)
        {
            Matrix at = w.Clone();
            at.Values[k] += step;
            double sum = 0;
            for (int q = 0; q < p; q++)
            {
                double column = 0;
                for (int i = 0; i < n; i++)
                    column += u[i] * (J0[i, q] + Lanes.Dot(A[i].Row(q), at.Values));
                sum += column * column;
            }

            map.MoveTo(at);
            var K = new Matrix(n, n);
            map.TangentKernel(K);
            Assert.Equal(sum, Lanes.Dot(u, MatrixVector.Multiply(K, u)), 1e-10 * (1 + sum));
            return sum;
        }
    }

    [Property]
    public void WhatTheSearchFindsIsNoBetterConditionedThanTheCenter(ShallowProblem problem)
    {
        (double atCenter, double least, double error) = KernelDescent.Search(
            problem.Network().At(problem.Weights()), problem.Weights(), 0.5, problem.Samples, 5, TestContextToken);
        Assert.True(least <= atCenter);

        // At the center alone the bound is that of one matrix; on the way it is the largest.
        Matrix center = problem.Network().At(problem.Weights()).TangentKernel();
        Assert.InRange(
            error, EigenvalueBound.Of(center, SymmetricEigen.Of(center)), 1e-11 * (1 + Lanes.Norm(center.Values)));
        Assert.Equal(
            SymmetricEigen.Of(problem.Network().At(problem.Weights()).TangentKernel()).Values[0], atCenter,
            1e-12 * (1 + Math.Abs(atCenter)));
    }

    [Fact]
    public void TheSearchNeverLeavesTheBall()
    {
        var field = new Recorder();
        KernelDescent.Search(field, new Matrix(new[,] { { 1.0 }, { 2.0 } }), 0.25, 1, 20, TestContextToken);
        Assert.Equal(21, field.Distances.Count);
        Assert.All(field.Distances, distance => Assert.InRange(distance, 0, 0.25 * (1 + 1e-12)));
        Assert.Equal(0.25, field.Distances[1], 1e-12);
    }

    [Fact]
    public void ARadiusThatIsNotPositiveIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            KernelDescent.Search(new Recorder(), new Matrix(2, 1), 0, 1, 1, TestContextToken));

    private static CancellationToken TestContextToken => CancellationToken.None;

    private static (Matrix J0, Matrix[] A) Random(RandomStream stream, int n, int p)
    {
        var J0 = new Matrix(n, p);
        stream.FillNormals(J0.Values);
        var A = new Matrix[n];
        for (int i = 0; i < n; i++)
        {
            var G = new Matrix(p, p);
            stream.FillNormals(G.Values);
            A[i] = new Matrix(p, p);
            for (int a = 0; a < p; a++)
                for (int b = 0; b < p; b++)
                    A[i][a, b] = G[a, b] + G[b, a];
        }

        return (J0, A);
    }

    // K(w) = w1² + w2² + 5, 1 × 1, with center (1, 2).
    private sealed class Recorder : IKernelField
    {
        private double[] _w = [];

        public List<double> Distances { get; } = [];

        public void MoveTo(Matrix weights)
        {
            _w = weights.Values.ToArray();
            Distances.Add(Math.Sqrt((_w[0] - 1) * (_w[0] - 1) + (_w[1] - 2) * (_w[1] - 2)));
        }

        public void TangentKernel(Matrix kernel) => kernel[0, 0] = 5 + Lanes.Dot(_w, _w);

        public void KernelFormGradient(ReadOnlySpan<double> u, Matrix gradient)
        {
            _w.CopyTo(gradient.Values);
            Lanes.Scale(2 * u[0] * u[0], gradient.Values);
        }
    }
}
