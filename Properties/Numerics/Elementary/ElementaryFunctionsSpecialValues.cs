using Xunit;

namespace Verification.Properties.Numerics.Elementary;

/// <summary>Arguments at which a result is exact, infinite, signed zero or not a number (IEEE 754-2019, section 9.2.1),
/// compared bit by bit.</summary>
public sealed class ElementaryFunctionsSpecialValues
{
    private const double Infinity = double.PositiveInfinity;

    // A signaling and a negative NaN with payload: results have the one NaN of the platform-independent constant.
    private static readonly double SignalingNaN = BitConverter.Int64BitsToDouble(0x7FF0000000000001);
    private static readonly double NegativeNaN = BitConverter.Int64BitsToDouble(unchecked((long)0xFFF8000000001234));

    public static TheoryData<string, double, double> Values => new()
    {
        { "exp", 0.0, 1 },
        { "exp", -0.0, 1 },
        { "exp", Infinity, Infinity },
        { "exp", -Infinity, 0 },
        { "exp", double.NaN, double.NaN },
        { "exp", SignalingNaN, double.NaN },
        { "exp", NegativeNaN, double.NaN },
        { "exp", double.Epsilon, 1 },
        { "exp", -double.Epsilon, 1 },
        { "exp", 709.782712893384, 1.7976931348622732e308 },
        { "exp", 709.7827128933841, Infinity },
        { "exp", double.MaxValue, Infinity },
        { "exp", -745.1332191019411, double.Epsilon },
        { "exp", -745.1332191019412, 0 },
        { "exp", -1e9, 0 },
        { "exp", double.MinValue, 0 },
        { "expm1", 0.0, 0.0 },
        { "expm1", -0.0, -0.0 },
        { "expm1", Infinity, Infinity },
        { "expm1", -Infinity, -1 },
        { "expm1", double.NaN, double.NaN },
        { "expm1", NegativeNaN, double.NaN },
        { "expm1", double.Epsilon, double.Epsilon },
        { "expm1", -1e-310, -1e-310 },
        { "expm1", 709.782712893384, 1.7976931348622732e308 },
        { "expm1", 709.7827128933841, Infinity },
        { "expm1", -40, -1 },
        { "expm1", double.MinValue, -1 },
        { "log", 1, 0.0 },
        { "log", 0.0, -Infinity },
        { "log", -0.0, -Infinity },
        { "log", Infinity, Infinity },
        { "log", -Infinity, double.NaN },
        { "log", -1, double.NaN },
        { "log", -double.Epsilon, double.NaN },
        { "log", double.NaN, double.NaN },
        { "log", SignalingNaN, double.NaN },
        { "log", NegativeNaN, double.NaN },
        { "log", double.Epsilon, -744.4400719213812 },
        { "log", double.MaxValue, 709.782712893384 },
        { "log1p", 0.0, 0.0 },
        { "log1p", -0.0, -0.0 },
        { "log1p", -1, -Infinity },
        { "log1p", Infinity, Infinity },
        { "log1p", -Infinity, double.NaN },
        { "log1p", -1.0000000000000002, double.NaN },
        { "log1p", double.NaN, double.NaN },
        { "log1p", NegativeNaN, double.NaN },
        { "log1p", double.Epsilon, double.Epsilon },
        { "log1p", -1e-310, -1e-310 },
        { "log1p", double.MaxValue, 709.782712893384 },
        { "tanh", 0.0, 0.0 },
        { "tanh", -0.0, -0.0 },
        { "tanh", Infinity, 1 },
        { "tanh", -Infinity, -1 },
        { "tanh", double.NaN, double.NaN },
        { "tanh", NegativeNaN, double.NaN },
        { "tanh", 20, 1 },
        { "tanh", -1e300, -1 },
        { "tanh", double.Epsilon, double.Epsilon },
        { "tanh", -1e-310, -1e-310 },
        { "sin", 0.0, 0.0 },
        { "sin", -0.0, -0.0 },
        { "sin", Infinity, double.NaN },
        { "sin", -Infinity, double.NaN },
        { "sin", double.NaN, double.NaN },
        { "sin", NegativeNaN, double.NaN },
        { "sin", double.Epsilon, double.Epsilon },
        { "sin", -1e-310, -1e-310 },
        { "cos", 0.0, 1 },
        { "cos", -0.0, 1 },
        { "cos", Infinity, double.NaN },
        { "cos", -Infinity, double.NaN },
        { "cos", double.NaN, double.NaN },
        { "cos", double.Epsilon, 1 },
    };

    [Theory, MemberData(nameof(Values))]
    public void TakesItsSpecialValue(string function, double x, double expected) =>
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(expected),
            BitConverter.DoubleToInt64Bits(ElementaryFunctionsBySpan.Scalar(function, x)));
}
