using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class MarginFlowTests
{
    private static RandomStream Stream(ulong trial) => new(StreamKey.Of(5, "sample"), trial);

    // The naive twin: classical Runge–Kutta steps in t, up to the time at which the kernel machine has the margin.
    [Theory]
    [InlineData(SampleLoss.Exponential, 1)]
    [InlineData(SampleLoss.Logistic, 1)]
    [InlineData(SampleLoss.Squared, 1)]
    [InlineData(SampleLoss.Exponential, 0.3)]
    [InlineData(SampleLoss.Logistic, 0.3)]
    [InlineData(SampleLoss.Squared, 0.3)]
    public void TheEnclosureContainsShortStepsInTime(SampleLoss loss, double α)
    {
        for (ulong trial = 0; trial < 4; trial++)
        {
            const double margin = 0.8;
            MarginFlowOutcome o = new MarginFlowExperiment().Run(new(3, α, loss, margin, 0), Stream(trial), default);
            Assert.True(o.IsFinished);
            double[] x = new double[3];
            Stream(trial).FillNormals(x);
            double unit = Lanes.Dot(x, x) / x.Max(Math.Abs);
            foreach ((MarginFlowLook look, double wanted) in new[] { (o.Early, margin * unit), (o.Late, unit) })
            {
                double end = Math.Exp(MarginFlowExperiment.LogKernelTime(x, α, wanted));
                double[] w = [α, α, α, α, α, α];
                const int steps = 20_000;
                for (int n = 0; n < steps; n++)
                    w = Step(x, w, loss, end / steps);
                double[] β = [.. Enumerable.Range(0, 3).Select(j => w[j] * w[j] - w[3 + j] * w[3 + j])];
                double q = Lanes.Dot(x, β);
                Assert.InRange(q / wanted, look.Margin - look.MarginError, look.Margin + look.MarginError);
                Assert.InRange(
                    q / Lanes.Norm(β) / Lanes.Norm(x), look.Kernel - look.KernelError, look.Kernel + look.KernelError);
                Assert.InRange(
                    q / β.Sum(Math.Abs) / x.Max(Math.Abs), look.Rich - look.RichError, look.Rich + look.RichError);
                Assert.InRange(look.MarginError, 0, 0.02 * (1 + look.Margin));
            }
        }
    }

    // Under the squared loss the margin stops at 1, however late.
    [Fact]
    public void TheSquaredLossRestsAtTheMarginOne()
    {
        MarginFlowOutcome o = new MarginFlowExperiment().Run(
            new(4, 10, SampleLoss.Squared, 0.1, 20), Stream(0), default);
        Assert.True(o.IsFinished);
        Assert.InRange(o.Late.Margin + o.Late.MarginError, 0, 1e-19);
        Assert.InRange(o.Late.Kernel, 0.9999, 1);
    }

    private static double[] Step(double[] x, double[] w, SampleLoss loss, double h)
    {
        double[] k1 = Velocity(x, w, loss), k2 = Velocity(x, Moved(w, k1, h / 2), loss);
        double[] k3 = Velocity(x, Moved(w, k2, h / 2), loss), k4 = Velocity(x, Moved(w, k3, h), loss);
        return [.. w.Select((at, j) => at + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]))];
    }

    private static double[] Moved(double[] w, double[] k, double by) =>
        [.. w.Zip(k, (at, speed) => at + by * speed)];

    private static double[] Velocity(double[] x, double[] w, SampleLoss loss)
    {
        int d = x.Length;
        double q = 0;
        for (int j = 0; j < d; j++)
            q += x[j] * (w[j] * w[j] - w[d + j] * w[d + j]);
        double speed = loss switch
        {
            SampleLoss.Exponential => Math.Exp(-q),
            SampleLoss.Logistic => 1 / (1 + Math.Exp(q)),
            _ => 2 * (1 - q),
        };
        return [.. Enumerable.Range(0, 2 * d).Select(j => (j < d ? 2 : -2) * w[j] * x[j % d] * speed)];
    }
}
