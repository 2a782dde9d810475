using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Population;
using Xunit;
using Interval = Verification.Implementation.Numerics.Intervals.Interval;

namespace Verification.Properties.OnlineSgd;

public sealed class LinkTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(15, purpose), trial);

    [Theory]
    [InlineData("h3", "h3", 3, 1.0)]
    [InlineData("0:0:1", "h2", 2, 1.0)]
    [InlineData("7:0:-2:0.5:0", "7:0:-2:0.5", 2, 4.0)]
    [InlineData("relu", "relu", 1, 0.25)]
    [InlineData("phase-retrieval", "phase-retrieval", 2, 2.0)]
    public void LinksAreReadFromTheirNames(string text, string name, int exponent, double energy)
    {
        SingleIndexLink link = SingleIndexLink.Parse(text, null);
        Assert.Equal(name, link.Name);
        Assert.Equal(link, SingleIndexLink.Parse(link.Name, null));
        Assert.Equal(exponent, link.InformationExponent);
        Assert.Equal(energy, link.LeadingEnergy, 1e-15);
    }

    [Theory]
    [InlineData("h0")]
    [InlineData("h13")]
    [InlineData("")]
    [InlineData("0.5")]
    [InlineData("0:x")]
    public void WhatHasNoFormIsRefused(string text)
    {
        Assert.Throws<FormatException>(() => SingleIndexLink.Parse(text, null));
        Assert.False(SingleIndexLink.TryParse(text, null, out _));
    }

    [Theory]
    [InlineData("3:0")]
    [InlineData("0:NaN")]
    [InlineData("0:0:Infinity")]
    [InlineData("0:0:0:0:0:0:0:0:0:0:0:0:0:1")]
    public void WhatIsNoLinkIsRefused(string text) =>
        Assert.Throws<RefusedValueException>(() => SingleIndexLink.Parse(text, null));

    // The leading energies of the named links, from exact coefficients.
    [Theory]
    [InlineData(NamedLink.Relu, "relu")]
    [InlineData(NamedLink.Absolute, "abs")]
    [InlineData(NamedLink.Tanh, "tanh")]
    [InlineData(NamedLink.Square, "phase-retrieval")]
    public void LeadingEnergiesAreTheEnclosedOnes(NamedLink named, string name)
    {
        SingleIndexLink link = SingleIndexLink.Parse(name, null);
        NamedLinkOutcome outcome = new NamedLinkExperiment().Run(new(named, 0, 8), Stream("none"), default);
        Assert.Equal(outcome.Exponent, link.InformationExponent);
        double energy = outcome.EnergiesLower[outcome.Exponent];
        Assert.Equal(energy, link.LeadingEnergy, 1e-13);
    }

    // Parseval, with the two sides from different integrals.
    [Fact]
    public void MomentsOfTanhAreTheIntegrals()
    {
        Interval[] energies = HyperbolicTangentMoments.Energies(40);
        Interval sum = energies.Aggregate((a, b) => a + b), second = HyperbolicTangentMoments.SecondMoment();
        Assert.True(energies.Where((_, j) => j % 2 == 0).All(e => e == default));
        Assert.True(energies.Where((_, j) => j % 2 != 0).All(e => e.Lower > 0));
        // Bessel's inequality, and how slowly it is reached: a pole at iπ/2.
        Assert.True(sum.Upper < second.Lower && second.Lower - sum.Upper < 1e-7, $"{sum} against {second}");
        Assert.InRange(second.Width, 0, 1e-13);
        Assert.Throws<ArgumentOutOfRangeException>(() => HyperbolicTangentMoments.Energies(41));
    }

    [Property(MaxTest = 30)]
    public Property SlopesAreDifferenceQuotients() => Prop.ForAll(
        Gen.Elements("h1", "h5", "0:0:0.8:0.6", "relu", "abs", "tanh", "phase-retrieval").Select(
            name => SingleIndexLink.Parse(name, null)).Zip(Gen.Choose(-300, 300)).ToArbitrary(),
        pair =>
        {
            (SingleIndexLink link, int place) = pair;
            double x = (place + 0.5) / 100, h = 1e-5;
            double quotient = (link.Value(x + h) - link.Value(x - h)) / (2 * h);
            return Math.Abs(quotient - link.Slope(x)) <= 1e-6 * (1 + Math.Abs(link.Slope(x)));
        });

    // The moments of polynomial forces in exact arithmetic.
    [Theory]
    [InlineData("h2", 0.25)]
    [InlineData("0:0:0.75:0.5", 0.5)]
    [InlineData("h4", 0.125)]
    [InlineData("h6", 0.75)]
    public void MomentsOfTheForceAreExactForPolynomials(string name, double m)
    {
        SingleIndexLink link = SingleIndexLink.Parse(name, null);
        var pair = new GaussianPair(Rational.Of(m));
        RationalPolynomial f = Polynomial(link), slope = f.Derivative();
        // E (f(a) − f(b))²f′(b)².
        Rational exact = pair.Mean(f * f, slope * slope)
            - (Rational)2 * pair.Mean(f, f * slope * slope)
            + pair.Mean(new RationalPolynomial(Rational.One), f * f * slope * slope);
        double expected = exact.Rounded().Value;
        Assert.Equal(
            expected, MeanDynamics.Of(link, SampleLoss.Squared).SquaredForce(m), 1e-9 * Math.Abs(expected));
    }

    [Theory]
    [InlineData("h1", 1)]
    [InlineData("h2", 2)]
    public void TimesOfHermiteLinksAreThePredictedOnes(string name, int k)
    {
        (double steps, double scatter) = MeanDynamics.Of(SingleIndexLink.Parse(name, null), SampleLoss.Squared)
            .Predict(400, PredictedTime.Step(k, 400, 0.02), 0.05, 0.5);
        double expected = PredictedTime.Steps(k, 400, 0.02, 0.05, 0.5);
        // The midpoint rule in log m, and what the closed forms leave out.
        Assert.Equal(expected, steps, 1e-4 * expected);
        Assert.InRange(scatter, 0.01, 0.2);
    }

    // Jumps of the force: the midpoint sums are off by some hundredths of h.
    [Fact]
    public void TheAbsoluteLossHasItsClosedForm()
    {
        MeanDynamics dynamics = MeanDynamics.Of(SingleIndexLink.Parse("h2", null), SampleLoss.Absolute);
        foreach (double m in (double[])[0.05, 0.2, 0.5, 0.8])
        {
            double expected = 2 * Math.Sqrt(2) / Math.PI * m * Math.Sqrt(1 - m * m);
            Assert.Equal(expected, dynamics.Drift(m), 0.05 * expected);
        }

        double steps = AbsoluteLossTime.Steps(512, 0.1, 0.05, 0.5);
        Assert.Equal(steps, dynamics.Predict(512, 0.1 / 512, 0.05, 0.5).Steps, 0.02 * steps);
    }

    // C′(m) of ReLU is (π/2 + θ)/2π, of |x| 2θ/π.
    [Theory]
    [InlineData("relu", 0.5, 1)]
    [InlineData("abs", 2, 0)]
    public void DriftsOfKinkedLinksHaveTheirClosedForms(string name, double slope, double constant)
    {
        MeanDynamics dynamics = MeanDynamics.Of(SingleIndexLink.Parse(name, null), SampleLoss.Squared);
        foreach (double m in (double[])[0.01, 0.1, 0.4, 0.9])
        {
            double expected = (slope * Math.Asin(m) + constant * Math.PI / 4) / Math.PI * (1 - m * m);
            Assert.Equal(expected, dynamics.Drift(m), 0.01 * expected);
        }
    }

    [Fact]
    public void WithoutGrowthThereIsNoTime() => Assert.Equal(
        double.PositiveInfinity,
        MeanDynamics.Of(SingleIndexLink.Parse("h2", null), SampleLoss.Squared).Predict(100, 0.0034, 0.1, 0.5).Steps);

    [Fact]
    public void AHermiteLinkRunsAsItsSeries()
    {
        LinkTimeCell cell = new(SingleIndexLink.Parse("h3", null), SampleLoss.Squared, 12, 0.002, 0.3, 0.5, 100000);
        HittingTimeOutcome other = new LinkTimeExperiment().Run(cell, Stream("path"), default);
        Assert.True(other.Reached);
        Assert.Equal(
            new HittingTimeExperiment().Run(
                new(3, SampleLoss.Squared, 12, 0.002, 0.3, 0.5, Either: false, 100000), Stream("path"), default),
            other);
    }

    // A naive descent in d dimensions against the chain, within the Dvoretzky–Kiefer–Wolfowitz bands of both.
    [Theory]
    [InlineData("relu", SampleLoss.Squared)]
    [InlineData("abs", SampleLoss.Correlation)]
    [InlineData("tanh", SampleLoss.Absolute)]
    public void TheChainOfANamedLinkIsThatOfDescent(string name, SampleLoss loss)
    {
        const int paths = 1500, d = 6, steps = 30;
        const double start = 0.3, step = 0.08;
        SingleIndexLink link = SingleIndexLink.Parse(name, null);
        double[] full = new double[paths], reduced = new double[paths];
        for (int path = 0; path < paths; path++)
        {
            RandomStream samples = Stream("samples", (ulong)path);
            double[] w = [start, Math.Sqrt(1 - start * start), 0, 0, 0, 0], x = new double[d];
            for (int t = 0; t < steps; t++)
            {
                samples.FillNormals(x);
                double b = w.Zip(x, (u, v) => u * v).Sum(), residual = link.Value(x[0]) - link.Value(b);
                double factor = loss switch
                {
                    SampleLoss.Squared => residual,
                    SampleLoss.Absolute => Math.Sign(residual),
                    _ => link.Value(x[0]),
                };
                w = [.. w.Zip(x, (u, v) => u + step * factor * link.Slope(b) * (v - b * u))];
                double norm = Math.Sqrt(w.Sum(u => u * u));
                w = [.. w.Select(u => u / norm)];
            }

            full[path] = w[0];
            var chain = new OverlapChain(link, loss, d, step, start, Stream("chain", (ulong)path));
            for (int t = 0; t < steps; t++)
                chain.Advance();
            reduced[path] = chain.Overlap;
        }

        Array.Sort(full);
        Array.Sort(reduced);
        double distance = full.Max(value => Math.Abs(
            (double)full.Count(u => u <= value) / paths - (double)reduced.Count(u => u <= value) / paths));
        // Each band fails with probability 10⁻⁶.
        Assert.InRange(distance, 0, 2 * Math.Sqrt(Math.Log(2e6) / (2 * paths)));
    }

    private static RationalPolynomial Polynomial(SingleIndexLink link)
    {
        // Of the doubles that the series has in powers of x.
        RationalPolynomial sum = new RationalPolynomial(Rational.Zero);
        IReadOnlyList<double> c = link.Series!.Coefficients;
        for (int j = 0; j < c.Count; j++)
        {
            double scale = c[j] / Math.Sqrt((double)RationalPolynomial.Factorial(j));
            sum += Rational.Of(scale) * RationalPolynomial.Hermite(j);
        }

        return sum;
    }
}
