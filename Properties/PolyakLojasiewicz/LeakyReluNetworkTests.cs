using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

[Properties(Arbitrary = [typeof(LeakyReluProblems)])]
public sealed class LeakyReluNetworkTests
{
    [Property]
    public void LossProxyAndErrorAreThoseOfTheNaiveNetwork(LeakyReluProblem problem)
    {
        LeakyReluNetwork network = problem.Network();
        Matrix W = problem.Weights("w");
        LeakyReluPoint here = network.Evaluate(W);
        double loss = 0, proxy = 0, errors = 0;
        for (int i = 0; i < problem.Samples; i++)
        {
            double z = network.Labels[i] * Output(network, W, i);
            loss += Math.Log(1 + Math.Exp(-z)) / problem.Samples;
            proxy += 1 / (1 + Math.Exp(z)) / problem.Samples;
            errors += z <= 0 ? 1.0 / problem.Samples : 0;
        }

        Assert.Equal(loss, here.Loss, 1e-13);
        Assert.Equal(proxy, here.Proxy, 1e-13);
        Assert.Equal(errors, here.TrainingError, 1e-13);
    }

    [Property]
    public void TheGradientIsTheDerivativeOfTheLoss(LeakyReluProblem problem)
    {
        LeakyReluNetwork network = problem.Network();
        Matrix W = problem.Weights("w");
        Matrix gradient = network.Evaluate(W).Gradient;

        // Where a kink lies within the step, a difference quotient is no derivative: such weights are left out.
        // Truncation h²·100, rounding u/h.
        const double Step = 1.0 / 8192;
        Matrix Z = MatrixProduct.MultiplyTranspose(network.Inputs, W);
        bool nearKink = false;
        foreach (double z in Z.Values)
            nearKink |= !problem.IsSmooth && Math.Abs(z) < 10 * Step;
        for (int k = 0; k < W.Values.Length && !nearKink; k++)
        {
            double at = W.Values[k];
            W.Values[k] = at + Step;
            double up = network.Evaluate(W).Loss;
            W.Values[k] = at - Step;
            double down = network.Evaluate(W).Loss;
            W.Values[k] = at;
            Assert.Equal((up - down) / (2 * Step), gradient.Values[k], 3e-6);
        }
    }

    [Property]
    public bool TheKinkedLossIsProxyConvex(LeakyReluProblem problem)
    {
        LeakyReluNetwork network = (problem with { IsSmooth = false }).Network();
        Matrix W = problem.Weights("w");
        Matrix V = problem.Weights("v");
        LeakyReluPoint here = network.Evaluate(W);
        double tangent = Lanes.Dot(here.Gradient.Values, V.Values) - Lanes.Dot(here.Gradient.Values, W.Values);
        return here.Loss + tangent
            <= LeakyReluNetwork.MeanLoss(network.WorstMargins(V, LeakyReluProblem.Slope)) + 1e-12;
    }

    [Property]
    public bool TheGradientIsAtLeastSlopeTimesMarginTimesTheProxy(LeakyReluProblem problem)
    {
        LeakyReluPoint here = problem.Network().Evaluate(problem.Weights("w"));
        return Lanes.Norm(here.Gradient.Values)
            >= LeakyReluProblem.Slope * LeakyReluProblem.Margin * here.Proxy - 1e-14;
    }

    [Property]
    public void AStepOfOneOverTheSmoothnessLowersTheLossByHalfTheSquaredGradient(LeakyReluProblem problem)
    {
        LeakyReluNetwork network = (problem with { IsSmooth = true }).Network();
        Matrix W = problem.Weights("w");
        LeakyReluPoint here = network.Evaluate(W);
        double η = 1 / network.Smoothness;
        Lanes.Axpy(-η, here.Gradient.Values, W.Values);
        double square = Lanes.Dot(here.Gradient.Values, here.Gradient.Values);
        Assert.True(network.Evaluate(W).Loss <= here.Loss - η / 2 * square + 1e-13);
    }

    [Fact]
    public void ConflictingLabelsLeaveAStationaryPointOfProxyOneHalf()
    {
        var network = new LeakyReluNetwork(new Matrix(new double[,] { { 1 }, { 1 } }), [1, -1], 2, 0.5);
        LeakyReluPoint here = network.Evaluate(new Matrix(2, 1));
        Assert.Equal(0, Lanes.Norm(here.Gradient.Values));
        Assert.Equal(0.5, here.Proxy);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void ASlopeOutsideItsRangeIsRefused(double slope) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyReluNetwork(Matrix.Identity(1), [1], 1, slope));

    [Fact]
    public void ALabelThatIsNoSignIsRefused() =>
        Assert.Throws<ArgumentException>(() => new LeakyReluNetwork(Matrix.Identity(1), [0.5], 1, 0.5));

    // Reference values by Python's decimal module at 60 digits.
    [Theory]
    [InlineData(0.0, 0.693147180559945309, 0.5)]
    [InlineData(10.0, 4.53988992168646467e-5, 4.53978687024343993e-5)]
    [InlineData(-10.0, 10.0000453988992169, 0.999954602131297566)]
    [InlineData(700.0, 9.85967654375977086e-305, 9.85967654375977086e-305)]
    [InlineData(-700.0, 700.0, 1.0)]
    public void TheLogisticLossIsAccurateInItsTails(double margin, double loss, double pull)
    {
        Assert.Equal(loss, LogisticLoss.Value(margin), 1e-15 * loss);
        Assert.Equal(pull, LogisticLoss.Pull(margin), 1e-15 * pull);
    }

    private static double Output(LeakyReluNetwork network, Matrix W, int sample)
    {
        double sum = 0;
        for (int j = 0; j < W.Rows; j++)
        {
            double t = 0;
            for (int a = 0; a < W.Columns; a++)
                t += W[j, a] * network.Inputs[sample, a];
            double γ = network.Slope;
            double activation = network.IsSmooth ? γ * t + (1 - γ) * Math.Log(1 + Math.Exp(t)) : Math.Max(γ * t, t);
            sum += network.OutputWeights[j] * activation;
        }

        return sum;
    }
}
