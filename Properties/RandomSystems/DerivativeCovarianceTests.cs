using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class DerivativeCovarianceTests
{
    private static readonly double[] X = [0.5, -0.25, 0.75], Y = [0.25, 1, -0.5];

    // The naive twin adds up the entries of the tensors, each with variance ξ_k: products of coordinates over all
    // tuples of indices, differentiated slot by slot. Everything here is a dyadic number, hence exact.
    [Theory]
    [InlineData("3:q3")]
    [InlineData("1:2q:0.5q2:q4")]
    public void SumsOverMonomialsAreThoseOverTensorEntries(string text)
    {
        var ξ = Mixture.Parse(text, null);
        int[][] derivatives = [[], [0], [2], [0, 1], [1, 1]];
        foreach (int[] a in derivatives)
        {
            foreach (int[] b in derivatives)
            {
                double sum = 0;
                for (int k = 0; k <= ξ.Degree; k++)
                {
                    foreach (int[] tuple in Tuples(k))
                        sum += ξ.Coefficients[k] * Derivative(tuple, X, a) * Derivative(tuple, Y, b);
                }

                Interval value = DerivativeCovariance.Of(
                    ξ, [.. X.Select(Interval.Of)], [.. Y.Select(Interval.Of)], a, b);
                Assert.Equal(sum, value.Midpoint, 1e-14);
                Assert.True(value.Width <= 1e-13);
            }
        }
    }

    [Fact]
    public void TheRiskAlongACurveIsItsTaylorPolynomial()
    {
        var system = GaussianSystem.Draw(new(StreamKey.Of(22, "curve"), 0), Mixture.Parse("1:q2:q3", null), 3, 2);
        double[] v = [0.3, 0.4, -0.2], w = [-0.1, 0.2, 0.5];
        Interval[] R = system.RiskAlong(
            [.. X.Select(Interval.Of)], [.. v.Select(Interval.Of)], [.. w.Select(Interval.Of)]);
        const double h = 1e-4;
        double above = Risk(h), below = Risk(-h), here = Risk(0);
        Assert.True(R[0].Contains(here) || R[0].Width < 1e-12);
        Assert.Equal(here, R[0].Midpoint, 1e-12);
        Assert.Equal((above - below) / (2 * h), R[1].Midpoint, 1e-5);
        Assert.Equal((above - 2 * here + below) / (2 * h * h), R[2].Midpoint, 1e-4);

        double Risk(double t)
        {
            double[] at = [.. X.Select((value, j) => value + t * v[j] + t * t * w[j])];
            return 0.5 * system.Value(at).Sum(value => value * value);
        }
    }

    private static IEnumerable<int[]> Tuples(int order) => order == 0
        ? [[]]
        : from first in Enumerable.Range(0, 3) from rest in Tuples(order - 1) select (int[])[first, .. rest];

    private static double Derivative(int[] tuple, double[] x, int[] variables)
    {
        if (variables.Length == 0)
            return tuple.Aggregate(1.0, (product, j) => product * x[j]);
        double sum = 0;
        for (int slot = 0; slot < tuple.Length; slot++)
        {
            if (tuple[slot] == variables[0])
                sum += Derivative([.. tuple[..slot], .. tuple[(slot + 1)..]], x, variables[1..]);
        }

        return sum;
    }
}
