using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class GaussianConditionTests
{
    [Property]
    public void BisectionAgreesWithTheSingularValueDecomposition(byte size, ushort seed)
    {
        int n = 1 + size % 12;
        var stream = new RandomStream(StreamKey.Of(seed, "bidiagonal"), 0);
        double[] a = new double[n], b = new double[n - 1];
        stream.FillNormals(a);
        stream.FillNormals(b);
        var B = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            B[i, i] = a[i] = Math.Abs(a[i]) + 1e-3;
        for (int i = 0; i < n - 1; i++)
            B[i + 1, i] = b[i];
        double[] singular = SingularValueDecomposition.SingularValues(B);
        (double largest, double least) = BidiagonalExtremes.Of(a, b);
        Assert.Equal(singular[0], largest, 1e-12 * singular[0]);
        Assert.Equal(singular[^1], least, 1e-12 * singular[0]);
    }

    // 2 × 2 with a = (1, 1), b = ε⁻¹: σ_max·σ_min = 1, and bisection keeps the relative accuracy of the small one.
    [Fact]
    public void TheLeastSingularValueKeepsItsRelativeAccuracy()
    {
        (double largest, double least) = BidiagonalExtremes.Of([1, 1], [1e9]);
        Assert.Equal(1, largest * least, 1e-12);
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() => BidiagonalExtremes.Of([1, 1], []));
        Assert.Throws<ArgumentException>(() => BidiagonalExtremes.Of([1, 0], [1]));
    }

    [Property]
    public void TwoRowsHaveTheRatioOfTheirSingularValues(byte columns, ushort seed)
    {
        int m = 2 + columns % 20;
        var stream = new RandomStream(StreamKey.Of(seed, "two rows"), 0);
        double κ = GaussianConditionExperiment.TwoRows(stream, m);
        stream.Position = 0;
        var M = new Matrix(2, m);
        stream.FillNormals(M.Row(0));
        stream.FillNormals(M.Row(1));
        double[] singular = SingularValueDecomposition.SingularValues(M);
        Assert.Equal(1, κ * singular[1] / singular[0], 1e-9);
    }

    // Two samples of one law: distances of empirical distribution functions stay within the sum of two bands
    // (Dvoretzky, Kiefer, Wolfowitz), each at 1e-9.
    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 7)]
    [InlineData(4, 4)]
    [InlineData(5, 9)]
    public void BidiagonalDrawsHaveTheLawOfDenseOnes(int n, int m)
    {
        const int samples = 4000;
        var stream = new RandomStream(StreamKey.Of(1, $"dense and bidiagonal {n} {m}"), 0);
        var dense = new double[samples];
        var bidiagonal = new double[samples];
        var M = new Matrix(n, m);
        for (int i = 0; i < samples; i++)
        {
            stream.FillNormals(M.Values);
            double[] singular = SingularValueDecomposition.SingularValues(M);
            dense[i] = singular[0] / singular[^1];
            bidiagonal[i] = GaussianConditionExperiment.Bidiagonal(stream, n, m);
        }

        Array.Sort(dense);
        Array.Sort(bidiagonal);
        double distance = DvoretzkyKieferWolfowitz.Distance(
            dense,
            x => (double)bidiagonal.Count(value => value <= x) / samples);
        Assert.InRange(distance, 0, 2 * DvoretzkyKieferWolfowitz.HalfWidth(samples, 1e-9));
    }

    // P(κ₂ ≤ x) = 1 − (2x/(1 + x²))^(m−1), within the band at 1e-9.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void TheLawForTwoRowsIsExact(int m)
    {
        const int samples = 20_000;
        var stream = new RandomStream(StreamKey.Of(1, $"two rows {m}"), 0);
        double[] draws =
        [
            .. Enumerable.Range(0, samples).Select(_ => GaussianConditionExperiment.TwoRows(stream, m)).Order(),
        ];
        double distance = DvoretzkyKieferWolfowitz.Distance(draws, x => 1 - Math.Pow(2 * x / (1 + x * x), m - 1));
        Assert.InRange(distance, 0, DvoretzkyKieferWolfowitz.HalfWidth(samples, 1e-9));
    }

    // √π Γ(k/2)/Γ((k+1)/2) by Gamma(½) = √π and the recursion is what is tested; here from 2∫₀^∞ sech^k by Simpson's
    // rule.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(49)]
    public void TheMeanForTwoRowsIsTheIntegralOfItsTail(int k) =>
        Assert.Equal(
            2 * Simpson(s => Math.Pow(1 / Math.Cosh(s), k), 0, 50, 20_000),
            GaussianConditionNumber.MeanLogOfTwoRows(k),
            1e-9);

    // E log X = ∫_0^∞ P(log X > t) dt − ∫_{−∞}^0 P(log X ≤ t) dt under P(X ≤ x) = exp(−2/x − 2/x²).
    [Fact]
    public void TheConstantOfSquareMatricesIsTheMeanOfItsLimitLaw()
    {
        double positive = Simpson(t => -double.ExpM1(-2 * Math.Exp(-t) - 2 * Math.Exp(-2 * t)), 0, 50, 20_000);
        double below = Simpson(t => Math.Exp(-2 * Math.Exp(-t) - 2 * Math.Exp(-2 * t)), -5, 0, 20_000);
        Assert.Equal(GaussianConditionNumber.SquareConstant, positive - below, 1e-9);
    }

    private static double Simpson(Func<double, double> f, double a, double b, int intervals)
    {
        double h = (b - a) / intervals;
        double sum = f(a) + f(b);
        for (int i = 1; i < intervals; i++)
            sum += (i % 2 == 1 ? 4 : 2) * f(a + i * h);
        return sum * h / 3;
    }
}
