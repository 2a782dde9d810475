using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Activations;

public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Name)];

    public static TheoryData<string> SmoothNames =>
        [
            .. Activation
                .All.Where(activation => double.IsFinite(activation.LargestCurvature))
                .Select(activation => activation.Name),
        ];

    // From −12 to 12 in steps of 1/64; the kink of the rectified linear unit is one of them.
    private static double[] Grid => [.. Enumerable.Range(-768, 1537).Select(i => i / 64.0)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheDerivativesAreLimitsOfCentralDifferences(string name)
    {
        Activation σ = Activation.Parse(name, null);
        foreach (double z in Grid.Where(z => z != 0))
        {
            Assert.Equal(Difference(σ.Value, z), σ.Slope(z), 1e-9);
            Assert.Equal(Difference(σ.Slope, z), σ.Curvature(z), 1e-9);
        }

        // Two central differences with the third derivative's term removed: error of order h⁴ = 2⁻³², times a fifth
        // derivative below 100, over 120, and rounding 2⁻⁵³·12/h.
        static double Difference(Func<double, double> f, double z)
        {
            const double h = 1.0 / 256;
            double coarse = (f(z + h) - f(z - h)) / (2 * h);
            double fine = (f(z + h / 2) - f(z - h / 2)) / h;
            return (4 * fine - coarse) / 3;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ValuesAgreeWithTheirDefinition(string name)
    {
        Activation σ = Activation.Parse(name, null);
        Func<double, double> definition = name switch
        {
            "identity" => z => z,
            "tanh" => Math.Tanh,
            "sigmoid" => z => 1 / (1 + Math.Exp(-z)),
            "softplus" => z => z > 30 ? z + Math.Exp(-z) : Math.Log(1 + Math.Exp(z)),
            "relu" => z => Math.Max(z, 0),
            "sine" => Math.Sin,
            "gaussian-softplus" => z =>
                z * NormalLaw.Distribution(z).Midpoint + Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI),
            _ => z => z + Math.Sin(z) / 2,
        };

        // The enclosure of the normal law is some 10⁻¹⁵ wide, and up to 12 times that.
        double tolerance = name == "gaussian-softplus" ? 4e-14 : 4e-15;
        Assert.All(Grid, z => Assert.Equal(definition(z), σ.Value(z), tolerance));
    }

    [Theory]
    [MemberData(nameof(SmoothNames))]
    public void TheStatedExtremesAreReachedAndNotExceeded(string name)
    {
        Activation σ = Activation.Parse(name, null);
        double[] slopes = [.. Grid.Select(z => Math.Abs(σ.Slope(z)))];
        double curvature = Grid.Max(z => Math.Abs(σ.Curvature(z)));

        // Between grid points a maximum is missed by at most (1/128)²/2 times a derivative below 10; tails reach an
        // infimum 0 to e^(−12).
        Assert.InRange(slopes.Max(), σ.LargestSlope - 4e-4, σ.LargestSlope * (1 + 1e-15));
        Assert.InRange(slopes.Min(), σ.LeastSlope, σ.LeastSlope + 1e-2);
        Assert.InRange(curvature, σ.LargestCurvature - 4e-4, σ.LargestCurvature * (1 + 1e-15));
    }

    // At e^(−40) the first terms of the expansions are exact to the last bit.
    [Fact]
    public void TailsKeepTheirRelativeAccuracy()
    {
        Assert.Equal(1, Activation.Tanh.Slope(20) / (4 * Math.Exp(-40)), 1e-14);
        Assert.Equal(1, Activation.Tanh.Curvature(20) / (-8 * Math.Exp(-40)), 1e-14);
        Assert.Equal(1, Activation.Sigmoid.Slope(-40) / Math.Exp(-40), 1e-14);
        Assert.Equal(1, Activation.Sigmoid.Curvature(-40) / Math.Exp(-40), 1e-14);
        Assert.Equal(1, Activation.Softplus.Value(-40) / Math.Exp(-40), 1e-14);
    }

    // By mpmath with 40 digits: Φ(z) and zΦ(z) + ϕ(z).
    [Theory]
    [InlineData(-1, 0.15865525393145705141, 0.083315470587686298383)]
    [InlineData(-4, 0.000031671241833119921254, 7.145258432405666759e-6)]
    [InlineData(-10, 7.619853024160526066e-24, 7.4745602545893280366e-25)]
    [InlineData(-20, 2.7536241186062336951e-89, 1.3700124947295799431e-90)]
    [InlineData(-37, 5.7255712225245768227e-300, 1.5451991905122024593e-301)]
    [InlineData(0.5, 0.69146246127401310364, 0.69779655740130602959)]
    [InlineData(3, 0.99865010196836990547, 3.0003821543170477236)]
    public void TheGaussianSoftplusHasItsKnownValues(double z, double slope, double value)
    {
        Assert.Equal(1, Activation.GaussianSoftplus.Slope(z) / slope, 3e-15);
        double scale = value + (z < 0 ? Activation.GaussianSoftplus.Curvature(z) : 0);
        Assert.Equal(0, (Activation.GaussianSoftplus.Value(z) - value) / scale, 5e-15);
    }

    // The series of the enclosure is another one than that of the kernel. From 8 on Φ(−a) is between 1 − 1/a² and 1
    // times ϕ(a)/a.
    [Fact]
    public void TheGaussianSlopeIsTheNormalLaw()
    {
        Assert.All(Grid, z =>
        {
            Interval Φ = NormalLaw.Distribution(z);
            double slope = Activation.GaussianSoftplus.Slope(z);
            Assert.InRange(slope, Φ.Lower - 4e-16, Φ.Upper + 4e-16);
        });
        Assert.All(Enumerable.Range(8, 29), a => Assert.InRange(
            Activation.GaussianSoftplus.Slope(-a) * a / Activation.GaussianSoftplus.Curvature(-a),
            1 - 1.0 / (a * a),
            1));
        Assert.Equal(0, Activation.GaussianSoftplus.Value(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Activation.GaussianSoftplus.Value(double.PositiveInfinity));
        Assert.Equal(1, Activation.GaussianSoftplus.Slope(1e300));
        Assert.True(double.IsNaN(Activation.GaussianSoftplus.Slope(double.NaN)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnEvenSlopeIsEvenAndNoOther(string name)
    {
        Activation σ = Activation.Parse(name, null);
        Assert.Equal(σ.HasEvenSlope, Grid.All(z => σ.Slope(z).Equals(σ.Slope(-z))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASpanHasTheBitsOfSingleNumbers(string name)
    {
        Activation σ = Activation.Parse(name, null);
        double[] z = Grid[..61];
        var result = new double[61];
        σ.Values(z, result);
        Assert.Equal([.. z.Select(σ.Value)], result);
        σ.Slopes(z, result);
        Assert.Equal([.. z.Select(σ.Slope)], result);
        z.CopyTo(result, 0);
        σ.Curvatures(result, result);
        Assert.Equal([.. z.Select(σ.Curvature)], result);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ANameReadsBackAsItsActivation(string name)
    {
        Activation σ = Activation.Parse(name, null);
        Assert.Same(σ, Activation.All.Single(activation => activation.Name == name));
        Assert.Same(σ, CanonicalJson.Read<Activation>(CanonicalJson.Write(σ)));
    }

    [Fact]
    public void AnUnknownNameIsRefusedWithTheKnownOnes()
    {
        FormatException failure = Assert.Throws<FormatException>(() => Activation.Parse("step", null));
        Assert.Contains(
            "identity, tanh, sigmoid, softplus, relu, sine, ripple, gaussian-softplus",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsOfAnotherLengthAreRefused() =>
        Assert.Throws<ArgumentException>(() => Activation.Tanh.Values(new double[3], new double[4]));
}
