using System.Collections.Concurrent;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Quadrature;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// With m = sin θ, r = cos θ, a = mb + rc and G the force of a sample, the chain m⁺ = (m + ηGcr)/√(1 + η²G²(c² + Q)) has
// to second order in η
//
//     E[m⁺ − m] = η·r·E[Gc] − ½η²·d·m·E[G²],    Var m⁺ = η²r²E[G²c²],
//
// and for the squared and the correlation loss E[Gc] = r·C′(m), C(m) = E f(a)f(b) = Σ_j c_j² m^j, since f(b)f′(b)c has
// mean 0. The deterministic time is T = ∫dm/F with F the mean of a step; to first order in the noise it varies by
// ∫Var/F³ dm.

/// <summary>The mean dynamics of the overlap under projected online SGD, for any link and loss.</summary>
/// <remarks>
/// C′ of a finite Hermite series is exact; other expectations are midpoint sums over (b, c) of step h = 1/8: an
/// estimate, off by about h² of their size where the integrand has kinks, by some percent where it jumps, and by
/// rounding where it is smooth. They are computed at 33 angles and interpolated. What it gives never changes.
/// </remarks>
public sealed class MeanDynamics
{
    private const double Step = 0.125;

    private const int Angles = 33;

    // In log m, 512 of them: the midpoint rule is off by its second derivative over 24·512².
    private const int Pieces = 512;

    private static readonly ConcurrentDictionary<(SingleIndexLink, SampleLoss), MeanDynamics> Known = new();

    // Judging asks for the same few times again and again.
    private readonly ConcurrentDictionary<(int, double, double, double), (double, double)> _predicted = new();

    private readonly SingleIndexLink _link;
    private readonly bool _isExact;
    private readonly double[] _angles = new double[Angles];
    private readonly double[] _push = new double[Angles];
    private readonly double[] _square = new double[Angles];
    private readonly double[] _spread = new double[Angles];

    private MeanDynamics(SingleIndexLink link, SampleLoss loss)
    {
        _link = link;
        _isExact = link.Series is not null && loss != SampleLoss.Absolute;
        // The squared force of a link of degree n has degree 4n; its mean comes from |b| up to about √(8n).
        double reach = 8.5 + (link.Series?.Degree ?? 1) / 3.0;
        // In two different steps: jumps along diagonals do not fall in with the grid.
        NormalTrapezoid rule = new(Step / 2, reach), other = new(0.618 * Step / 2, reach);
        for (int i = 0; i < Angles; i++)
        {
            _angles[i] = Math.PI / 4 * (1 - ElementaryFunctions.SinCos(Math.PI * i / (Angles - 1)).Cos);
            (_push[i], _square[i], _spread[i]) = Moments(link, loss, rule, other, _angles[i]);
        }
    }

    /// <summary>That of a link and a loss, computed once.</summary>
    public static MeanDynamics Of(SingleIndexLink link, SampleLoss loss)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Known.GetOrAdd((link, loss), static key => new(key.Item1, key.Item2));
    }

    /// <summary>r·E[Gc], the gain of the overlap per unit of step.</summary>
    /// <param name="m">Within [0, 1).</param>
    public double Drift(double m)
    {
        double root = Math.Sqrt((1 - m) * (1 + m));
        if (!_isExact)
            return root * Interpolated(_push, m);
        double sum = 0;
        IReadOnlyList<double> c = _link.Series!.Coefficients;
        for (int j = c.Count - 1; j >= 1; j--)
            sum = sum * m + j * c[j] * c[j];
        return sum * root * root;
    }

    /// <summary>E[G²].</summary>
    /// <param name="m">Within [0, 1).</param>
    public double SquaredForce(double m) => Interpolated(_square, m);

    /// <summary>r²E[G²c²], the variance of the gain per squared unit of step.</summary>
    /// <param name="m">Within [0, 1).</param>
    public double Variance(double m) => (1 - m) * (1 + m) * Interpolated(_spread, m);

    /// <summary>Steps from one overlap to a larger one, and how much the logarithm of their number varies.</summary>
    /// <param name="d">Dimension, at least 1.</param>
    /// <param name="step">η, positive.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (m₀, 1).</param>
    /// <returns>T, and the standard deviation of log T to first order; both infinite where the mean dynamics does not
    /// grow on the way.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The overlaps are not ordered within (0, 1), or step or dimension
    /// is out of range.</exception>
    public (double Steps, double Scatter) Predict(int d, double step, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        if (!(step > 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "A step is positive.");
        if (!(from > 0 && from < to && to < 1))
            throw new ArgumentOutOfRangeException(nameof(to), to, "Needed is 0 < from < to < 1.");
        return _predicted.GetOrAdd((d, step, from, to), static (key, self) => self.Integrate(key), this);
    }

    private (double Steps, double Scatter) Integrate((int Dimension, double Step, double From, double To) path)
    {
        (int d, double step, double from, double to) = path;
        double length = ElementaryFunctions.Log(to / from) / Pieces;
        double time = 0, variance = 0;
        for (int i = 0; i < Pieces; i++)
        {
            double m = from * ElementaryFunctions.Exp((i + 0.5) * length);
            double mean = step * (Drift(m) - 0.5 * step * d * m * SquaredForce(m));
            if (!(mean > 0))
                return (double.PositiveInfinity, double.PositiveInfinity);
            time += m * length / mean;
            variance += m * length * step * step * Variance(m) / (mean * mean * mean);
        }

        return (time, Math.Sqrt(variance) / time);
    }

    // Barycentric, on the extremal points of the Chebyshev polynomial.
    private double Interpolated(double[] values, double m)
    {
        double θ = Angle(m);
        double above = 0, below = 0;
        for (int i = 0; i < Angles; i++)
        {
            double distance = θ - _angles[i];
            if (distance == 0)
                return values[i];
            double weight = (i % 2 == 0 ? 1 : -1) * (i is 0 or Angles - 1 ? 0.5 : 1) / distance;
            above += weight * values[i];
            below += weight;
        }

        return above / below;
    }

    // Newton's iteration for sin θ = m from θ = m rises to the root, as the sine is concave.
    private static double Angle(double m)
    {
        double θ = m;
        while (true)
        {
            (double sine, double cosine) = ElementaryFunctions.SinCos(θ);
            double next = θ + (m - sine) / cosine;
            if (!(next > θ))
                return θ;
            θ = next;
        }
    }

    // Nodes are the odd multiples of half a step: no kink at b = 0 or c = 0 falls on one.
    private static (double Push, double Square, double Spread) Moments(
        SingleIndexLink link, SampleLoss loss, NormalTrapezoid ofB, NormalTrapezoid ofC, double angle)
    {
        (double m, double r) = ElementaryFunctions.SinCos(angle);
        double push = 0, square = 0, spread = 0;
        for (int i = First(ofB); i < ofB.Nodes.Length; i += 2)
        {
            double b = ofB.Nodes[i];
            for (int j = First(ofC); j < ofC.Nodes.Length; j += 2)
            {
                double c = ofC.Nodes[j];
                double weight = 4 * ofB.Weights[i] * ofC.Weights[j];
                double force = OverlapStep.Force(link, loss, m * b + r * c, b);
                push += weight * force * c;
                square += weight * force * force;
                spread += weight * force * force * c * c;
            }
        }

        return (push, square, spread);
    }

    private static int First(NormalTrapezoid rule) => (rule.Nodes.Length / 2 + 1) % 2;
}
