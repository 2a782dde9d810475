using Verification.Implementation.Numerics.Elementary;
using Xunit;

namespace Verification.Properties.Numerics.Elementary;

/// <summary>The forms over spans give the bits of the scalar forms, at every length and in place.</summary>
public sealed class ElementaryFunctionsBySpan
{
    public static TheoryData<string> Functions => ["exp", "expm1", "log", "log1p", "tanh", "sin", "cos"];

    [Theory, MemberData(nameof(Functions))]
    public void EveryEntryHasTheBitsOfTheScalarForm(string function)
    {
        for (int length = 0; length <= 40; length++)
        {
            for (int offset = 0; offset < 3; offset++)
            {
                double[] x = new double[length + offset];
                for (int i = 0; i < x.Length; i++)
                    x[i] = (i % 11) switch
                    {
                        7 => 3e9 * i,
                        8 => -1e-310 * i,
                        9 => double.NaN,
                        10 => 1e6 / i,
                        _ => 0.37 * i - 2.5,
                    };
                double[] y = new double[x.Length + 1];
                y[^1] = 77;
                Span(function, x.AsSpan(offset), y.AsSpan(offset, length));
                for (int i = offset; i < x.Length; i++)
                    Assert.Equal(Bits(Scalar(function, x[i])), Bits(y[i]));
                Assert.Equal(77, y[^1]);

                double[] inPlace = [.. x];
                Span(function, inPlace.AsSpan(offset), inPlace.AsSpan(offset));
                Assert.Equal(
                    y.AsSpan(offset, length).ToArray().Select(Bits), inPlace.AsSpan(offset).ToArray().Select(Bits));
            }
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void DifferentLengthsAreRefused(string function) =>
        Assert.Throws<ArgumentException>(() => Span(function, new double[3], new double[4]));

    internal static double Scalar(string function, double x) => function switch
    {
        "exp" => ElementaryFunctions.Exp(x),
        "expm1" => ElementaryFunctions.Expm1(x),
        "log" => ElementaryFunctions.Log(x),
        "log1p" => ElementaryFunctions.Log1p(x),
        "tanh" => ElementaryFunctions.Tanh(x),
        "sin" => ElementaryFunctions.SinCos(x).Sin,
        _ => ElementaryFunctions.SinCos(x).Cos,
    };

    private static void Span(string function, ReadOnlySpan<double> x, Span<double> y)
    {
        switch (function)
        {
            case "exp": ElementaryFunctions.Exp(x, y); break;
            case "expm1": ElementaryFunctions.Expm1(x, y); break;
            case "log": ElementaryFunctions.Log(x, y); break;
            case "log1p": ElementaryFunctions.Log1p(x, y); break;
            case "tanh": ElementaryFunctions.Tanh(x, y); break;
            case "sin": ElementaryFunctions.SinCos(x, y, new double[y.Length]); break;
            default: ElementaryFunctions.SinCos(x, new double[y.Length], y); break;
        }
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
