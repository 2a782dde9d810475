using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Activations;

// Everything is written in e = exp(−|z|) or exp(−2|z|), which neither overflows nor cancels: tails keep their relative
// accuracy (1 − tanh² does not), and only + − × ÷ and the suite's own kernels occur, so that bits are the same
// everywhere.

/// <summary>The activations on eight lanes.</summary>
internal static class ActivationLanes
{
    private static Vector512<double> One => Vector512<double>.One;

    private static Vector512<double> WithSignOf(Vector512<double> sign, Vector512<double> magnitude) =>
        magnitude ^ (sign & Vector512.Create(-0.0));

    private static Vector512<double> Logistic(Vector512<double> z)
    {
        Vector512<double> e = ElementaryFunctions.Exp(-Vector512.Abs(z));
        Vector512<double> numerator = Vector512.ConditionalSelect(
            Vector512.LessThan(z, Vector512<double>.Zero), e, One);
        return numerator / (One + e);
    }

    // e/(1 + e)².
    private static Vector512<double> LogisticSlope(Vector512<double> z)
    {
        Vector512<double> e = ElementaryFunctions.Exp(-Vector512.Abs(z));
        Vector512<double> sum = One + e;
        return e / (sum * sum);
    }

    // −sgn(z)·e(1 − e)/(1 + e)³, with 1 − e = −expm1(−|z|).
    private static Vector512<double> LogisticCurvature(Vector512<double> z)
    {
        Vector512<double> minus = -Vector512.Abs(z);
        Vector512<double> e = ElementaryFunctions.Exp(minus);
        Vector512<double> sum = One + e;
        return WithSignOf(z, e * ElementaryFunctions.Expm1(minus) / (sum * sum * sum));
    }

    internal readonly struct Identity : IActivationLanes
    {
        public static Vector512<double> Value(Vector512<double> z) => z;

        public static Vector512<double> Slope(Vector512<double> z) => One;

        public static Vector512<double> Curvature(Vector512<double> z) => Vector512<double>.Zero;
    }

    internal readonly struct HyperbolicTangent : IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Value(Vector512<double> z) => ElementaryFunctions.Tanh(z);

        // sech²z = 4e/(1 + e)², e = exp(−2|z|).
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Slope(Vector512<double> z) => Vector512.Create(4.0) * LogisticSlope(z + z);

        // tanh z = 2s(2z) − 1 for the logistic s, hence tanh'' = 8s''(2z).
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Curvature(Vector512<double> z) =>
            Vector512.Create(8.0) * LogisticCurvature(z + z);
    }

    internal readonly struct Sigmoid : IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Value(Vector512<double> z) => Logistic(z);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Slope(Vector512<double> z) => LogisticSlope(z);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Curvature(Vector512<double> z) => LogisticCurvature(z);
    }

    internal readonly struct Softplus : IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Value(Vector512<double> z)
        {
            Vector512<double> positive = Vector512.ConditionalSelect(
                Vector512.LessThan(z, Vector512<double>.Zero), Vector512<double>.Zero, z);
            return positive + ElementaryFunctions.Log1p(ElementaryFunctions.Exp(-Vector512.Abs(z)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Slope(Vector512<double> z) => Logistic(z);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Curvature(Vector512<double> z) => LogisticSlope(z);
    }

    internal readonly struct GaussianSoftplus : IActivationLanes
    {
        // z⁺ + ϕ(z) − |z|Φ(−|z|).
        public static Vector512<double> Value(Vector512<double> z)
        {
            Vector512<double> positive = Vector512.ConditionalSelect(
                Vector512.LessThan(z, Vector512<double>.Zero), Vector512<double>.Zero, z);
            Vector512<double> tail = NormalTail.Probability(z);
            Vector512<double> far = Vector512.ConditionalSelect(
                Vector512.Equals(tail, Vector512<double>.Zero), Vector512<double>.Zero, Vector512.Abs(z));
            return positive + Vector512.FusedMultiplyAdd(-far, tail, NormalTail.Density(z));
        }

        public static Vector512<double> Slope(Vector512<double> z)
        {
            Vector512<double> tail = NormalTail.Probability(z);
            return Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<double>.Zero), tail, One - tail);
        }

        public static Vector512<double> Curvature(Vector512<double> z) => NormalTail.Density(z);
    }

    internal readonly struct RectifiedLinear : IActivationLanes
    {
        public static Vector512<double> Value(Vector512<double> z) =>
            Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<double>.Zero), Vector512<double>.Zero, z);

        public static Vector512<double> Slope(Vector512<double> z) =>
            Vector512.ConditionalSelect(Vector512.GreaterThan(z, Vector512<double>.Zero), One, Vector512<double>.Zero);

        public static Vector512<double> Curvature(Vector512<double> z) => Vector512<double>.Zero;
    }

    internal readonly struct Sine : IActivationLanes
    {
        public static Vector512<double> Value(Vector512<double> z)
        {
            ElementaryFunctions.SinCos(z, out Vector512<double> sin, out _);
            return sin;
        }

        public static Vector512<double> Slope(Vector512<double> z)
        {
            ElementaryFunctions.SinCos(z, out _, out Vector512<double> cos);
            return cos;
        }

        public static Vector512<double> Curvature(Vector512<double> z) => -Value(z);
    }

    internal readonly struct Ripple : IActivationLanes
    {
        private static Vector512<double> Half => Vector512.Create(0.5);

        public static Vector512<double> Value(Vector512<double> z) => z + Half * Sine.Value(z);

        public static Vector512<double> Slope(Vector512<double> z) => One + Half * Sine.Slope(z);

        public static Vector512<double> Curvature(Vector512<double> z) => -Half * Sine.Value(z);
    }
}
