using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Model;

// Σ √ξ_k Σ G_{i1…ik} x_{i1}⋯x_{ik}: the tensor entries of one monomial add up to a normal of variance
// ξ_k·k!/(e_1!⋯e_d!).

/// <summary>n independent Gaussian polynomials of d variables with covariance ξ(⟨x, y⟩), by the coefficients of their
/// monomials; they live on all of R^d.</summary>
/// <remarks>Source: the talk, "Gaussian model". Evaluation costs n times the sum of the degrees of the
/// monomials.</remarks>
public sealed partial class GaussianSystem
{
    private const int MostCoefficients = 20_000_000;

    // Each monomial as its variables in ascending order, with repetition.
    private readonly int[][] _monomials;
    private readonly double[][] _coefficients;

    private GaussianSystem(int dimension, int[][] monomials, double[][] coefficients)
    {
        (Dimension, _monomials, _coefficients) = (dimension, monomials, coefficients);
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>n.</summary>
    public int Equations => _coefficients.Length;

    /// <summary>Draws a system.</summary>
    /// <param name="stream">The stream: equation by equation, degrees ascending, monomials in lexicographic
    /// order.</param>
    /// <param name="mixture">ξ.</param>
    /// <param name="dimension">d, from 1.</param>
    /// <param name="equations">n, from 1.</param>
    /// <exception cref="ArgumentException">There would be more than 20 million coefficients.</exception>
    public static GaussianSystem Draw(RandomStream stream, Mixture mixture, int dimension, int equations)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(equations, 1);
        int[] degrees = [.. Enumerable.Range(0, mixture.Degree + 1).Where(k => mixture.Coefficients[k] > 0)];
        if (degrees.Sum(k => Count(dimension, k)) * equations > MostCoefficients)
            throw new ArgumentException(
                $"A system of degree {mixture.Degree} in {dimension} variables has too many coefficients.",
                nameof(dimension));
        int[][] monomials = [.. degrees.SelectMany(k => Monomials(dimension, k))];
        double[] scales = [.. monomials.Select(m => Math.Sqrt(mixture.Coefficients[m.Length] * Multinomial(m)))];
        var coefficients = new double[equations][];
        for (int i = 0; i < equations; i++)
        {
            double[] normals = stream.Normals(monomials.Length);
            coefficients[i] = [.. normals.Zip(scales, (normal, scale) => normal * scale)];
        }

        return new(dimension, monomials, coefficients);
    }

    /// <summary>F(x), of length n.</summary>
    /// <param name="x">A point, of length d.</param>
    public double[] Value(ReadOnlySpan<double> x)
    {
        Lanes.ThrowIfLengthsDiffer(Dimension, x.Length, nameof(x));
        var F = new double[Equations];
        for (int m = 0; m < _monomials.Length; m++)
        {
            double product = 1;
            foreach (int variable in _monomials[m])
                product *= x[variable];
            for (int i = 0; i < F.Length; i++)
                F[i] += _coefficients[i][m] * product;
        }

        return F;
    }

    /// <summary>DF(x), n × d.</summary>
    /// <param name="x">A point, of length d.</param>
    public Matrix Derivative(ReadOnlySpan<double> x)
    {
        Lanes.ThrowIfLengthsDiffer(Dimension, x.Length, nameof(x));
        var D = new Matrix(Equations, Dimension);
        for (int m = 0; m < _monomials.Length; m++)
        {
            int[] monomial = _monomials[m];
            for (int slot = 0; slot < monomial.Length; slot++)
            {
                double product = 1;
                for (int other = 0; other < monomial.Length; other++)
                {
                    if (other != slot)
                        product *= x[monomial[other]];
                }

                for (int i = 0; i < Equations; i++)
                    D[i, monomial[slot]] += _coefficients[i][m] * product;
            }
        }

        return D;
    }

    /// <summary>Encloses F over a box, of length n.</summary>
    /// <param name="x">d intervals.</param>
    public Interval[] Value(IReadOnlyList<Interval> x) => Sum(x, monomial => Product(x, monomial, -1));

    /// <summary>Encloses DF over a box; entry (i, j) at i·d + j.</summary>
    /// <param name="x">d intervals.</param>
    public Interval[] Derivative(IReadOnlyList<Interval> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var D = new Interval[Equations * Dimension];
        for (int m = 0; m < _monomials.Length; m++)
        {
            int[] monomial = _monomials[m];
            for (int slot = 0; slot < monomial.Length; slot++)
            {
                Interval product = Product(x, monomial, slot);
                for (int i = 0; i < Equations; i++)
                    D[i * Dimension + monomial[slot]] += _coefficients[i][m] * product;
            }
        }

        return D;
    }

