using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Cell of <see cref="NamedLinkExperiment"/>.</summary>
/// <param name="Link">f.</param>
/// <param name="Angle">n of m = sin(πn/12), 0, 2, 3, 4 or 6: 0, ½, √½, √¾ and 1.</param>
/// <param name="Terms">J, the last Hermite coefficient, from 4 to 40.</param>
public sealed record NamedLinkCell(NamedLink Link, int Angle, int Terms);

/// <summary>A link's Hermite series and its correlation at one overlap, enclosed.</summary>
/// <param name="Exponent">The least j from 1 on with μ_j ≠ 0: those before are 0 in exact arithmetic, this one is
/// enclosed away from 0.</param>
/// <param name="OverlapLower">Lower end of m.</param>
/// <param name="OverlapUpper">Upper end of m.</param>
/// <param name="EnergiesLower">Lower ends of μ_j²/j!, j = 0, …, J.</param>
/// <param name="EnergiesUpper">Upper ends.</param>
/// <param name="CorrelationLower">Lower end of E f(a)f(b) from its closed form.</param>
/// <param name="CorrelationUpper">Upper end.</param>
/// <param name="SecondMomentLower">Lower end of E f².</param>
/// <param name="SecondMomentUpper">Upper end.</param>
public sealed record NamedLinkOutcome(
    int Exponent,
    double OverlapLower,
    double OverlapUpper,
    double[] EnergiesLower,
    double[] EnergiesUpper,
    double CorrelationLower,
    double CorrelationUpper,
    double SecondMomentLower,
    double SecondMomentUpper);

/// <summary>Hermite coefficients of named links, rational multiples of one root each (of tanh, integrals), and their
/// correlations E f(a)f(b) by formulas that no Hermite polynomial enters.</summary>
/// <remarks>
/// E|G|^(2r+1) = √(2/π)·2^r·r!, and E G^n e^(−G²) = 3^(−1/2)·3^(−n/2)(n − 1)!! for even n. Correlations with m = sin θ
/// and r = cos θ: (2/π)(r + mθ) for |x| and (2/π)θ for its sign (Grothendieck), (r + m(π/2 + θ))/2π for ReLU (Cho and
/// Saul 2009), 1 + 2m², 9m + 6m³, and (9 − 10m² + 4m⁴)/(9 − 4m²)^(5/2), the integral of a²b² under a Gaussian density
/// of another covariance. Of tanh, by <see cref="HyperbolicTangentMoments"/>.
/// </remarks>
public sealed class NamedLinkExperiment : Experiment<NamedLinkCell, NamedLinkOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/named-link";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override NamedLinkOutcome Run(NamedLinkCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Terms is < 4 or > 40)
            throw new ArgumentException("Coefficients up to the 4th to the 40th are computed.", nameof(cell));
        Interval[] energies = cell.Link == NamedLink.Tanh
            ? HyperbolicTangentMoments.Energies(cell.Terms)
            : [.. Enumerable.Range(0, cell.Terms + 1).Select(j => Energy(cell.Link, j, cancellation))];
        (Interval m, Interval r) = Overlap(cell.Angle);
        Interval correlation = Correlation(cell.Link, m, r, cell.Angle);
        Interval second = Correlation(cell.Link, 1, 0, 6);
        return new(
            Exponent(energies), m.Lower, m.Upper,
            [.. energies.Select(e => e.Lower)], [.. energies.Select(e => e.Upper)],
            correlation.Lower, correlation.Upper, second.Lower, second.Upper);
    }

    // A coefficient that vanishes is exactly 0, by rational arithmetic or by parity; of the first other one the
    // enclosure has to be positive.
    private static int Exponent(Interval[] energies)
    {
        int first = 1;
        while (first < energies.Length && energies[first] == default)
            first++;
        return first < energies.Length && energies[first].Lower > 0
            ? first
            : throw new InvalidOperationException("No coefficient is certain to differ from 0.");
    }

    private static Interval Energy(NamedLink link, int j, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (Rational rational, Interval unit) = SquaredCoefficient(link, j);
        return (new Rational(1, RationalPolynomial.Factorial(j)) * rational).Enclosure() * unit;
    }

    // μ_j² as a rational number and its unit.
    private static (Rational Rational, Interval Unit) SquaredCoefficient(NamedLink link, int j)
    {
        RationalPolynomial H = RationalPolynomial.Hermite(j);
        Rational μ = Rational.Zero, half = Rational.Zero;
        for (int i = 0; i <= j; i++)
        {
            μ += H[i] * link switch
            {
                NamedLink.Absolute or NamedLink.Relu => HalfMoment(i + 1),
                NamedLink.Sign => i % 2 == 0 ? Rational.Zero : HalfMoment(i),
                NamedLink.Square => RationalPolynomial.NormalMoment(i + 2),
                NamedLink.Cube => RationalPolynomial.NormalMoment(i + 3),
                _ => (i % 2 == 0 ? Rational.Power(new(1, 3), (i + 2) / 2) : Rational.Zero)
                    * RationalPolynomial.NormalMoment(i + 2),
            };
            half += H[i] * RationalPolynomial.NormalMoment(i + 1);
        }

        return link switch
        {
            // max(x, 0) = (x + |x|)/2: for each j one of the two has no coefficient.
            NamedLink.Relu when half.Sign != 0 => (half * half * new Rational(1, 4), 1),
            NamedLink.Relu => (μ * μ * new Rational(1, 4), 2 / IntervalFunctions.Pi),
            NamedLink.Absolute or NamedLink.Sign => (μ * μ, 2 / IntervalFunctions.Pi),
            NamedLink.Bump => (μ * μ * new Rational(1, 3), 1),
            _ => (μ * μ, 1),
        };
    }

    // E |G|^n for odd n in units of √(2/π), and 0 for even n, where an odd polynomial stands before it.
    private static Rational HalfMoment(int n)
    {
        if (n % 2 == 0)
            return Rational.Zero;
        int r = (n - 1) / 2;
        return (System.Numerics.BigInteger.One << r) * RationalPolynomial.Factorial(r);
    }

    private static Interval Correlation(NamedLink link, Interval m, Interval r, int angle)
    {
        Interval π = IntervalFunctions.Pi, square = Interval.Square(m);
        Interval θ = π * angle / 12;
        return link switch
        {
            NamedLink.Absolute => 2 * (r + m * θ) / π,
            NamedLink.Sign => 2 * θ / π,
            NamedLink.Relu => (r + m * (π / 2 + θ)) / (2 * π),
            NamedLink.Square => 1 + 2 * square,
            NamedLink.Cube => 9 * m + 6 * m * square,
            NamedLink.Tanh when angle == 6 => HyperbolicTangentMoments.SecondMoment(),
            NamedLink.Tanh => HyperbolicTangentMoments.Correlation(m, r),
            _ => (9 - 10 * square + 4 * Interval.Square(square))
                / (Interval.Square(9 - 4 * square) * Interval.Sqrt(9 - 4 * square)),
        };
    }

    private static (Interval Sine, Interval Cosine) Overlap(int angle) => angle switch
    {
        0 => (0, 1),
        2 => (0.5, Interval.Sqrt(0.75)),
        3 => (Interval.Sqrt(0.5), Interval.Sqrt(0.5)),
        4 => (Interval.Sqrt(0.75), 0.5),
        6 => (1, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(angle), angle, "Angles are 0, 2, 3, 4 and 6."),
    };
}
