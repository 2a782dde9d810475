using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.EluNetworks;

// J_c = E[e^(cg); g < 0] = e^(c²/2)Φ(−c) = ½e^(c²/2) − φ(0)Σ_{k≥0} c^(2k+1)/(2k + 1)!!. By parts, √k!·c_k = E σ^(k)(g)
// with derivatives of distributions: σ′ = 1 for x ≥ 0 and e^x below, σ″ = e^x below 0, and each further one is the last
// less δ and its derivatives, E δ^(i)(g) = φ(0)He_i(0):
//     c_0 = φ(0) + J_1 − ½,  c_1 = ½ + J_1,  √k!·c_k = J_1 − φ(0)Σ_{i≤k−3} He_i(0),  He_{2j}(0) = (−1)^j(2j − 1)!!.
// The moments E σ(g)² = 1 + J_2 − 2J_1 and E σ(g)σ(−g) = −2J_1 need no expansion.

/// <summary>The expansion of the exponential linear unit in normalized Hermite polynomials, σ = Σ_k c_k He_k/√k!, and
/// the covariance that goes with it.</summary>
/// <remarks>For unit vectors w, w′ with ⟨w, w′⟩ = q, E σ(⟨w, z⟩)σ(⟨w′, z⟩) = Σ_k c_k² q^k (Mehler).</remarks>
public static class EluExpansion
{
    /// <summary>The largest degree for which coefficients are computed.</summary>
    public const int LargestDegree = 64;

    /// <summary>The constant of <see cref="Rest"/>.</summary>
    public const double RestConstant = 0.035;

    // (2k + 1)!! exceeds 2^(2k + 1)·2^60 long before.
    private const int SeriesTerms = 40;

    /// <summary>φ(0) = 1/√(2π).</summary>
    private static Interval Density { get; } = 1 / Interval.Sqrt(2 * IntervalFunctions.Pi);

    private static Interval First { get; } = HalfLine(1);

    private static Interval Second { get; } = HalfLine(2);

    /// <summary>Encloses c_k.</summary>
    /// <param name="k">From 0 to <see cref="LargestDegree"/>.</param>
    /// <param name="hasJumps">Whether σ‴ has the −δ at 0 that the jump of σ″ gives it; false is wrong.</param>
    public static Interval Coefficient(int k, bool hasJumps = true)
    {
        if (k is < 0 or > LargestDegree)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"The degree lies between 0 and {LargestDegree}.");
        if (k == 0)
            return Density + First - Interval.Of(1) / 2;
        if (k == 1)
            return First + Interval.Of(1) / 2;
        Interval jumps = 0, hermite = 1, factorial = 1;
        for (int i = 0; i <= k - 3; i += 2)
        {
            jumps += hermite;
            hermite *= -(i + 1.0);
        }

        for (int i = 2; i <= k; i++)
            factorial *= i;
        return (First - (hasJumps ? Density * jumps : 0)) / Interval.Sqrt(factorial);
    }

    /// <summary>Encloses E σ(g)².</summary>
    public static Interval SecondMoment => 1 + Second - 2 * First;

    /// <summary>Encloses Var σ(g) = Σ_{k≥1} c_k².</summary>
    public static Interval Variance => SecondMoment - Interval.Square(Coefficient(0));

    /// <summary>Encloses E σ(g)σ(−g) = Σ_k (−1)^k c_k².</summary>
    public static Interval Antipode => -2 * First;

    /// <summary>Encloses Σ_{k=from}^{to} c_k² q^k.</summary>
    /// <param name="q">Within [−1, 1].</param>
    /// <param name="from">From 0.</param>
    /// <param name="to">Up to <see cref="LargestDegree"/>.</param>
    /// <param name="hasJumps">As in <see cref="Coefficient"/>.</param>
    public static Interval Sum(Interval q, int from, int to, bool hasJumps = true)
    {
        Interval sum = 0;
        for (int k = to; k >= from; k--)
            sum += Interval.Square(Coefficient(k, hasJumps)) * Interval.Power(q, k);
        return sum;
    }

    /// <summary>0.035·K^(−5/2), above Σ_{k>K} c_k² for K ≥ 2.</summary>
    /// <remarks>For odd k, c_k² is about φ(0)²He_{k−3}(0)²/k! and He_{2j}(0)² = ((2j − 1)!!)² about (2j)!√(1/(πj)):
    /// c_k² ≈ (1/2π)√(2/π)·k^(−7/2), for even k it is of a higher order, and the rest is about 0.0254·K^(−5/2). The
    /// claim on the covariance examines the constant at several K up to <see cref="LargestDegree"/>.</remarks>
    /// <param name="degree">K, from 2.</param>
    public static double Rest(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        return RestConstant / (degree * (double)degree * Math.Sqrt(degree));
    }

    /// <summary>ξ(q) = 1 + a²Σ_{1≤k≤degree} c_k² q^k, to rounding: the covariance of y − f(z; W) at weights with unit
    /// rows whose overlaps with the other weights' rows are q for the same neuron and 0 for others, where the signs
    /// sum to 0.</summary>
    /// <param name="amplitude">a.</param>
    /// <param name="degree">Where the sum ends; what is left out is below a² times <see cref="Rest"/>.</param>
    /// <param name="firstDegree">Where it begins: 1, or 2 without the linear term.</param>
    /// <param name="constant">ξ_0 = E y² = 1.</param>
    public static Mixture Matched(double amplitude, int degree = 30, int firstDegree = 1, double constant = 1)
    {
        var coefficients = new double[degree + 1];
        coefficients[0] = constant;
        for (int k = firstDegree; k <= degree; k++)
            coefficients[k] = amplitude * amplitude * Interval.Square(Coefficient(k)).Midpoint;
        return new(coefficients);
    }

    // Terms beyond the last add up to less than twice the next, as c² ≤ 4 is below (2k + 3)/2 there.
    private static Interval HalfLine(int c)
    {
        Interval sum = 0, term = c;
        for (int k = 0; k < SeriesTerms; k++)
        {
            sum += term;
            term = term * (c * c) / (2.0 * k + 3);
        }

        return IntervalFunctions.Exp(Interval.Of(c * c) / 2) / 2 - Density * (sum + Interval.Hull(0, 2 * term));
    }
}
