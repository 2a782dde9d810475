using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics.DifferentialEquations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class MatrixFactorizationTests
{
    // x⁴ has the integral s⁵/5; polynomials below the number of nodes are integrated exactly.
    [Fact]
    public void ChebyshevNodesIntegratePolynomials()
    {
        var step = new ChebyshevStep(6);
        double sum = 0;
        for (int j = 0; j < 6; j++)
        {
            double node = 0.5 * (1 - Math.Cos((2 * j + 1) * Math.PI / 12));
            sum += step.EndIntegrals[j] * node * node * node * node;
        }

        Assert.Equal(0.2, sum, 1e-15);
        Assert.All(step.SampleValues, row => Assert.Equal(1, row.Sum(), 1e-13));
    }

    // One number z: x = z² follows ẋ = −8(x − y)x, a logistic equation.
    [Theory]
    [InlineData(0.01, 2, 0.7)]
    [InlineData(3, 0.5, 0.2)]
    public void AScalarFactorizationIsLogistic(double start, double y, double time)
    {
        var z = new Matrix(1, 1);
        z[0, 0] = start;
        var flow = new FactorizationFlow(Measurements.OfEntries(1, [(0, 0)]), [y], z);
        Assert.True(flow.Advance(time, 0, 10_000, default));
        double x0 = start * start;
        double exact = y / (1 + (y / x0 - 1) * Math.Exp(-8 * y * time));
        double error = flow.ProductError(flow.Error);
        Assert.InRange(error, 0, 1e-9);
        Assert.Equal(exact, flow.X[0, 0], error + 1e-14);
        Assert.True(flow.Advance(1e3, 1e-10, 10_000, default));
        Assert.Equal(y, flow.X[0, 0], flow.ProductError(flow.LimitError()));
    }

    // The naive twin: Runge and Kutta's method of order 4 with a small step.
    [Fact]
    public void TheEnclosureContainsAnIndependentIntegration()
    {
        var measurements = Measurements.OfEntries(3, [(0, 1), (0, 2), (1, 2)]);
        double[] y = [2, -1, 0.5];
        var Z = new Matrix(3, 3);
        new RandomStream(StreamKey.Of(3, "factor"), 0).FillNormals(Z.Values);
        var flow = new FactorizationFlow(measurements, y, Z);
        Assert.True(flow.Advance(0.3, 0, 10_000, default));
        const int steps = 3000;
        Matrix naive = Z.Clone();
        for (int n = 0; n < steps; n++)
        {
            Matrix k1 = Field(measurements, y, naive),
                k2 = Field(measurements, y, Shifted(naive, k1, 0.15 / steps));
            Matrix k3 = Field(measurements, y, Shifted(naive, k2, 0.15 / steps)),
                k4 = Field(measurements, y, Shifted(naive, k3, 0.3 / steps));
            Lanes.Axpy(0.05 / steps, k1.Values, naive.Values);
            Lanes.Axpy(0.1 / steps, k2.Values, naive.Values);
            Lanes.Axpy(0.1 / steps, k3.Values, naive.Values);
            Lanes.Axpy(0.05 / steps, k4.Values, naive.Values);
        }

        Lanes.Axpy(-1, flow.Z.Values, naive.Values);
        Assert.InRange(Lanes.Norm(naive.Values), 0, flow.Error + 1e-9);
        Assert.InRange(flow.Error, 0, 1e-7);
    }

    [Fact]
    public void TheTangentKernelIsTheGramMatrixOfGradients()
    {
        var measurements = Measurements.OfEntries(3, [(0, 0), (1, 2)]);
        var Z = new Matrix(3, 2);
        new RandomStream(StreamKey.Of(4, "kernel"), 0).FillNormals(Z.Values);
        Matrix K = measurements.TangentKernel(Z);
        const double h = 1e-6;
        double[][] gradients = [new double[6], new double[6]];
        for (int e = 0; e < 6; e++)
        {
            Matrix up = Z.Clone(), down = Z.Clone();
            up.Values[e] += h;
            down.Values[e] -= h;
            double[] above = new double[2], below = new double[2];
            measurements.Residual(up, [0, 0], above);
            measurements.Residual(down, [0, 0], below);
            for (int i = 0; i < 2; i++)
                gradients[i][e] = (above[i] - below[i]) / (2 * h);
        }

        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
                Assert.Equal(Lanes.Dot(gradients[i], gradients[j]), K[i, j], 1e-7);
        }
    }

    // From α = 1 the limit has its own trace, 10.320 by an independent integration in Python; from small starts R² + 2
    // = 11 and not the least trace, 10.
    [Fact]
    public void TheTriangleIsCompletedAtRankOneFromSmallStarts()
    {
        var experiment = new TriangleCompletionExperiment();
        var stream = new RandomStream(StreamKey.Of(1, "none"), 0);
        TriangleCompletionOutcome large = experiment.Run(new(3, 1), stream, default);
        TriangleCompletionOutcome small = experiment.Run(new(3, 0.01), stream, default);
        Assert.True(large.Finished && small.Finished && large.IsCertified);
        Assert.Equal(10.320, large.Trace, 5e-4);
        Assert.Equal(10.9995, small.Trace, 5e-5);
        Assert.InRange(large.DeterminantDrift, 0, large.DeterminantError);
        Assert.ThrowsAny<ArgumentException>(() => experiment.Run(new(1, 1), stream, default));
    }

    // The proven bracket of docs/implicit-bias.md: s ≤ S, T ≤ e(2 + α²)α², tr X = (2R² + T)/(2 + s) + 2 + 2s.
    [Theory]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.1)]
    [InlineData(3, 0.03)]
    [InlineData(4, 0.1)]
    public void TheTraceOfTheTriangleLiesInItsBracket(int R, double α)
    {
        TriangleCompletionOutcome o = new TriangleCompletionExperiment().Run(
            new(R, α), new RandomStream(StreamKey.Of(1, "none"), 0), default);
        Assert.True(o.Finished);
        double square = α * α, T = Math.E * (2 + square) * square;
        double S = square * Math.Exp(0.5 * (R * R + square + 0.5 * T));
        double limit = (double)R * R + 2;
        Assert.InRange(o.Trace, limit - 0.5 * R * R * S - o.Error, limit + 0.5 * T + 2 * S + o.Error);
        // sT = α⁶ picks out one s for each trace: the identity has a root in (0, S].
        double Excess(double s) => (2.0 * R * R + square * square * square / s) / (2 + s) + 2 + 2 * s - o.Trace;
        Assert.True(Excess(1e-12 * square) > 0);
        double least = Enumerable.Range(0, 4000).Min(k => Excess(S * Math.Exp(-k * 0.01)));
        Assert.InRange(least, double.NegativeInfinity, o.Error + 1e-3 * o.Trace);
    }

    // One measurement diag(a) of a diagonal matrix: x_k = α² exp(a_kν) with Σa_k x_k = y, by bisection on ν.
    [Fact]
    public void CommutingMeasurementsEndAtTheDualSolution()
    {
        double[] a = [1, 0.5, -0.25];
        const double y = 0.8, α = 0.3;
        var A = new Matrix(3, 3);
        for (int k = 0; k < 3; k++)
            A[k, k] = a[k];
        double low = -50, high = 50;
        for (int i = 0; i < 200; i++)
        {
            double ν = (low + high) / 2;
            (low, high) = a.Sum(value => value * α * α * Math.Exp(value * ν)) < y ? (ν, high) : (low, ν);
        }

        Matrix start = Matrix.Identity(3);
        Lanes.Scale(α, start.Values);
        var flow = new FactorizationFlow(Measurements.Of([A]), [y], start);
        Assert.True(flow.Advance(1e4, 1e-11, 10_000, default));
        double error = flow.ProductError(flow.LimitError());
        Assert.InRange(error, 0, 1e-8);
        for (int k = 0; k < 3; k++)
            Assert.Equal(α * α * Math.Exp(a[k] * low), flow.X[k, k], error + 1e-12);
    }

    // Gaussian rows have no diagonal kernel, and the formula nevertheless.
    [Fact]
    public void TheFormulaOfTheKernelNeedsNoOrthogonality()
    {
        CompletionChangeOutcome o = new CompletionChangeExperiment().Run(
            new(3, [2], CompletionStart.GaussianUnbiased, 0), new RandomStream(StreamKey.Of(1, "none"), 0), default);
        Assert.InRange(o.FormulaDeviation, 0, o.KernelError);
        Assert.True(o.KernelDeviation > 0.1 && o.RowDeviation > 0.1);
    }

    // From 0 the flow does not move, its kernel is 0, and nothing is proven about a limit.
    [Fact]
    public void AFlowWithoutAKernelHasNoLimit()
    {
        var flow = new FactorizationFlow(Measurements.OfEntries(2, [(0, 1)]), [1], new Matrix(2, 2));
        Assert.Equal(double.PositiveInfinity, flow.LimitError());
    }

    private static Matrix Field(Measurements measurements, double[] y, Matrix Z)
    {
        double[] r = new double[y.Length];
        measurements.Residual(Z, y, r);
        Matrix result = MatrixProduct.Multiply(measurements.Combine(r), Z);
        Lanes.Scale(-4, result.Values);
        return result;
    }

    private static Matrix Shifted(Matrix Z, Matrix slope, double step)
    {
        Matrix shifted = Z.Clone();
        Lanes.Axpy(step, slope.Values, shifted.Values);
        return shifted;
    }
}
