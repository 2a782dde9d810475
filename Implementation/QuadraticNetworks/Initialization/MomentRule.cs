using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>A few points with probabilities whose moments up to the fifth are those of a law of the coordinates, so
/// that expectations of polynomials of degree five in each coordinate are finite sums.</summary>
/// <remarks>
/// For a symmetric law the three-point rule {0, ±√(μ4/μ2)} with probability μ2²/(2μ4) at each nonzero point: the Gauss
/// rule of three points where the law is Gaussian. The two laws with two points are their own rules. Immutable.
/// </remarks>
public sealed class MomentRule
{
    private MomentRule(double[] points, double[] probabilities)
    {
        Points = points;
        Probabilities = probabilities;
    }

    /// <summary>The points.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>Their probabilities, positive.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>The rule of a law.</summary>
    public static MomentRule Of(CoordinateLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        if (law == CoordinateLaw.TwoPoint)
            return new([-1, 2], [2.0 / 3, 1.0 / 3]);
        double far = Math.Sqrt(law.FourthMoment / law.SecondMoment);
        double probability = law.SecondMoment * law.SecondMoment / (2 * law.FourthMoment);
        return law == CoordinateLaw.Rademacher
            ? new([-1, 1], [0.5, 0.5])
            : new([-far, 0, far], [probability, 1 - 2 * probability, probability]);
    }

    /// <summary>Calls <paramref name="visit"/> with every assignment of points to <paramref name="target"/> and its
    /// probability, in lexicographic order.</summary>
    /// <param name="target">Overwritten with each assignment.</param>
    /// <param name="visit">Receives the probability of the assignment that stands in <paramref name="target"/>.</param>
    public void ForEach(double[] target, Action<double> visit)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(visit);
        Descend(0, 1);

        void Descend(int depth, double probability)
        {
            if (depth == target.Length)
            {
                visit(probability);
                return;
            }

            for (int k = 0; k < Points.Count; k++)
            {
                target[depth] = Points[k];
                Descend(depth + 1, probability * Probabilities[k]);
            }
        }
    }
}
