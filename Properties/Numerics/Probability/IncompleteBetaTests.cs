using System.Numerics;
using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Probability;

/// <summary>The incomplete Beta function against exact binomial sums, high-precision values and its own
/// identities.</summary>
public sealed class IncompleteBetaTests
{
    /// <summary>The documented relative error.</summary>
    private static double Bound(double expected, double largestParameter) =>
        (largestParameter <= 2000 ? 1e-13 : 1e-12) * (1 + Math.Abs(Math.Log(expected)) / 100);

    /// <summary>P(X ≥ k) = I_p(k, n − k + 1) for a binomial X; at p = u/1024 both tails are ratios of
    /// integers.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(97)]
    [InlineData(600)]
    public void BinomialTailsAreExact(int n)
    {
        foreach (int u in new[] { 1, 20, 300, 512, 700, 1023 })
        {
            BigInteger[] terms = BinomialTerms(n, u);
            BigInteger total = BigInteger.Pow(1024, n);
            BigInteger upper = total;
            for (int k = 1; k <= n; k++)
            {
                upper -= terms[k - 1];
                if (n > 100 && k % 37 != 0)
                    continue;
                AssertClose(
                    Ratio(upper, total), IncompleteBeta.Regularized(u / 1024.0, k, n - k + 1), n,
                    $"n {n}, k {k}, p {u}/1024");
                AssertClose(
                    Ratio(total - upper, total), IncompleteBeta.Complement(u / 1024.0, k, n - k + 1), n,
                    $"n {n}, k {k}, p {u}/1024");
            }
        }
    }

    /// <summary>Values by incomplete_beta_reference.py (beside this file), 60 digits.</summary>
    [Theory]
    [InlineData(0.5, 1e6, 1e6, 0.5)]
    [InlineData(0.4995, 1e6, 1e6, 0.078649577580901631498)]
    [InlineData(0.001, 500.5, 400000.0, 8.1167644372624955093e-7)]
    [InlineData(0.25, 0.5, 0.5, 0.33333333333333333333)]
    [InlineData(1e-10, 0.5, 3.0, 0.000018749999998750000342)]
    [InlineData(0.999, 1e-3, 1e-3, 0.50344066436089435657)]
    [InlineData(0.009, 2.5, 1000.0, 0.99717037400179524505)]
    [InlineData(1e-05, 0.5, 1e5, 0.8427013118385188244)]
    [InlineData(0.75, 1e-3, 50.0, 1.0)]
    [InlineData(0.368, 7e5, 1.2e6, 0.11444374428514095356)]
    [InlineData(0.3, 1000.0, 1000.0, 4.2309250369077446028e-78)]
    [InlineData(0.01, 20.0, 30.0, 2.1426730857043653226e-27)]
    public void HighPrecisionValuesAreReproduced(double x, double a, double b, double expected) =>
        AssertClose(expected, IncompleteBeta.Regularized(x, a, b), Math.Max(a, b), $"I_{x}({a}, {b})");

    [Fact]
    public void BothTailsKeepTheirBoundAtRandomArguments()
    {
        ReadOnlySpan<double> rows = IncompleteBetaReference.Rows;
        Assert.Equal(0, rows.Length % 5);
        for (int i = 0; i < rows.Length; i += 5)
        {
            (double x, double a, double b) = (rows[i], rows[i + 1], rows[i + 2]);
            AssertClose(rows[i + 3], IncompleteBeta.Regularized(x, a, b), Math.Max(a, b), $"I_{x:R}({a:R}, {b:R})");
            AssertClose(rows[i + 4], IncompleteBeta.Complement(x, a, b), Math.Max(a, b), $"1 − I_{x:R}({a:R}, {b:R})");
        }
    }

