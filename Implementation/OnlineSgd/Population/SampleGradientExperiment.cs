using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Cell of <see cref="SampleGradientExperiment"/>.</summary>
/// <param name="Degree">k of f = H_k/√k!, from 1 to 8.</param>
/// <param name="Overlap">m, within [−1, 1].</param>
public sealed record SampleGradientCell(int Degree, double Overlap);

/// <summary>Moments of the gradient of one sample along the signal.</summary>
/// <remarks>a = ⟨w*, x⟩, b = ⟨w, x⟩; every number is next to the exact one.</remarks>
/// <param name="Drift">E[(f(a) − f(b))f′(b)(a − mb)], the mean of g = −⟨w*, ∇_Sℓ⟩.</param>
/// <param name="DriftWithoutSlope">E[(f(a) − f(b))(a − mb)].</param>
/// <param name="SecondMoment">E g².</param>
/// <param name="ForceSecondMoment">V = E G², G = (f(a) − f(b))f′(b).</param>
/// <param name="Error">Relative error of each number.</param>
public sealed record SampleGradientOutcome(
    double Drift, double DriftWithoutSlope, double SecondMoment, double ForceSecondMoment, double Error);

/// <summary>Moments of sample gradients for f = H_k/√k!, in rational arithmetic.</summary>
/// <remarks>Products of polynomials in a and in b are expanded; nothing of the calculus of Hermite polynomials enters
/// but their coefficients.</remarks>
public sealed class SampleGradientExperiment : Experiment<SampleGradientCell, SampleGradientOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/sample-gradient";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SampleGradientOutcome Run(
        SampleGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int k = cell.Degree;
        if (k is < 1 or > 8)
            throw new ArgumentException("The degree lies between 1 and 8.", nameof(cell));
        RationalPolynomial H = RationalPolynomial.Hermite(k);
        RationalPolynomial slope = H.Derivative();
        RationalPolynomial one = RationalPolynomial.Monomial(0);
        var pair = new GaussianPair(Rational.Of(cell.Overlap));
        Rational scale = new(1, RationalPolynomial.Factorial(k));
        Rational squared = scale * scale;
        return new(
            (scale * Along(pair, [(H, slope), (-1 * one, H * slope)], 1)).Rounded().Value,
            // One factor √k! short of a rational number: that is 0 for k ≥ 2, and 1 − m² for k = 1, where √k! is 1.
            (scale * Along(pair, [(H, one), (-1 * one, H)], 1)).Rounded().Value,
            SecondMoment(k, pair.Correlation).Rounded().Value,
            (squared * Along(pair, Squared(H, slope), 0)).Rounded().Value,
            2 * DoublePrecision.UnitRoundoff);
    }

    /// <summary>E g², exactly.</summary>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="m">Overlap, within [−1, 1].</param>
    internal static Rational SecondMoment(int k, Rational m)
    {
        RationalPolynomial H = RationalPolynomial.Hermite(k);
        Rational scale = new(1, RationalPolynomial.Factorial(k));
        return scale * scale * Along(new GaussianPair(m), Squared(H, H.Derivative()), 2);
    }

    // (H(a) − H(b))²·slope(b)² as a sum of products of a polynomial in a and one in b.
    private static (RationalPolynomial OfA, RationalPolynomial OfB)[] Squared(
        RationalPolynomial H, RationalPolynomial slope)
    {
        RationalPolynomial weight = slope * slope;
        return [(H * H, weight), (-2 * H, H * weight), (RationalPolynomial.Monomial(0), H * H * weight)];
    }

    // E Σ p(a)q(b)·(a − mb)^n.
    private static Rational Along(
        GaussianPair pair, (RationalPolynomial OfA, RationalPolynomial OfB)[] terms, int n)
    {
        RationalPolynomial x = RationalPolynomial.Monomial(1);
        Rational mean = Rational.Zero;
        foreach ((RationalPolynomial p, RationalPolynomial q) in terms)
        {
            Rational binomial = Rational.One;
            for (int i = 0; i <= n; i++)
            {
                RationalPolynomial left = p, right = Rational.Power(-pair.Correlation, i) * q;
                for (int l = 0; l < n - i; l++)
                    left *= x;
                for (int l = 0; l < i; l++)
                    right *= x;
                mean += binomial * pair.Mean(left, right);
                binomial = binomial * (n - i) / (i + 1);
            }
        }

        return mean;
    }
}
