using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Quadrature;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Implementation.OnlineSgd.Samples;
using Xunit;

namespace Verification.Properties.OnlineSgd;

// Naive twins of the experiments on links, labels, batches and flows.
public sealed class SampleTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(14, purpose), trial);

    // Correlations by means over Gaussian pairs.
    [Theory]
    [InlineData(NamedLink.Relu, 2, 0.5)]
    [InlineData(NamedLink.Absolute, 3, 0.7071067811865476)]
    [InlineData(NamedLink.Sign, 4, 0.8660254037844386)]
    [InlineData(NamedLink.Square, 2, 0.5)]
    [InlineData(NamedLink.Cube, 2, 0.5)]
    [InlineData(NamedLink.Bump, 3, 0.7071067811865476)]
    [InlineData(NamedLink.Bump, 0, 0)]
    [InlineData(NamedLink.Tanh, 2, 0.5)]
    [InlineData(NamedLink.Tanh, 4, 0.8660254037844386)]
    [InlineData(NamedLink.Tanh, 6, 1)]
    public void CorrelationsOfNamedLinksAreMeansOverPairs(NamedLink link, int angle, double m)
    {
        const int draws = 200_000;
        NamedLinkOutcome outcome = new NamedLinkExperiment().Run(new(link, angle, 8), Stream("none"), default);
        double[] a = new double[draws], c = new double[draws];
        RandomStream stream = Stream("pairs");
        stream.FillNormals(a);
        stream.FillNormals(c);
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            double value = Value(link, a[i]) * Value(link, m * a[i] + Math.Sqrt(1 - m * m) * c[i]);
            sum += value;
            squares += value * value;
        }

        double mean = sum / draws;
        double error = 5 * Math.Sqrt((squares / draws - mean * mean) / draws);
        Assert.InRange(outcome.CorrelationLower, mean - error, mean + error);
        Assert.InRange(outcome.CorrelationUpper - outcome.CorrelationLower, 0, 1e-13);
    }

    // Coefficients of the analytic links by the trapezoidal rule.
    [Theory]
    [InlineData(NamedLink.Square)]
    [InlineData(NamedLink.Cube)]
    [InlineData(NamedLink.Bump)]
    [InlineData(NamedLink.Tanh)]
    public void CoefficientsOfNamedLinksAreIntegrals(NamedLink link)
    {
        NamedLinkOutcome outcome = new NamedLinkExperiment().Run(new(link, 0, 10), Stream("none"), default);
        var rule = new NormalTrapezoid(0.125, 12);
        for (int j = 0; j <= 10; j++)
        {
            HermiteSeries h = HermiteSeries.Hermite(j);
            double coefficient = 0;
            for (int i = 0; i < rule.Nodes.Length; i++)
                coefficient += rule.Weights[i] * Value(link, rule.Nodes[i]) * h.Value(rule.Nodes[i]);
            Assert.Equal(coefficient * coefficient, outcome.EnergiesLower[j], 1e-11);
        }
    }

    [Fact]
    public void EnergiesOfKinkedLinksAddUpToTheSecondMoment()
    {
        foreach (NamedLink link in (NamedLink[])[NamedLink.Relu, NamedLink.Absolute])
        {
            NamedLinkOutcome outcome = new NamedLinkExperiment().Run(new(link, 6, 40), Stream("none"), default);
            // The coefficients' squares fall like j^(−5/2): 2·40^(−3/2)/3 of them are left.
            Assert.InRange(outcome.SecondMomentUpper - outcome.EnergiesLower.Sum(), 0, 0.01);
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(0, 12)]
    public void LabelMomentsAreIntegrals(int degree, int powers)
    {
        LabelMomentOutcome outcome = new LabelMomentExperiment().Run(new(degree, 1, powers), Stream("none"), default);
        var rule = new NormalTrapezoid(0.0625, 14);
        for (int j = 1; j <= 6; j++)
        {
            HermiteSeries h = HermiteSeries.Hermite(j);
            double largest = 0;
            for (int p = 1; p <= powers; p++)
            {
                double mean = 0, norm = 0;
                for (int i = 0; i < rule.Nodes.Length; i++)
                {
                    double z = rule.Nodes[i];
                    double y = degree == 0 ? Value(NamedLink.Bump, z)
                        : RationalPolynomial.Hermite(degree).At(Rational.Of(z)).Rounded().Value;
                    double power = Math.Pow(y, p);
                    mean += rule.Weights[i] * power * h.Value(z);
                    norm += rule.Weights[i] * power * power;
                }

                largest = Math.Max(largest, Math.Abs(mean) / Math.Sqrt(norm));
            }

            Assert.Equal(largest, outcome.Largest[j - 1], 1e-9);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void TheMeanGradientOfTheSineIsAMeanOverPairs(double m)
    {
        var rule = new NormalTrapezoid(0.25);
        double sum = 0;
        for (int i = 0; i < rule.Nodes.Length; i++)
        {
            for (int j = 0; j < rule.Nodes.Length; j++)
            {
                double b = rule.Nodes[i], a = m * b + Math.Sqrt(1 - m * m) * rule.Nodes[j];
                sum += rule.Weights[i] * rule.Weights[j]
                    * (Math.Sin(a) - Math.Sin(b)) * Math.Cos(b) * (a - m * b);
            }
        }

        Assert.Equal(sum, UniformDeviationExperiment.Mean(m), 1e-12);
    }

    [Theory]
    [InlineData(0.1, 1.3)]
    [InlineData(0.5, -0.7)]
    [InlineData(0.9, 2.9)]
    [InlineData(0, 0)]
    public void TheLeanOfTheSineIsAMeanOfSlopes(double m, double a)
    {
        var rule = new NormalTrapezoid(0.25);
        double sum = 0;
        for (int i = 0; i < rule.Nodes.Length; i++)
        {
            double b = m * a + Math.Sqrt(1 - m * m) * rule.Nodes[i], rest = a - m * b;
            sum += rule.Weights[i] * (-Math.Cos(b) * Math.Cos(b) * rest - (Math.Sin(a) - Math.Sin(b))
                * (Math.Sin(b) * rest + m * Math.Cos(b)));
        }

        Assert.Equal(sum, UniformDeviationExperiment.Lean(a, m), 1e-12);
    }

    // The same samples, with all of their coordinates.
    [Theory]
    [InlineData(1, 6)]
    [InlineData(7, 4)]
    [InlineData(40, 9)]
    public void ProductsWithASumAreThoseOfTheSamples(int n, int d)
    {
        RandomStream stream = Stream("sum");
        double[] weights = new double[n], direction = new double[d];
        UniformSphere.Fill(stream, weights);
        var X = new Matrix(n, d);
        stream.FillNormals(X.Values);
        for (int i = 0; i < n; i++)
            Lanes.Axpy(weights[i], X.Row(i), direction);
        double length = Lanes.Norm(direction);
        Lanes.Scale(1 / length, direction);
        double[] products = MatrixVector.Multiply(X, direction);
        Assert.All(
            SumDirection.Products(weights, products, length * length).Zip(products),
            pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    // At n → ∞ nothing deviates; the chosen direction deviates more than a fixed one.
    [Fact]
    public void AChosenDirectionDeviatesMore()
    {
        var experiment = new UniformDeviationExperiment();
        double adapted = 0, independent = 0;
        for (ulong trial = 0; trial < 20; trial++)
        {
            UniformDeviationOutcome outcome = experiment.Run(new(64, 512, 0.5), Stream("deviation", trial), default);
            adapted += outcome.Adapted / 20;
            independent += outcome.Fixed / 20;
        }

        Assert.True(adapted > 3 * independent, $"{adapted} against {independent}");
        Assert.InRange(experiment.Run(new(3, 200_000, 0.5), Stream("many"), default).Adapted, 0, 0.01);
    }

    [Theory]
    [InlineData(0.3, 0.2)]
    [InlineData(0.3, 1)]
    [InlineData(0.01, 2)]
    public void TheFlowIsThatOfTheClosedForms(double start, double time)
    {
        Assert.Equal(Math.Tanh(time + Math.Atanh(start)), FlowDistanceExperiment.Flow(1, start, time), 1e-13);
        double growth = Math.Exp(4 * time);
        Assert.Equal(
            start * Math.Sqrt(growth / (1 + start * start * (growth - 1))),
            FlowDistanceExperiment.Flow(2, start, time), 1e-13);
    }

    [Fact]
    public void SgdComesToTheFlowForSmallSteps()
    {
        FlowDistanceOutcome coarse = new FlowDistanceExperiment().Run(
            new(2, 10, 1e-2, 0.3, 1), Stream("flow"), default);
        FlowDistanceOutcome fine = new FlowDistanceExperiment().Run(new(2, 10, 1e-5, 0.3, 1), Stream("flow"), default);
        Assert.InRange(fine.Distance, 0, 0.1);
        Assert.True(fine.Distance < coarse.Distance / 3, $"{fine.Distance} against {coarse.Distance}");
    }

    private static double Value(NamedLink link, double x) => link switch
    {
        NamedLink.Relu => Math.Max(x, 0),
        NamedLink.Absolute => Math.Abs(x),
        NamedLink.Sign => Math.Sign(x),
        NamedLink.Square => x * x,
        NamedLink.Cube => x * x * x,
        NamedLink.Tanh => Math.Tanh(x),
        _ => x * x * Math.Exp(-x * x),
    };
}
