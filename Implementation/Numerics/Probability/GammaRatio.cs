using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

// δ(z) = log Γ(z) − (z − ½) log z + z − ½ log 2π is Stirling's error: DLMF 5.11.1 with coefficients B₂ₖ/(2k(2k − 1));
// from z = 16 on the first term left out is below 10⁻¹⁷. Below 16 the recurrence Γ(z + 1) = z·Γ(z) leads upwards.

/// <summary>Stirling's error and quotients of Gamma functions, without overflow and without the cancellation of large
/// logarithms.</summary>
internal static class GammaRatio
{
    // Where the asymptotic series begins to hold.
    private const int SeriesFrom = 16;

    // B₂ₖ/(2k(2k − 1)), k = 1, 2, …
    private static ReadOnlySpan<double> Coefficients =>
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    /// <summary>δ(z) for z &gt; 0, with absolute error about 10⁻¹⁵.</summary>
    public static double StirlingError(double z)
    {
        // δ(z) = δ(z + 1) + (z + ½)·log(1 + 1/z) − 1.
        double shift = 0;
        for (; z < SeriesFrom; z++)
            shift += (z + 0.5) * ElementaryFunctions.Log1p(1 / z) - 1;

        double w = 1 / (z * z);
        double series = Coefficients[^1];
        for (int k = Coefficients.Length - 2; k >= 0; k--)
            series = Coefficients[k] + w * series;
        return shift + series / z;
    }

    /// <summary>log(Γ(z + h)/Γ(z)) for z &gt; 0 and h from 0 to 1, to a few ulp of h·(1 + |log z| + 1/z), however small
    /// h is.</summary>
    /// <remarks>
    /// (z − ½)·log(1 + h/z) + h·log(z + h) − h + δ(z + h) − δ(z): every term is of order h. The powers of the two
    /// arguments in δ differ by z^(−k)·((1 + h/z)^(−k) − 1), which expm1 gives without cancellation.
    /// </remarks>
    public static double Log(double z, double h)
    {
        double shift = 0;
        for (; z < SeriesFrom; z++)
            shift -= ElementaryFunctions.Log1p(h / z);

        double growth = ElementaryFunctions.Log1p(h / z);
        double w = 1 / (z * z);
        double power = 1 / z;
        double series = 0;
        for (int k = 0; k < Coefficients.Length; k++)
        {
            series += Coefficients[k] * power * ElementaryFunctions.Expm1(-(2 * k + 1) * growth);
            power *= w;
        }

        return (z - 0.5) * growth + (h * ElementaryFunctions.Log(z + h) - h) + series + shift;
    }
}
