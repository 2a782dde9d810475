using Verification.Implementation.ImplicitBias;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Implementation.ImplicitBias.Motivation;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

/// <summary>The experiments behind figures, each beside a twin that shares the draws and nothing else.</summary>
public sealed class FigureExperimentTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(11, purpose), trial);

    // The twin differentiates the loss by central differences, weight by weight: an error of 10⁻⁹ in a gradient, and a
    // kink within 10⁻⁵ of an input would show as 10⁻⁵.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TheNetworksDescendAlongTheGradientOfTheirLoss(int trial)
    {
        const int d = 2, n = 9, teacherUnits = 3, tests = 4, widths = 3, steps = 4;
        NetworkSizeOutcome o = new NetworkSizeExperiment().Run(
            new(d, teacherUnits, n, tests, widths, steps), Stream("networks", (ulong)trial), default);
        RandomStream stream = Stream("networks", (ulong)trial);
        double[][] inputs = Normals(stream, n, d), unseen = Normals(stream, tests, d);
        double[] teacher = new double[teacherUnits * (d + 1)];
        stream.FillNormals(teacher);
        double[] signs = [1, -1, 1];
        double[] scores = [.. unseen.Select(x => Network(x, teacher, signs))];
        double median = scores.Order().ElementAt(tests / 2);
        double[] y = [.. inputs.Select(x => Network(x, teacher, signs) < median ? -1.0 : 1)];
        for (int k = 0; k < widths; k++)
        {
            int H = 1 << k;
            double[] W = new double[H * (d + 1)], a = new double[H];
            stream.FillNormals(W);
            stream.FillNormals(a);
            double[] parameters =
                [.. W.Select(w => w * Math.Sqrt(2.0 / (d + 1))), .. a.Select(value => value / Math.Sqrt(H))];
            double[] move = new double[parameters.Length];
            double step = 4 / (H + (d + 1) / 2.0);
            double Loss(double[] p) => inputs
                .Zip(y, (x, label) => Math.Log(1 + Math.Exp(-label * Network(x, p[..W.Length], p[W.Length..]))))
                .Average();
            for (int t = 0; t < steps; t++)
            {
                double[] gradient = Gradient(Loss, parameters);
                for (int j = 0; j < move.Length; j++)
                    move[j] = 0.9 * move[j] - step * gradient[j];
                for (int j = 0; j < move.Length; j++)
                    parameters[j] += move[j];
            }

            double norm = 0;
            for (int j = 0; j < H; j++)
                norm += Math.Abs(parameters[W.Length + j]) * Lanes.Norm(parameters.AsSpan(j * (d + 1), d + 1));
            Assert.Equal(norm, o.PathNorms[k], 1e-4 * norm);
            double wrong = inputs.Zip(y).Count(pair =>
                !(pair.Second * Network(pair.First, parameters[..W.Length], parameters[W.Length..]) > 0));
            Assert.Equal(wrong / n, o.Training[k], 1e-12);
        }
    }

    // The twin takes classical Runge–Kutta steps in t, up to log t = 4.
    [Theory]
    [InlineData(MarginLoss.Exponential)]
    [InlineData(MarginLoss.Logistic)]
    public void TheMarginsAreThoseOfShortStepsInTime(MarginLoss loss)
    {
        const int m = 4, d = 2, points = 4;
        MarginPathOutcome o = new MarginPathExperiment().Run(
            new(m, d, loss, 4, points, 200), Stream("margins"), default);
        Assert.True(o.IsFinished);
        RandomStream stream = Stream("margins");
        Matrix Z = SeparableDescentExperiment.Sample(stream, m, d);
        HardMarginSeparator separator = HardMarginSeparator.Of(Z)!;
        while (!separator.Certificate.StrictSupport)
        {
            Z = SeparableDescentExperiment.Sample(stream, m, d);
            separator = HardMarginSeparator.Of(Z)!;
        }

        double[] w = new double[d];
        stream.FillNormals(w);
        double[] Velocity(double[] at)
        {
            double[] sum = new double[d], q = MatrixVector.Multiply(Z, at);
            for (int i = 0; i < m; i++)
                Lanes.Axpy(loss == MarginLoss.Exponential ? Math.Exp(-q[i]) : 1 / (1 + Math.Exp(q[i])), Z.Row(i), sum);
            return sum;
        }

        double t = 0, length = Lanes.Norm(separator.Weights);
        for (int i = 0; i < points; i++)
        {
            double end = Math.Exp(o.LogTimes[i]) - 1;
            int steps = (int)Math.Ceiling((end - t) / 5e-4);
            for (int n = 0; n < steps; n++)
                w = RungeKutta(Velocity, w, (end - t) / steps);
            t = end;
            double gap = 1 - MatrixVector.Multiply(Z, w).Min() * length / Lanes.Norm(w);
            Assert.InRange(Math.Abs(gap - o.MarginGaps[i]), 0, o.MarginErrors[i] + 1e-7);
            // The bound has to say something: half of the gap at the least.
            Assert.InRange(o.MarginErrors[i], 0, 0.5);
        }
    }

    // The twin follows the flow in the weights from α𝟏 until it rests; the experiment solves the dual problem.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ThePathIsMadeOfTheEndsOfTheFlows(int depth)
    {
        const int d = 4, m = 2, points = 3;
        RegimePathOutcome o = new RegimePathExperiment().Run(
            new(d, m, depth, 0, -0.6, points), Stream("path"), default);
        SparseRegression data = SparseRegression.Draw(Stream("path"), d, m, sparsity: 0, noise: 1);
        // The unit of the labels is the least ℓ1 norm, the smallest over all pairs of columns.
        double unit = double.PositiveInfinity;
        for (int a = 0; a < d; a++)
        {
            for (int b = a + 1; b < d; b++)
            {
                double[] p = data.Inputs.Column(a), r = data.Inputs.Column(b), y = data.Labels;
                double determinant = p[0] * r[1] - p[1] * r[0];
                double first = (y[0] * r[1] - y[1] * r[0]) / determinant;
                double second = (p[0] * y[1] - p[1] * y[0]) / determinant;
                unit = Math.Min(unit, Math.Abs(first) + Math.Abs(second));
            }
        }

        double[] labels = [.. data.Labels.Select(value => value / unit)];
        double[] Velocity(double[] w)
        {
            double[] β = [.. Enumerable.Range(0, d).Select(j => Math.Pow(w[j], depth) - Math.Pow(w[d + j], depth))];
            double[] r = MatrixVector.Multiply(data.Inputs, β);
            Lanes.Axpy(-1, labels, r);
            double[] g = MatrixVector.TransposeMultiply(data.Inputs, r);
            return
            [
                .. Enumerable.Range(0, 2 * d).Select(j =>
                    (j < d ? -2 : 2) * depth * Math.Pow(w[j], depth - 1) * g[j % d]),
            ];
        }

        for (int i = 0; i < points; i++)
        {
            double[] w = new double[2 * d];
            Array.Fill(w, o.Scales[i]);
            for (int n = 0; n < 1_000_000 && Lanes.Norm(Velocity(w)) > 1e-11; n++)
                w = RungeKutta(Velocity, w, 2e-4);
            double sum = 0;
            for (int j = 0; j < d; j++)
            {
                double β = Math.Pow(w[j], depth) - Math.Pow(w[d + j], depth);
                sum += Math.Abs(β);
                Assert.Equal(β, o.Solutions[((depth - 2) * points + i) * d + j], 1e-7);
            }

            Assert.Equal(sum - 1, o.Gaps[(depth - 2) * points + i], 1e-7);
        }
    }

    private static double[] RungeKutta(Func<double[], double[]> velocity, double[] w, double h)
    {
        double[] Moved(double[] k, double by) => [.. w.Zip(k, (at, speed) => at + by * speed)];
        double[] k1 = velocity(w), k2 = velocity(Moved(k1, h / 2)), k3 = velocity(Moved(k2, h / 2)),
            k4 = velocity(Moved(k3, h));
        return [.. w.Select((at, j) => at + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]))];
    }

    private static double[] Gradient(Func<double[], double> loss, double[] p)
    {
        const double h = 1e-5;
        double[] gradient = new double[p.Length];
        for (int j = 0; j < p.Length; j++)
        {
            double[] up = [.. p], down = [.. p];
            up[j] += h;
            down[j] -= h;
            gradient[j] = (loss(up) - loss(down)) / (2 * h);
        }

        return gradient;
    }

    private static double[][] Normals(RandomStream stream, int rows, int columns)
    {
        double[][] result = [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
        foreach (double[] row in result)
            stream.FillNormals(row);
        return result;
    }

    // Σ a_j[⟨w_j, (x, 1)⟩]₊.
    private static double Network(double[] x, double[] W, double[] a)
    {
        int width = x.Length + 1;
        double sum = 0;
        for (int j = 0; j < a.Length; j++)
        {
            double before = W[j * width + x.Length];
            for (int k = 0; k < x.Length; k++)
                before += W[j * width + k] * x[k];
            sum += a[j] * Math.Max(before, 0);
        }

        return sum;
    }
}