    /// <summary>I_x(c, 1) = x^c, however small c is.</summary>
    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(7)]
    public void ASmallParameterKeepsTheComplementsDigits(double c)
    {
        foreach (double x in new[] { 0.125, 0.25, 0.5 })
        {
            double L = c * Math.Log(x);
            double complement = L > -1e-5 ? -L * (1 + L / 2 * (1 + L / 3)) : 1 - Math.Exp(L);
            AssertClose(complement, IncompleteBeta.Complement(x, c, 1), c, $"1 − I_{x}({c}, 1)");
            AssertClose(Math.Exp(L), IncompleteBeta.Regularized(x, c, 1), c, $"I_{x}({c}, 1)");
            AssertClose(complement, IncompleteBeta.Regularized(1 - x, 1, c), c, $"I_(1 − {x})(1, {c})");
        }
    }

    /// <summary>1 − I_x(1, c) = (1 − x)^c, however large c is and however little of x is left in 1 − x.</summary>
    [Theory]
    [InlineData(1e5)]
    [InlineData(1e9)]
    [InlineData(1e15)]
    public void ALargeParameterKeepsTheArgumentsDigits(double c)
    {
        foreach (double size in new[] { 0.1, 0.9, 1.7, 3, 30 })
        {
            double x = size / c;
            double exact = Math.Exp(-c * x * (1 + x * (1.0 / 2 + x * (1.0 / 3 + x * (1.0 / 4 + x / 5)))));
            Assert.Equal(1, IncompleteBeta.Complement(x, 1, c) / exact, 1e-13);
        }
    }

    [Fact]
    public void TheEndsAreExact()
    {
        Assert.Equal(0, IncompleteBeta.Regularized(0, 2, 3));
        Assert.Equal(1, IncompleteBeta.Regularized(1, 2, 3));
        Assert.Equal(1, IncompleteBeta.Complement(0, 2, 3));
        Assert.Equal(0, IncompleteBeta.Complement(1, 2, 3));
        Assert.Equal(0, IncompleteBeta.Inverse(0, 2, 3));
        Assert.Equal(1, IncompleteBeta.Inverse(1, 2, 3));
        Assert.Equal(1, IncompleteBeta.InverseComplement(0, 2, 3));
        Assert.Equal(0, IncompleteBeta.InverseComplement(1, 2, 3));
        Assert.True(double.IsNaN(IncompleteBeta.Regularized(double.NaN, 2, 3)));
        Assert.True(double.IsNaN(IncompleteBeta.Inverse(double.NaN, 2, 3)));
    }

    [Theory]
    [InlineData(-0.1, 1, 1)]
    [InlineData(1.1, 1, 1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.5, 1, -1)]
    [InlineData(0.5, double.NaN, 1)]
    [InlineData(0.5, 1, double.PositiveInfinity)]
    public void ArgumentsOutsideTheirRangeAreRefused(double x, double a, double b)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => IncompleteBeta.Regularized(x, a, b));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncompleteBeta.Complement(x, a, b));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncompleteBeta.Inverse(x, a, b));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncompleteBeta.InverseComplement(x, a, b));
    }

    /// <summary>The inverse is where the function crosses: at it the probability is reached, at the double before it is
    /// not.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 98)]
    [InlineData(0.5, 7)]
    [InlineData(400, 601)]
    public void TheInverseIsTheFirstDoubleThatReachesTheProbability(double a, double b)
    {
        foreach (double p in new[] { 1e-300, 1e-9, 1e-3, 0.25, 0.5, 0.975, 1 - 1e-12 })
        {
            double x = IncompleteBeta.Inverse(p, a, b);
            Assert.True(IncompleteBeta.Regularized(x, a, b) >= p);
            Assert.True(IncompleteBeta.Regularized(Math.BitDecrement(x), a, b) < p);
            double z = IncompleteBeta.InverseComplement(p, a, b);
            Assert.True(IncompleteBeta.Complement(z, a, b) <= p);
            Assert.True(IncompleteBeta.Complement(Math.BitDecrement(z), a, b) > p);
        }
    }

    /// <summary>Clopper–Pearson with no success among n: the upper bound is 1 − α^(1/n) exactly (Clopper and Pearson
    /// 1934).</summary>
    [Fact]
    public void NoSuccessAmongAHundredHasTheClosedBound() =>
        AssertClose(1 - Math.Pow(0.05, 0.01), IncompleteBeta.InverseComplement(0.05, 1, 100), 100, "n = 100");

    private static BigInteger[] BinomialTerms(int n, int u)
    {
        var terms = new BigInteger[n + 1];
        BigInteger binomial = 1;
        for (int j = 0; j <= n; j++)
        {
            terms[j] = binomial * BigInteger.Pow(u, j) * BigInteger.Pow(1024 - u, n - j);
            binomial = binomial * (n - j) / (j + 1);
        }

        return terms;
    }

    private static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        int shift = (int)(denominator.GetBitLength() - numerator.GetBitLength()) + 70;
        return Math.ScaleB((double)((numerator << shift) / denominator), -shift);
    }

    private static void AssertClose(double expected, double actual, double largestParameter, string instance)
    {
        if (expected >= 1e-301)
            Assert.True(
                Math.Abs(actual / expected - 1) <= Bound(expected, largestParameter),
                $"{instance}: {actual:R} against {expected:R}, relative error {actual / expected - 1}.");
        else
            Assert.InRange(actual, 0, 1e-299);
    }
}
