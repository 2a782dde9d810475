namespace Verification.Implementation.Numerics.Elementary;

/// <summary>Powers with the same bits on every machine.</summary>
public static class Powers
{
    /// <summary>xⁿ by n multiplications from the left.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="n">At least 0; x⁰ = 1, also for x = 0.</param>
    /// <returns>xⁿ, to a relative error of about (n − 1)·2⁻⁵³ where nothing underflows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static double Integer(double x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        double power = 1;
        for (int i = 0; i < n; i++)
            power *= x;
        return power;
    }

    /// <summary>x^p = e^(p log x).</summary>
    /// <param name="x">Not negative. The power of 0 is 0 for p &gt; 0.</param>
    /// <param name="p">A finite number; x⁰ = 1 for x &gt; 0, NaN for x = 0.</param>
    /// <returns>x^p, to a relative error of a few units in the last place times 1 + |p log x|; NaN for x &lt;
    /// 0.</returns>
    public static double Real(double x, double p) => ElementaryFunctions.Exp(p * ElementaryFunctions.Log(x));
}
