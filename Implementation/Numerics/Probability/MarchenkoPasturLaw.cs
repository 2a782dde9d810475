using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

// Letters: y = d/m, r = √y; λ an eigenvalue of WᵀW (W m × d, entries of variance 1), x = (λ − m)/√(md) its normalized
// place.
//
// Marchenko and Pastur: x has density √((x − a)(b − x))/(2π(1 + r x)) on [a, b] = [r − 2, r + 2]. With x = r − 2cos φ,
//
//     F = ∫_0^φ 2 sin²ψ / (π(1 + r² − 2r cos ψ)) dψ = (1/π)(φ + r sin φ − (1 − r²) Σ_{k≥2} r^{k−2} sin(kφ)/k),
//
// by the Poisson kernel Σ r^{|k|} e^{ikψ} = (1 − r²)/(1 + r² − 2r cos ψ). For r = 0 this is the semicircle law, F = (φ
// − ½ sin 2φ)/π. To first order in r the two differ, at one x, by −(r/3π) sin 3φ: the semicircle is missed by
// √(d/m)/(3π).

/// <summary>
/// The law of Marchenko and Pastur (1967) for (λ − m)/√(md), λ an eigenvalue of WᵀW, in the limit d → ∞ with d/m fixed;
/// with d/m = 0 the semicircle law of Bai and Yin (Ann. Probab. 16, 1988) for m/d → ∞. Immutable.
/// </summary>
public sealed class MarchenkoPasturLaw
{
    private const double Pi = 3.141592653589793;

    private readonly double _root;
    private readonly int _terms;

    /// <summary>The law for one aspect ratio.</summary>
    /// <param name="ratio">d/m in [0, 0.9]; 0 for the semicircle law.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ratio"/> is out of range.</exception>
    public MarchenkoPasturLaw(double ratio)
    {
        if (!(ratio >= 0 && ratio <= 0.9))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio d/m has to lie between 0 and 0.9.");
        _root = Math.Sqrt(ratio);

        // What is left out is at most (1 − r²) Σ_{k>K} r^{k−2}/K = (1 + r) r^{K−1}/K, below 2⁻⁵⁵.
        double power = 1;
        for (_terms = 2; power * 2 / _terms > 2.7755575615628914e-17; _terms++)
            power *= _root;
    }

    /// <summary>The point x at an angle and the probability below it.</summary>
    /// <param name="angle">φ in [0, π]: x = √(d/m) − 2cos φ runs through the support.</param>
    /// <returns>x and F, each to within 10⁻¹⁵ times the number of terms, at most a few hundred.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="angle"/> is out of range.</exception>
    public (double Point, double Probability) At(double angle)
    {
        if (!(angle >= 0 && angle <= Pi))
            throw new ArgumentOutOfRangeException(nameof(angle), angle, "The angle has to lie between 0 and π.");
        (double sin, double cos) = ElementaryFunctions.SinCos(angle);
        double r = _root;
        double sum = 0;
        double power = 1;
        (double s, double c) = (sin, cos);
        for (int k = 2; k <= _terms; k++)
        {
            (s, c) = (s * cos + c * sin, c * cos - s * sin);
            sum += power * s / k;
            power *= r;
        }

        return (r - 2 * cos, Math.Clamp((angle + r * sin - (1 - r * r) * sum) / Pi, 0, 1));
    }

    /// <summary>Points of the support at equal steps of the angle, both edges included, with the probabilities below
    /// them.</summary>
    /// <remarks>The probability rises by at most 2/<paramref name="steps"/> from one point to the next, since sin²φ ≤
    /// |1 − r e^{iφ}|².</remarks>
    /// <param name="steps">Number of steps, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is less than 1.</exception>
    public (double[] Points, double[] Probabilities) Grid(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var points = new double[steps + 1];
        var probabilities = new double[steps + 1];
        for (int k = 0; k <= steps; k++)
            (points[k], probabilities[k]) = At(Pi * k / steps);
        return (points, probabilities);
    }

    /// <summary>The distribution function of the semicircle law on [−2, 2], a Beta(3/2, 3/2) law stretched.</summary>
    public static double Semicircle(double x) => IncompleteBeta.Regularized(Math.Clamp((x + 2) / 4, 0, 1), 1.5, 1.5);

    /// <summary>The largest difference between the distribution functions of this law and of the semicircle, over a
    /// grid of angles: √(d/m)/(3π) to first order.</summary>
    /// <param name="steps">Number of steps, at least 1; the largest difference is missed by at most (π/steps)² times a
    /// few tenths of √(d/m).</param>
    public double DistanceToSemicircle(int steps)
    {
        (double[] points, double[] probabilities) = Grid(steps);
        double distance = 0;
        for (int k = 0; k <= steps; k++)
            distance = Math.Max(distance, Math.Abs(probabilities[k] - Semicircle(points[k])));
        return distance;
    }
}
