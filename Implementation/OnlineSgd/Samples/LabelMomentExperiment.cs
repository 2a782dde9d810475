using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="LabelMomentExperiment"/>.</summary>
/// <param name="Degree">k of the link H_k, from 1 to 6; 0 for the link x²e^(−sx²).</param>
/// <param name="Decay">s &gt; 0; of no meaning for H_k.</param>
/// <param name="Powers">P, the largest power of the label, from 1 to 12.</param>
public sealed record LabelMomentCell(int Degree, double Decay, int Powers);

/// <summary>How powers of the label y = f(z) correlate with Hermite polynomials of z.</summary>
/// <param name="Largest">max over p ≤ P of |E[H_j(z)y^p]|/√(j!·E y^(2p)), j = 1, …, 6; 0 exactly where all of these
/// are, and else right to a few roundings.</param>
public sealed record LabelMomentOutcome(double[] Largest);

/// <summary>Moments E[H_j(z)f(z)^p] in rational arithmetic.</summary>
/// <remarks>E[H_j(z)z^(2p)e^(−spz²)] is that of H_j(z)z^(2p) under the variance v = 1/(1 + 2sp), times √v.</remarks>
public sealed class LabelMomentExperiment : Experiment<LabelMomentCell, LabelMomentOutcome>
{
    private const int Directions = 6;

    /// <inheritdoc/>
    public override string Id => "online-sgd/label-moment";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override LabelMomentOutcome Run(LabelMomentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree is < 0 or > 6 || cell.Powers is < 1 or > 12 || !(cell.Decay > 0))
            throw new ArgumentException("k lies between 0 and 6, P between 1 and 12, and s > 0.", nameof(cell));
        double[] largest = new double[Directions];
        for (int p = 1; p <= cell.Powers; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            double norm = SecondMoment(cell, p);
            for (int j = 1; j <= Directions; j++)
            {
                double mean = Mean(cell, p, RationalPolynomial.Hermite(j));
                double share = Math.Abs(mean) / Math.Sqrt((double)RationalPolynomial.Factorial(j) * norm);
                largest[j - 1] = Math.Max(largest[j - 1], share);
            }
        }

        return new(largest);
    }

    private static double Mean(LabelMomentCell cell, int p, RationalPolynomial H)
    {
        if (cell.Degree > 0)
            return (Label(cell.Degree, p) * H).NormalMean().Rounded().Value;
        Rational v = Rational.One / (Rational.One + 2 * p * Rational.Of(cell.Decay));
        Rational mean = Rational.Zero;
        for (int i = 0; i <= H.Degree; i += 1)
        {
            if ((i + 2 * p) % 2 == 0)
                mean += H[i] * Rational.Power(v, i / 2 + p) * RationalPolynomial.NormalMoment(i + 2 * p);
        }

        return mean.Rounded().Value * Math.Sqrt(v.Rounded().Value);
    }

    private static double SecondMoment(LabelMomentCell cell, int p) => cell.Degree > 0
        ? Label(cell.Degree, 2 * p).NormalMean().Rounded().Value
        : Mean(cell, 2 * p, RationalPolynomial.Monomial(0));

    private static RationalPolynomial Label(int k, int p)
    {
        RationalPolynomial label = RationalPolynomial.Monomial(0), H = RationalPolynomial.Hermite(k);
        for (int i = 0; i < p; i++)
            label *= H;
        return label;
    }
}
