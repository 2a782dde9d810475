using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

/// <summary>The blocked eigensolver against MathNet's, known spectra and its own bounds.</summary>
public class SymmetricSpectrumTests
{
    // Orders around the width of a panel (32) and of a strip (32), and with several of both.
    public static TheoryData<int> Orders => [1, 2, 3, 7, 31, 32, 33, 34, 63, 64, 65, 66, 97, 150];

    [Theory]
    [MemberData(nameof(Orders))]
    public void ValuesAreMathNetsWithinTheBound(int n)
    {
        Matrix A = Symmetric(n, 21);
        var spectrum = SymmetricSpectrum.Of(A);
        double[] naive = SymmetricEigen.Of(A).Values;

        // The naive twin errs too: Bound of FactorizationTests for one column.
        double allowance = spectrum.ValueBound + 10 * n * 2.3e-16 * FrobeniusNorm(A);
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(naive[i], spectrum.Values[i], allowance));
        AssertSameBits(spectrum.Values, SymmetricSpectrum.ValuesOf(A));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void BoundsAreTrueAndSmall(int n)
    {
        Matrix A = Symmetric(n, 22);
        var spectrum = SymmetricSpectrum.Of(A);
        Matrix VΛ = MatrixProduct.Multiply(spectrum.Vectors, Matrix.Diagonal(spectrum.Values));
        double residual = Distance(MatrixProduct.Multiply(A, spectrum.Vectors), VΛ);
        double defect = Distance(Matrix.Identity(n), Gram.Of(spectrum.Vectors));
        double unit = 2.3e-16 * n * Math.Sqrt(n);

        // The bounds add the rounding of their own computation, n·u·‖V‖·‖A‖; beyond that the solver has to stay within
        // a few units.
        Assert.InRange(residual, 0, spectrum.ResidualBound + unit * FrobeniusNorm(A));
        Assert.InRange(spectrum.ResidualBound, residual, residual + 10 * unit * FrobeniusNorm(A));
        Assert.InRange(residual, 0, 5 * unit * FrobeniusNorm(A));
        Assert.InRange(spectrum.OrthogonalityBound, 0, 10 * unit * Math.Sqrt(n));
        Assert.InRange(defect, 0, 5 * unit);
        Assert.All(Enumerable.Range(0, n), j => Assert.True(spectrum.Vectors.Column(j).MaxBy(Math.Abs) > 0));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void SecondDifferencesHaveTheirKnownSpectrum(int n)
    {
        var spectrum = SymmetricSpectrum.Of(SecondDifference(n));
        for (int k = 1; k <= n; k++)
            Assert.Equal(SecondDifferenceEigenvalue(n, k), spectrum.Values[k - 1], spectrum.ValueBound + 1e-15);
    }

    /// <summary>Multiple eigenvalues, rank one, diagonal, zero: nothing to reduce or nothing to iterate.</summary>
    [Fact]
    public void DegenerateMatricesFactor()
    {
        const int n = 70;
        var ones = new Matrix(n, n);
        ones.Values.Fill(1);
        var rankOne = SymmetricSpectrum.Of(ones);
        Assert.Equal(n, rankOne.Values[^1], rankOne.ValueBound);
        Assert.All(rankOne.Values[..^1], value => Assert.InRange(value, -rankOne.ValueBound, rankOne.ValueBound));

        AssertSameBits(new double[n], SymmetricSpectrum.ValuesOf(new Matrix(n, n)));
        Assert.Empty(SymmetricSpectrum.Of(new Matrix(0, 0)).Values);
        double[] diagonal = Vector(n, 23);
        AssertSameBits([.. diagonal.Order()], SymmetricSpectrum.ValuesOf(Matrix.Diagonal(diagonal)));
        Assert.Equal(0, SymmetricSpectrum.Of(Matrix.Identity(5)).ResidualBound, 1e-14);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-900)]
    public void EverythingScalesExactlyWithPowersOfTwo(int exponent)
    {
        Matrix A = Symmetric(40, 24), scaled = A.Clone();
        foreach (ref double value in scaled.Values)
            value = Math.ScaleB(value, exponent);
        var plain = SymmetricSpectrum.Of(A);
        var large = SymmetricSpectrum.Of(scaled);
        AssertSameBits([.. plain.Values.Select(v => Math.ScaleB(v, exponent))], large.Values);
        AssertSameBits(plain.Vectors.Values, large.Vectors.Values);
        Assert.Equal(1, large.ResidualBound / Math.ScaleB(plain.ResidualBound, exponent), 1e-15);
    }

    [Fact]
    public void MatricesThatAreNotSymmetricOrFiniteAreRefused()
    {
        Assert.Throws<ArgumentException>(() => SymmetricSpectrum.Of(new Matrix(2, 3)));
        Assert.Throws<ArgumentException>(() => SymmetricSpectrum.ValuesOf(new Matrix(new[,] { { 1.0, 2 }, { 3, 1 } })));
        Assert.Throws<ArgumentException>(() => SymmetricSpectrum.ValuesOf(new Matrix(new[,] { { double.NaN } })));
    }

    /// <summary>A digest that has to be the same under every instruction set, as those of
    /// <see cref="BitsTests"/>.</summary>
    [Fact]
    public void TheSpectrumKeepsItsBits()
    {
        var spectrum = SymmetricSpectrum.Of(Symmetric(75, 25));
        double[] all =
            [
                .. spectrum.Values,
                .. spectrum.Vectors.Values,
                spectrum.ResidualBound,
                spectrum.OrthogonalityBound,
                spectrum.ValueBound,
            ];
            Assert.Equal(
                "F0D33266351CE2BF", Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(all)), 0, 8));
    }
}
