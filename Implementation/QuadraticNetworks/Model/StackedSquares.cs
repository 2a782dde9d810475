namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>A deep network whose only nonlinearity is x ↦ x²: it computes a Chebyshev series Σ a_k T_k(x), |x| ≤ 1,
/// layer by layer.</summary>
/// <remarks>
/// <para>Two units make a product, xy = ((x + y)² − (x − y)²)/4, and T_2a = 2T_a² − 1, T_2a+1 = 2T_aT_(a+1) − x: a
/// layer doubles the degree, so that degree n takes ⌈log2 n⌉ layers of at most 2n units each. Linear connections carry
/// x and the T_k already there to the next layer.</para>
/// <para>Source: R. Livni, S. Shalev-Shwartz, O. Shamir, arXiv:1410.1141. Errors: each T_k is off by at most 8k²·2⁻⁵³
/// on [−1, 1], as a layer doubles an error twice over at most and adds eight roundings.</para>
/// </remarks>
public sealed class StackedSquares
{
    private readonly double[] _coefficients;
    private readonly double _quarter;

    /// <summary>The stack for a series.</summary>
    /// <param name="coefficients">a_0, …, a_n, n ≥ 1, finite.</param>
    /// <param name="quarter">The factor of the product formula; ¼ is right.</param>
    /// <exception cref="ArgumentException">There are fewer than two coefficients.</exception>
    public StackedSquares(ReadOnlySpan<double> coefficients, double quarter = 0.25)
    {
        if (coefficients.Length < 2)
            throw new ArgumentException(
                "A series of degree 1 or more has at least two coefficients.", nameof(coefficients));
        _coefficients = coefficients.ToArray();
        _quarter = quarter;
    }

    /// <summary>n.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>Number of layers of quadratic units, ⌈log2 n⌉.</summary>
    public int Depth
    {
        get
        {
            int depth = 0;
            while (1 << depth < Degree)
                depth++;
            return depth;
        }
    }

    /// <summary>The output for an input in [−1, 1].</summary>
    public double Evaluate(double x)
    {
        var T = new double[Degree + 1];
        T[0] = 1;
        T[1] = x;
        int reached = 1;
        for (int layer = 0; layer < Depth; layer++)
        {
            int next = Math.Min(Degree, 2 * reached);
            for (int k = reached + 1; k <= next; k++)
                T[k] = 2 * Product(T[k / 2], T[k - k / 2]) - T[k % 2];
            reached = next;
        }

        double sum = 0;
        for (int k = Degree; k >= 0; k--)
            sum += _coefficients[k] * T[k];
        return sum;
    }

    private double Product(double x, double y) => _quarter * (Square(x + y) - Square(x - y));

    // The activation.
    private static double Square(double x) => x * x;
}
