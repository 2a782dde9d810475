using System.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;
using Verification.Implementation.RandomSystems.Zeros;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class FormTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(12, purpose), trial);

    /// <summary>Sums of monomials over all sorted tuples are the naive twin of the nested form and of the
    /// matrix.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 4)]
    [InlineData(5, 3)]
    public void ValueAndGradientAreThoseOfTheMonomials(int p, int d)
    {
        HomogeneousForm form = HomogeneousForm.Kostlan(p, d, Stream("form"));
        Complex[] z = Point(d);
        ComplexDisc[] discs = [.. z.Select(entry => new ComplexDisc(entry.Real, entry.Imaginary, 0))];
        ComplexDisc[] gradient = new ComplexDisc[d];
        ComplexDisc value = form.Evaluate<ComplexDisc>(discs, gradient);
        int[][] tuples = [.. Tuples(p, d, 0)];
        Assert.Equal(tuples.Length, form.Coefficients.Length);
        Complex sum = Complex.Zero;
        var slopes = new Complex[d];
        for (int m = 0; m < tuples.Length; m++)
        {
            sum += form.Coefficients[m] * Product(tuples[m], z);
            foreach (int place in Enumerable.Range(0, p))
            {
                int[] rest = [.. tuples[m].Where((_, other) => other != place)];
                slopes[tuples[m][place]] += form.Coefficients[m] * Product(rest, z);
            }
        }

        Assert.True(Complex.Abs(sum - new Complex(value.Re, value.Im)) < 1e-12);
        Assert.All(Enumerable.Range(0, d), j =>
            Assert.True(Complex.Abs(slopes[j] - new Complex(gradient[j].Re, gradient[j].Im)) < 1e-12));
    }

    /// <summary>From one stream <see cref="GaussianSystem"/> draws the same coefficients; values and derivatives are
    /// sums of the same products in another order.</summary>
    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 4)]
    [InlineData(5, 3)]
    public void ThePolynomialsOfTheModelAreTheSameForms(int p, int d)
    {
        HomogeneousForm form = HomogeneousForm.Kostlan(p, d, Stream("same"));
        var system = GaussianSystem.Draw(Stream("same"), Mixture.Parse($"q{p}", null), d, 1);
        double[] x = Stream("point").Normals(d);
        var gradient = new RealNumber[d];
        double value = form.Evaluate<RealNumber>([.. x.Select(entry => new RealNumber(entry))], gradient).Value;
        Assert.Equal(value, system.Value(x)[0], 1e-11);
        for (int j = 0; j < d; j++)
            Assert.Equal(gradient[j].Value, system.Derivative(x)[0, j], 1e-11);
    }

    /// <summary>The variance of the coefficient of a tuple is p!/∏e_j!, from which E F(x)F(y) = ⟨x, y⟩^p by the
    /// multinomial theorem.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 2)]
    public void CoefficientsHaveMultinomialVariances(int p, int d)
    {
        HomogeneousForm form = HomogeneousForm.Kostlan(p, d, Stream("law"));
        double[] normals = Stream("law").Normals(HomogeneousForm.Monomials(p, d));
        int m = 0;
        foreach (int[] tuple in Tuples(p, d, 0))
        {
            double variance = tuple.GroupBy(j => j).Aggregate(Factorial(p), (v, group) => v / Factorial(group.Count()));
            double ratio = form.Coefficients[m] / normals[m];
            Assert.Equal(variance, ratio * ratio, 1e-12 * variance);
            m++;
        }
    }

    [Fact]
    public void AWrongNumberOfCoefficientsIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new HomogeneousForm(2, 3, 1, 2, 3));
        Assert.Throws<ArgumentException>(() => new HomogeneousForm(1, 2, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => HomogeneousForm.Monomials(0, 3));
    }

    /// <summary>Members of the operands, combined in exact arithmetic, are members of the result.</summary>
    [Fact]
    public void DiscsContainWhatTheirMembersGive()
    {
        RandomStream stream = Stream("discs");
        for (int trial = 0; trial < 500; trial++)
        {
            double scale = trial % 3 == 0 ? 1e-9 : 1;
            ComplexDisc[] discs =
            [
                .. Enumerable.Range(0, 3).Select(_ =>
                    new ComplexDisc(stream.NextNormal(), stream.NextNormal(), scale * stream.NextUniform())),
            ];
            (Interval Re, Interval Im)[] members = [.. discs.Select(disc => Member(disc, stream))];
            ComplexDisc product = ComplexDisc.AddProduct(discs[0], discs[1], discs[2]);
            Assert.True(Contains(
                product,
                members[0].Re + members[1].Re * members[2].Re - members[1].Im * members[2].Im,
                members[0].Im + members[1].Re * members[2].Im + members[1].Im * members[2].Re));
            double factor = stream.NextNormal();
            Assert.True(Contains(
                ComplexDisc.AddScaled(discs[0], factor, discs[1]),
                members[0].Re + factor * members[1].Re, members[0].Im + factor * members[1].Im));
        }
    }

    [Fact]
    public void WhatIsNotFiniteBoundsNothing()
    {
        var wide = new ComplexDisc(1e200, 0, 0);
        Assert.Equal(double.PositiveInfinity, ComplexDisc.Multiply(wide, wide).Magnitude);
        Assert.Equal(double.PositiveInfinity, ComplexDisc.Multiply(wide, ComplexDisc.Multiply(wide, wide)).Magnitude);
    }

    // A point of a disc, a little inside its rim.
    private static (Interval Re, Interval Im) Member(ComplexDisc disc, RandomStream stream)
    {
        double x = stream.NextNormal(), y = stream.NextNormal();
        double scale = 0.999999 * disc.Radius / Math.Sqrt(x * x + y * y);
        return (Interval.Of(disc.Re) + scale * x, Interval.Of(disc.Im) + scale * y);
    }

    private static bool Contains(ComplexDisc disc, Interval re, Interval im) =>
        (Interval.Square(re - disc.Re) + Interval.Square(im - disc.Im)).Lower
            <= Interval.Square(Interval.Of(disc.Radius)).Upper;

    private static Complex[] Point(int d)
    {
        double[] normals = Stream("point").Normals(2 * d);
        return [.. Enumerable.Range(0, d).Select(j => new Complex(normals[2 * j], normals[2 * j + 1]))];
    }

    private static IEnumerable<int[]> Tuples(int p, int d, int first) =>
        p == 0
            ? [[]]
            : Enumerable.Range(first, d - first)
                .SelectMany(j => Tuples(p - 1, d, j).Select(rest => (int[])[j, .. rest]));

    private static Complex Product(int[] tuple, Complex[] z) =>
        tuple.Aggregate(Complex.One, (product, j) => product * z[j]);

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * k);
}