    /// <summary>Encloses F(x/‖x‖)‖x‖^p over a box, p the degree: it vanishes where F does at the point of the sphere
    /// below x. Of length n.</summary>
    /// <param name="x">d intervals.</param>
    public Interval[] OnRays(IReadOnlyList<Interval> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int degree = _monomials[^1].Length;
        Interval length = Interval.Sqrt(x.Select(Interval.Square).Aggregate((a, b) => a + b));
        Interval[] powers = [.. Enumerable.Range(0, degree + 1).Select(k => Interval.Power(length, k))];
        return Sum(x, monomial => powers[degree - monomial.Length] * Product(x, monomial, -1));
    }

    /// <summary>Encloses the Taylor coefficients R_0, R_1, R_2 of the risk ½‖F‖² along the curve x + vt +
    /// wt².</summary>
    /// <param name="x">The point, of length d.</param>
    /// <param name="v">The velocity, of length d.</param>
    /// <param name="w">Half the acceleration, of length d.</param>
    public Interval[] RiskAlong(IReadOnlyList<Interval> x, IReadOnlyList<Interval> v, IReadOnlyList<Interval> w)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(v);
        ArgumentNullException.ThrowIfNull(w);
        var F = new Interval[Equations, 3];
        for (int m = 0; m < _monomials.Length; m++)
        {
            (Interval a, Interval b, Interval c) = (1, 0, 0);
            foreach (int j in _monomials[m])
                (a, b, c) = (a * x[j], a * v[j] + b * x[j], a * w[j] + b * v[j] + c * x[j]);
            for (int i = 0; i < Equations; i++)
            {
                F[i, 0] += _coefficients[i][m] * a;
                F[i, 1] += _coefficients[i][m] * b;
                F[i, 2] += _coefficients[i][m] * c;
            }
        }

        var R = new Interval[3];
        for (int i = 0; i < Equations; i++)
        {
            R[0] += Interval.Square(F[i, 0]) / 2;
            R[1] += F[i, 0] * F[i, 1];
            R[2] += F[i, 0] * F[i, 2] + Interval.Square(F[i, 1]) / 2;
        }

        return R;
    }

    private Interval[] Sum(IReadOnlyList<Interval> x, Func<int[], Interval> term)
    {
        ArgumentNullException.ThrowIfNull(x);
        var F = new Interval[Equations];
        for (int m = 0; m < _monomials.Length; m++)
        {
            Interval value = term(_monomials[m]);
            for (int i = 0; i < F.Length; i++)
                F[i] += _coefficients[i][m] * value;
        }

        return F;
    }

    // Squares of a variable count once, as in x², which is never negative.
    private static Interval Product(IReadOnlyList<Interval> x, int[] monomial, int without)
    {
        Interval product = 1;
        int slot = 0;
        while (slot < monomial.Length)
        {
            int variable = monomial[slot], power = 0;
            for (; slot < monomial.Length && monomial[slot] == variable; slot++)
                power += slot == without ? 0 : 1;
            product *= power == 1 ? x[variable] : Interval.Power(x[variable], power);
        }

        return product;
    }

    private static IEnumerable<int[]> Monomials(int dimension, int degree)
    {
        var current = new int[degree];
        while (true)
        {
            yield return [.. current];
            int slot = degree - 1;
            while (slot >= 0 && current[slot] == dimension - 1)
                slot--;
            if (slot < 0)
                yield break;
            int next = current[slot] + 1;
            for (; slot < degree; slot++)
                current[slot] = next;
        }
    }

    // k!/(e_1!⋯e_d!): the position within the monomial over the position within the run of equal variables.
    internal static double Multinomial(ReadOnlySpan<int> monomial)
    {
        double value = 1;
        int run = 0;
        for (int slot = 0; slot < monomial.Length; slot++)
        {
            run = slot > 0 && monomial[slot] == monomial[slot - 1] ? run + 1 : 1;
            value = value * (slot + 1) / run;
        }

        return value;
    }

    // binom(d + k − 1, k), at most until it is too large.
    internal static double Count(int dimension, int degree)
    {
        double count = 1;
        for (int j = 1; j <= degree; j++)
            count = count * (dimension + j - 1) / j;
        return count;
    }
}
