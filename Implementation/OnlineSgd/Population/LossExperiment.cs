using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Cell of <see cref="LossExperiment"/>.</summary>
/// <param name="Link">The family of f.</param>
/// <param name="Degree">k, from 1 to 8.</param>
/// <param name="Overlap">m = ⟨w, w*⟩, within [−1, 1].</param>
public sealed record LossCell(PolynomialLink Link, int Degree, double Overlap);

/// <summary>The population loss of a matched single-index model, and the Hermite coefficients of its link.</summary>
/// <param name="Loss">½E(f(a) − f(b))².</param>
/// <param name="SecondMoment">E f².</param>
/// <param name="Variance">Var f.</param>
/// <param name="Energies">μ_j²/j!, j = 0, 1, …, up to the degree of f.</param>
/// <param name="InformationExponent">The least j ≥ 1 with μ_j ≠ 0.</param>
/// <param name="Error">Relative error of each number: all are next to the exact one.</param>
public sealed record LossOutcome(
    double Loss, double SecondMoment, double Variance, double[] Energies, int InformationExponent, double Error);

/// <summary>Population losses of polynomial links in rational arithmetic, from moments of the Gaussian pair.</summary>
public sealed class LossExperiment : Experiment<LossCell, LossOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/loss";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override LossOutcome Run(LossCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree is < 1 or > 8)
            throw new ArgumentException("The degree lies between 1 and 8.", nameof(cell));
        RationalPolynomial f = Shape(cell.Link, cell.Degree);
        // f² of the normalized link is P²/k!.
        Rational scale = cell.Link == PolynomialLink.Hermite
            ? new(1, RationalPolynomial.Factorial(cell.Degree))
            : Rational.One;
        Rational second = scale * (f * f).NormalMean();
        Rational mean = f.NormalMean();
        Rational correlation = scale * new GaussianPair(Rational.Of(cell.Overlap)).Mean(f, f);
        Rational[] μ =
        [
            .. Enumerable.Range(0, f.Degree + 1).Select(j => (f * RationalPolynomial.Hermite(j)).NormalMean()),
        ];
        return new(
            (second - correlation).Rounded().Value,
            second.Rounded().Value,
            (second - scale * mean * mean).Rounded().Value,
            [.. μ.Select((value, j) =>
                (scale * value * value / RationalPolynomial.Factorial(j)).Rounded().Value)],
            Enumerable.Range(1, f.Degree).First(j => μ[j].Sign != 0),
            2 * DoublePrecision.UnitRoundoff);
    }

    private static RationalPolynomial Shape(PolynomialLink link, int k) => link switch
    {
        PolynomialLink.Hermite => RationalPolynomial.Hermite(k),
        PolynomialLink.Power => RationalPolynomial.Monomial(k),
        PolynomialLink.ShiftedHermite => RationalPolynomial.Monomial(0) + RationalPolynomial.Hermite(k),
        _ => RationalPolynomial.Hermite(k) + RationalPolynomial.Hermite(k + 1),
    };
}
