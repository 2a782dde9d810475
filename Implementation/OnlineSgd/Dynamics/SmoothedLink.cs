using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// The student f(⟨w, x⟩), f = H_k/√k!, averaged over (w + λz)/√(1 + λ²), z uniform on the unit vectors beside w. With b
// = ⟨w, x⟩, r² = ‖x‖² − b², s = 1/√(1 + λ²) and H_k(p + q) = Σ_j binom(k, j) H_{k−j}(p)q^j,
//
//     σ(b, r) = Σ_{j even} binom(k, j) H_{k−j}(sb)(λsr)^j M_j/√k!,
//     M_j = E z₁^j = (j − 1)!!/((d − 1)(d + 1)…(d + j − 3)),
//
// whose slope along the sphere is ∂_b − (b/r)∂_r. Averaged over x the correlation with the teacher is
//
//     S(m) = s^k Σ_{j even} binom(k, j) m^(k−j) λ^j(1 − m²)^(j/2) M_j.

/// <summary>A Hermite link of the student, averaged over directions around its weights. Immutable.</summary>
/// <remarks>Source: A. Damian, E. Nichani, R. Ge, J. D. Lee, arXiv:2305.10633, section 3; the closed forms are derived
/// here.</remarks>
public sealed class SmoothedLink
{
    // Of b^i r^(2p) in the slope along the sphere, as rows i of p.
    private readonly double[][] _slope;
    private readonly double[][] _value;

    /// <summary>H_k/√k! averaged with radius λ in dimension d.</summary>
    /// <param name="degree">k, from 1 to 6.</param>
    /// <param name="dimension">d ≥ 3.</param>
    /// <param name="radius">λ ≥ 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public SmoothedLink(int degree, int dimension, double radius)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 6);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 3);
        if (!(radius >= 0 && double.IsFinite(radius)))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is finite and not negative.");
        (Degree, Dimension, Radius) = (degree, dimension, radius);
        double s = 1 / Math.Sqrt(1 + radius * radius);
        _value = Table(degree);
        _slope = Table(degree);
        double norm = Math.Sqrt((double)RationalPolynomial.Factorial(degree));
        for (int j = 0; j <= degree; j += 2)
        {
            double weight = Weight(j) * Powers.Integer(s, j) / norm;
            double[] H = RationalPolynomial.Hermite(degree - j).Exactly();
            for (int i = 0; i < H.Length; i++)
            {
                double term = weight * H[i] * Powers.Integer(s, i);
                _value[i][j / 2] += term;
                if (i > 0)
                    _slope[i - 1][j / 2] += i * term;
                if (j > 0)
                    _slope[i + 1][j / 2 - 1] -= j * term;
            }
        }
    }

    /// <summary>k.</summary>
    public int Degree { get; }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>λ.</summary>
    public double Radius { get; }

    /// <summary>σ(b, r).</summary>
    /// <param name="b">⟨w, x⟩.</param>
    /// <param name="squaredRest">r² = ‖x‖² − b².</param>
    public double Value(double b, double squaredRest) => Horner(_value, b, squaredRest);

    /// <summary>The slope of σ along the sphere: −∇_S of −yσ is y·slope·(x − bw).</summary>
    /// <param name="b">⟨w, x⟩.</param>
    /// <param name="squaredRest">r² = ‖x‖² − b².</param>
    public double Slope(double b, double squaredRest) => Horner(_slope, b, squaredRest);

    /// <summary>S(m), the mean of the teacher times the smoothed student; the population loss is −S.</summary>
    public double Correlation(double m) => Sum(
        (j, weight) => weight * Powers.Integer(m, Degree - j) * Powers.Integer((1 - m) * (1 + m), j / 2));

    /// <summary>S′(m)(1 − m²), the drift of the overlap per unit of step.</summary>
    public double Drift(double m)
    {
        double rest = (1 - m) * (1 + m);
        return Sum((j, weight) => weight * (
            (j < Degree ? (Degree - j) * Powers.Integer(m, Degree - j - 1) * Powers.Integer(rest, j / 2 + 1) : 0)
            - (j > 0 ? j * Powers.Integer(m, Degree - j + 1) * Powers.Integer(rest, j / 2) : 0)));
    }

    /// <summary>E[slope²·r²] over b and r, by which the projection draws the overlap to 0 near the equator: E m falls
    /// by ½η²m times this a step.</summary>
    /// <remarks>r² is a chi-square number of d − 1 degrees, E r^(2p) = (d − 1)(d + 1)…(d + 2p − 3). Of the label only
    /// E y² = 1 is used, which is right up to terms of order 1/d at m = 0.</remarks>
    public double Shrinkage()
    {
        double sum = 0;
        for (int i = 0; i < _slope.Length; i++)
        {
            for (int other = i % 2; other < _slope.Length; other += 2)
            {
                double moment = (double)RationalPolynomial.NormalMoment(i + other);
                for (int p = 0; p < _slope[i].Length; p++)
                {
                    for (int q = 0; q < _slope[other].Length; q++)
                        sum += _slope[i][p] * _slope[other][q] * moment * RestMoment(p + q + 1);
                }
            }
        }

        return sum;
    }

    private double RestMoment(int power)
    {
        double moment = 1;
        for (int i = 0; i < power; i++)
            moment *= Dimension - 1 + 2 * i;
        return moment;
    }

    private double Sum(Func<int, double, double> term)
    {
        double sum = 0;
        for (int j = 0; j <= Degree; j += 2)
            sum += term(j, Weight(j));
        return sum * Powers.Integer(1 / Math.Sqrt(1 + Radius * Radius), Degree);
    }

    // binom(k, j)λ^j M_j.
    private double Weight(int j)
    {
        double weight = 1;
        for (int i = 0; i < j; i++)
            weight *= (double)(Degree - i) / (i + 1) * Radius;
        for (int i = 0; 2 * i < j; i++)
            weight *= (2.0 * i + 1) / (Dimension - 1 + 2 * i);
        return weight;
    }

    private static double[][] Table(int degree) =>
        [.. Enumerable.Range(0, degree + 2).Select(_ => new double[degree / 2 + 1])];

    private static double Horner(double[][] table, double b, double squaredRest)
    {
        double value = 0;
        for (int i = table.Length - 1; i >= 0; i--)
        {
            double row = 0;
            for (int p = table[i].Length - 1; p >= 0; p--)
                row = Math.FusedMultiplyAdd(row, squaredRest, table[i][p]);
            value = Math.FusedMultiplyAdd(value, b, row);
        }

        return value;
    }
}
