using Verification.Implementation.Numerics.Elementary;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties.Numerics.Elementary;

/// <summary>The documented error bounds, against the fixed-point reference, on arguments of every kind.</summary>
public sealed class ElementaryFunctionsAccuracy(ITestOutputHelper output)
{
    private const int Draws = 4_000;

    public static TheoryData<string> Ranges =>
        ["all bits", "subnormal", "near 0", "near 1", "moderate", "near overflow", "near half turns", "huge"];

    [Theory, MemberData(nameof(Ranges))]
    public void ExpStaysWithinOneUlp(string range) =>
        Check(range, 1, ElementaryFunctions.Exp, FixedPointReference.Exp, x => Math.Abs(x) < 800);

    [Theory, MemberData(nameof(Ranges))]
    public void Expm1StaysWithinTwoUlp(string range) =>
        Check(range, 2, ElementaryFunctions.Expm1, FixedPointReference.Expm1, x => Math.Abs(x) < 800);

    [Theory, MemberData(nameof(Ranges))]
    public void LogStaysWithinOneUlp(string range) =>
        Check(range, 1, ElementaryFunctions.Log, FixedPointReference.Log, x => x > 0);

    [Theory, MemberData(nameof(Ranges))]
    public void Log1pStaysWithinTwoUlp(string range) =>
        Check(range, 2, ElementaryFunctions.Log1p, FixedPointReference.Log1p, x => x > -1);

    [Theory, MemberData(nameof(Ranges))]
    public void TanhStaysWithinThreeUlp(string range) =>
        Check(range, 3, ElementaryFunctions.Tanh, FixedPointReference.Tanh, x => Math.Abs(x) < 50);

    [Theory, MemberData(nameof(Ranges))]
    public void SineAndCosineStayWithinOneUlp(string range)
    {
        Check(range, 1, x => ElementaryFunctions.SinCos(x).Sin, x => FixedPointReference.SinCos(x).Sin, _ => true);
        Check(range, 1, x => ElementaryFunctions.SinCos(x).Cos, x => FixedPointReference.SinCos(x).Cos, _ => true);
    }

    /// <summary>The double nearest to a multiple of π/2: W. Kahan's example, 6381956970095103·2⁷⁹⁷ (Muller, Elementary
    /// Functions, table 11.1).</summary>
    [Fact]
    public void TheDoubleNearestToAMultipleOfHalfPiIsReducedToAllDigits()
    {
        double x = Math.ScaleB(6381956970095103, 797);
        (double sin, double cos) = ElementaryFunctions.SinCos(x);
        (FixedPointReference.Value exactSin, FixedPointReference.Value exactCos) = FixedPointReference.SinCos(x);
        Assert.True(FixedPointReference.UlpError(cos, exactCos) <= 1);
        Assert.True(FixedPointReference.UlpError(sin, exactSin) <= 1);
        Assert.InRange(Math.Abs(cos), 4.6e-19, 4.8e-19);
    }

    /// <summary>Digits of the reference itself: e, log 2 and π as printed in OEIS A001113, A002162 and
    /// A000796.</summary>
    [Fact]
    public void TheReferenceAgreesWithPublishedDigits()
    {
        Assert.Equal("271828182845904523536028747135266249775724709369995", Digits(FixedPointReference.Exp(1), 50));
        Assert.Equal("69314718055994530941723212145817656807550013436025", Digits(FixedPointReference.Log(2), 50));
        Assert.Equal(
            "314159265358979323846264338327950288419716939937510",
            Digits(new FixedPointReference.Value(FixedPointReference.Pi(400), -400), 50));
    }

    private static string Digits(FixedPointReference.Value value, int decimals) =>
        ((value.Mantissa * System.Numerics.BigInteger.Pow(10, decimals)) >> -value.Exponent).ToString();

    private void Check(
        string range,
        double bound,
        Func<double, double> function,
        Func<double, FixedPointReference.Value> reference,
        Func<double, bool> isInDomain)
    {
        double worst = 0;
        double worstAt = double.NaN;
        int examined = 0;
        foreach (double x in Arguments(range).Where(isInDomain))
        {
            double error = FixedPointReference.UlpError(function(x), reference(x));
            examined++;
            if (!(error <= worst))
                (worst, worstAt) = (error, x);
        }

        output.WriteLine($"{range}: {examined} arguments, largest error {worst:F4} ULP at {worstAt:R}");
        Assert.True(
            worst <= bound, $"Error {worst} ULP at {worstAt:R} (bits {BitConverter.DoubleToInt64Bits(worstAt):x16}).");
    }

    private static IEnumerable<double> Arguments(string range)
    {
        // A generator that shares nothing with the code under test: SplitMix64 (Steele, Lea and Flood 2014).
        ulong state = 20;
        foreach (char letter in range)
            state = state * 31 + letter;
        for (int i = 0; i < Draws; i++)
        {
            ulong bits = Next(ref state);
            double unit = (bits >> 11) * 1.1102230246251565e-16;
            double sign = (bits & 1) == 0 ? 1 : -1;
            double x = range switch
            {
                "all bits" => BitConverter.UInt64BitsToDouble(bits),
                "subnormal" => sign * BitConverter.UInt64BitsToDouble(bits >> (12 + (int)(Next(ref state) % 52))),
                "near 0" => sign * Math.ScaleB(1 + unit, -(int)(Next(ref state) % 80)),
                "near 1" => 1 + sign * Math.ScaleB(unit, -(int)(Next(ref state) % 53)),
                "moderate" => sign * 40 * unit,
                "near overflow" => sign * (700 + 50 * unit),
                "near half turns" => NearMultipleOfHalfPi(sign, unit, (int)(Next(ref state) % 28), Next(ref state) % 7),
                "huge" => sign * Math.ScaleB(1 + unit, 20 + (int)(Next(ref state) % 1000)),
                _ => throw new ArgumentOutOfRangeException(nameof(range), range, "No such range of arguments."),
            };
            if (double.IsFinite(x) && x != 0)
                yield return x;
        }
    }

    private static double NearMultipleOfHalfPi(double sign, double unit, int magnitude, ulong steps)
    {
        double x = Math.Round(Math.ScaleB(1 + unit, magnitude)) * (Math.PI / 2);
        return sign * BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + (long)steps - 3);
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
