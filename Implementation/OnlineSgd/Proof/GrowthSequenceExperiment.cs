using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Proof;

/// <summary>Cell of <see cref="GrowthSequenceExperiment"/>.</summary>
/// <param name="Degree">k ≥ 2.</param>
/// <param name="Steps">Terms after the first, from 1 to 100.</param>
public sealed record GrowthSequenceCell(int Degree, int Steps);

/// <summary>An extremal sequence u_t = a₀ + a₁Σ_{s&lt;t}u_s^(k−1), by what it follows from.</summary>
/// <param name="First">a₀.</param>
/// <param name="Rate">a₁.</param>
public sealed record GrowthSequenceOutcome(double First, double Rate)
{
    private const double Largest = 1e6;

    /// <summary>u_0, u_1, … up to u_<paramref name="steps"/>, enclosed; the sequence stops where u exceeds
    /// 10⁶.</summary>
    /// <param name="degree">k ≥ 2.</param>
    /// <param name="steps">Terms after the first, at least 0.</param>
    public IReadOnlyList<Interval> Terms(int degree, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        List<Interval> terms = [First];
        while (terms.Count <= steps && terms[^1].Upper < Largest)
            terms.Add(terms[^1] + Rate * Interval.Power(terms[^1], degree - 1));
        return terms;
    }
}

/// <summary>Sequences of the discrete Bihari–LaSalle lemma with equality, by interval arithmetic.</summary>
/// <remarks>a₀ is uniform on (0.05, 1), a₁ log-uniform on (10⁻³, 10). A sequence of the lemma is at least the extremal
/// one, by induction, so that a bound holds for all as soon as it does for this.</remarks>
public sealed class GrowthSequenceExperiment : Experiment<GrowthSequenceCell, GrowthSequenceOutcome>
{
    private const double LeastRate = 1e-3, RateSpan = 9.210340371976184; // log 10⁴

    /// <inheritdoc/>
    public override string Id => "online-sgd/growth-sequence";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override GrowthSequenceOutcome Run(
        GrowthSequenceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Degree is < 2 or > 30 || cell.Steps is < 1 or > 100)
            throw new ArgumentException("k lies between 2 and 30, steps between 1 and 100.", nameof(cell));
        double a0 = 0.05 + 0.95 * stream.NextUniform();
        double a1 = LeastRate * ElementaryFunctions.Exp(RateSpan * stream.NextUniform());
        return new(a0, a1);
    }
}
