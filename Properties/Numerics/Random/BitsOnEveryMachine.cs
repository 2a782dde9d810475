using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Properties.Numerics.Elementary;
using Xunit;

namespace Verification.Properties.Numerics.Random;

/// <summary>
/// Digests that have to be the same under every instruction set; run with DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0,
/// DOTNET_EnableHWIntrinsic=0 and DOTNET_TieredCompilation=0 too. Their values were computed with the defaults on an
/// AVX-512 machine.
/// </summary>
public sealed class BitsOnEveryMachine
{
    [Theory]
    [InlineData("exp", 0x1D07E6C0E34A70F0UL)]
    [InlineData("expm1", 0x4CB9E157E7BD8FB2UL)]
    [InlineData("log", 0x89FDA73BEF803F00UL)]
    [InlineData("log1p", 0x5D1272B4E9977BFAUL)]
    [InlineData("tanh", 0x6D66EF5DB5DD378BUL)]
    [InlineData("sin", 0xFB6668FB805822A4UL)]
    [InlineData("cos", 0x5A4C3A8EDB23ED96UL)]
    public void ElementaryFunctionsHaveTheirDigest(string function, ulong expected)
    {
        // Arguments of every magnitude, as scaled Laplace numbers: the exponents run from −40 to 40.
        double[] x = new double[4096];
        new RandomStream(StreamKey.Of(1, "elementary"), 0).FillLaplace(x);
        for (int i = 0; i < x.Length; i++)
            x[i] = Math.ScaleB(x[i], i % 81 - 40);
        Assert.Equal(expected, Digest(x.Select(argument => ElementaryFunctionsBySpan.Scalar(function, argument))));
    }

    [Fact]
    public void MatricesHaveTheirDigest()
    {
        var stream = new RandomStream(StreamKey.Of(1, "matrices"), 0);
        double[] entries =
        [
            .. Haar.Orthogonal(stream, 9).Values,
            .. Wishart.Draw(stream, 20.5, 7).Values,
            .. UniformSphere.Rows(stream, 5, 11).Values,
            IncompleteBeta.Inverse(0.01, 3, 98),
            StudentT.TwoSidedQuantile(0.05, 7.5),
        ];
        Assert.Equal(0xCC212374BD80A3EBUL, Digest(entries));
    }

    // FNV-1a over the bits (64-bit offset and prime of RFC 9923).
    private static ulong Digest(IEnumerable<double> numbers) =>
        numbers.Aggregate(
            0xCBF29CE484222325,
            (digest, x) => unchecked((digest ^ BitConverter.DoubleToUInt64Bits(x)) * 0x100000001B3));
}
