namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>A link f = Σ_j c_j H_j/√j! of finitely many Hermite polynomials. Immutable.</summary>
/// <remarks>Held as coefficients of powers and evaluated by Horner's rule with fused products.</remarks>
public sealed class HermiteSeries
{
    /// <summary>The greatest degree of a series.</summary>
    public const int LargestDegree = 12;

    private readonly double[] _powers;
    private readonly double[] _slopes;

    /// <summary>The link of normalized Hermite coefficients c₀, c₁, …; E f² = Σc_j².</summary>
    /// <exception cref="ArgumentException">None, more than thirteen, or a coefficient that is not finite.</exception>
    public HermiteSeries(params IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        if (coefficients.Count is 0 or > LargestDegree + 1 || !coefficients.All(double.IsFinite))
            throw new ArgumentException(
                $"A link has between 1 and {LargestDegree + 1} finite coefficients.", nameof(coefficients));
        Coefficients = [.. coefficients];
        _powers = new double[coefficients.Count];
        for (int j = 0; j < coefficients.Count; j++)
        {
            double scale = coefficients[j] / Math.Sqrt((double)RationalPolynomial.Factorial(j));
            double[] H = RationalPolynomial.Hermite(j).Exactly();
            for (int i = 0; i < H.Length; i++)
                _powers[i] += scale * H[i];
        }

        _slopes = [.. _powers.Select((value, i) => i * value).Skip(1)];
    }

    /// <summary>c_j.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Degree of the polynomial, at most 12.</summary>
    public int Degree => _powers.Length - 1;

    /// <summary>H_k/√k!.</summary>
    public static HermiteSeries Hermite(int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        double[] coefficients = new double[k + 1];
        coefficients[k] = 1;
        return new(coefficients);
    }

    /// <summary>f(x), with an error of at most γ_{3n + 6} times <see cref="Magnitude"/>, n the degree.</summary>
    public double Value(double x) => Horner(_powers, x);

    /// <summary>f′(x), with an error of at most γ_{3n + 6} times <see cref="SlopeMagnitude"/>.</summary>
    public double Slope(double x) => Horner(_slopes, x);

    /// <summary>Σ|p_i||x|^i over the coefficients of powers.</summary>
    public double Magnitude(double x) => Sum(_powers, Math.Abs(x));

    /// <summary>Σ i|p_i||x|^(i−1).</summary>
    public double SlopeMagnitude(double x) => Sum(_slopes, Math.Abs(x));

    private static double Horner(double[] coefficients, double x)
    {
        int i = coefficients.Length - 1;
        if (i < 0)
            return 0;
        double value = coefficients[i];
        while (--i >= 0)
            value = Math.FusedMultiplyAdd(value, x, coefficients[i]);
        return value;
    }

    private static double Sum(double[] coefficients, double x)
    {
        double value = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            value = value * x + Math.Abs(coefficients[i]);
        return value;
    }
}
