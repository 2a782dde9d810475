using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.RandomSystems.Zeros;

// f(θ) = F(cos θ, sin θ) = ⟨g, e(θ)⟩ with the curve e_k = √binom(p, k) cos^(p−k) sin^k, whose covariance is ⟨e(θ),
// e(θ′)⟩ = cos^p(θ − θ′). So |e| = 1, |e′|² = p, |e″|² = (cos^p)⁗(0) = 3p² − 2p, and |f″| ≤ |g|√(3p² − 2p) all around.
// On an arc of half-width h about θ, |f| > |f′|h + Bh²/2 excludes zeros, and |f′| > Bh makes f monotone, so that the
// signs at its ends decide.
//
// Errors. A computed pair (c, s) has the direction of an angle within 3·2⁻⁵³ of θ, and is taken as the point itself:
// arcs are those between such directions, each of which is evaluated once, and half-widths are enlarged by more than
// that. Of a term g_k√binom(p, k)·L^(p−k)S^k the binomial coefficient has 2k roundings, its root halves them, L^p has p
// and the powers of S/L 2k; the pair's norm is 1 within 2·2⁻⁵³ and has the power p. With p + 1 additions that is less
// than (7p + 32)2⁻⁵³ of Σ|g_k e_k| ≤ |g|. The vectors with k and
// p − k in front have a norm of p at most, so that the derivative has 2p times that error.

/// <summary>Counts the zeros of a binary form on the circle, with proof.</summary>
public sealed class CircleZeros
{
    private const double Rounding = 1.1102230246251565e-16;

    // Bisections of an arc before it is given up: 2⁻³⁰ of the first arcs are narrower than rounding allows to decide.
    private const int MostBisections = 30;

    private readonly int _degree;
    private readonly double[] _weights;

    /// <summary>A counter for forms of a degree from 1 to 400.</summary>
    /// <param name="degree">p.</param>
    public CircleZeros(int degree)
    {
        if (degree is < 1 or > 400)
            throw new ArgumentOutOfRangeException(nameof(degree), degree, "Degrees are from 1 to 400.");
        _degree = degree;
        _weights = new double[degree + 1];
        double binomial = 1;
        for (int k = 0; k <= degree; k++)
        {
            _weights[k] = Math.Sqrt(binomial);
            binomial *= (double)(degree - k) / (k + 1);
        }
    }

    /// <summary>Divides coefficients by √binom(p, k): given to <see cref="OfHalfCircle"/>, they belong to the form
    /// whose coefficients they were.</summary>
    /// <param name="coefficients">p + 1 coefficients of x^(p−k)y^k.</param>
    public void Unweigh(Span<double> coefficients)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(coefficients.Length, _degree + 1, nameof(coefficients));
        for (int k = 0; k <= _degree; k++)
            coefficients[k] /= _weights[k];
    }

    /// <summary>Zeros on the half circle [0, π), one for each pair of antipodes.</summary>
    /// <param name="g">The p + 1 coefficients over √binom(p, k), of x^(p−k)y^k: standard normals for the Kostlan
    /// law.</param>
    /// <returns>The number, and whether it is proven; a lower bound where it is not.</returns>
    public (int Zeros, bool IsCertain) OfHalfCircle(ReadOnlySpan<double> g)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(g.Length, _degree + 1, nameof(g));
        double square = 0;
        foreach (double entry in g)
            square += entry * entry;
        double norm = Math.Sqrt(square) * (1 + 1e-13);
        double p = _degree;
        double curvature = norm * Math.Sqrt(3 * p * p - 2 * p) * (1 + 1e-13);
        double error = (7 * p + 32) * Rounding * norm;
        int arcs = 4 * (int)Math.Ceiling(Math.Sqrt(p));
        var search = new Search(this, g, curvature, error, 2 * p * error);
        // Round angles are no ends of arcs. The last arc ends at the antipode of the first point, where f has the same
        // value or, for odd p, the opposite one.
        const double start = 0.1234567;
        double first = Evaluate(g, start).Value, left = first, from = start;
        for (int arc = 1; arc <= arcs; arc++)
        {
            double to = start + Math.PI * arc / arcs;
            double right = arc < arcs ? Evaluate(g, to).Value : _degree % 2 == 0 ? first : -first;
            search.Visit(from, to, left, right, 0);
            (from, left) = (to, right);
        }

        return new(search.Zeros, search.IsCertain);
    }

    // f and f′ at an angle. With t the smaller of |tan θ| and |cot θ| nothing underflows that matters.
    private (double Value, double Slope) Evaluate(ReadOnlySpan<double> g, double angle)
    {
        (double s, double c) = ElementaryFunctions.SinCos(angle);
        bool swap = Math.Abs(s) > Math.Abs(c);
        (double large, double small) = swap ? (s, c) : (c, s);
        int p = _degree;
        double ratio = small / large, power = Powers.Integer(large, p), value = 0, slope = 0;
        // d/dθ large^(p−k)small^k = ±(k large^(p−k+1)small^(k−1) − (p − k)large^(p−k−1)small^(k+1)).
        double previous = 0;
        for (int k = 0; k <= p; k++)
        {
            double coefficient = g[swap ? p - k : k] * _weights[k];
            value += coefficient * power;
            slope += coefficient * (k * previous - (p - k) * power * ratio);
            previous = power;
            power *= ratio;
        }

        return (value, swap ? -slope : slope);
    }

    private ref struct Search(
        CircleZeros form, ReadOnlySpan<double> g, double curvature, double valueError, double slopeError)
    {
        private readonly ReadOnlySpan<double> _g = g;

        public int Zeros { get; private set; }

        public bool IsCertain { get; private set; } = true;

        public void Visit(double from, double to, double left, double right, int depth)
        {
            double middle = 0.5 * (from + to), half = 0.5 * (to - from) * (1 + 1e-9) + 4e-15;
            (double value, double slope) = form.Evaluate(_g, middle);
            double bend = curvature * half;
            if (Math.Abs(value) - valueError > (Math.Abs(slope) + slopeError + 0.5 * bend) * half)
                return;
            if (Math.Abs(slope) - slopeError > bend && Math.Abs(left) > valueError && Math.Abs(right) > valueError)
            {
                Zeros += left > 0 != right > 0 ? 1 : 0;
                return;
            }

            if (depth == MostBisections)
            {
                IsCertain = false;
                return;
            }

            Visit(from, middle, left, value, depth + 1);
            Visit(middle, to, value, right, depth + 1);
        }
    }
}
