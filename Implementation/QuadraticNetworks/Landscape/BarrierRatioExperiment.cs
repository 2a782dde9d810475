using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>The constant of <see cref="BarrierRatioExperiment"/>.</summary>
/// <param name="Variance">κ = Var(x²) of coordinates with μ2 = 1, in (0, 2].</param>
public sealed record BarrierRatioCell(double Variance);

/// <summary>The least risk of a student of rank 1 against one teacher with d = 2 and σ_min(W*) = 1.</summary>
/// <param name="Lower">Proven lower bound.</param>
/// <param name="Upper">Risk of the student that forgets the weakest direction, rounded up: an upper bound.</param>
public sealed record BarrierRatioOutcome(double Lower, double Upper);

/// <summary>How far the population barrier lies above Cσ⁴ where x² hardly varies. Nothing is random.</summary>
/// <remarks>
/// S* = vvᵀ + K²(I − vvᵀ) with v = (1, 1)/√2 and K² = 1 + 2/κ. A student of rank 1 has Ww = 0 for a unit w, at an angle
/// ψ from v, and by the Cauchy–Schwarz inequality L ≥ (wᵀAw)²/⟨wwᵀ, T⁻¹wwᵀ⟩, wᵀAw = −wᵀS*w = −(1 + 2s/κ), s = sin²ψ.
/// With p = Σw_i⁴ = ½ + 2s(1 − s) the denominator is 1/(2(κ + 2)) + (p − ½)/κ + (1 − p)/2 = D0 + (2/κ − 1)s(1 − s), D0
/// = (κ + 4)/(4(κ + 2)). The quotient is least at s = 0, since (2/κ − 1)/D0 ≤ 4/κ: at least 4(κ + 2)/(κ + 4) ≥ 2. Here
/// branch and bound with intervals finds it.
/// </remarks>
public sealed class BarrierRatioExperiment : Experiment<BarrierRatioCell, BarrierRatioOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/barrier-ratio";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override BarrierRatioOutcome Run(BarrierRatioCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(cell.Variance is > 0 and <= 2))
            throw new ArgumentException(
                $"κ has to lie in (0, 2], where it is the barrier's constant, not {cell.Variance}.", nameof(cell));
        Interval κ = cell.Variance;
        Interval growth = 2 / κ;
        Interval D0 = (κ + 4) / (4 * (κ + 2));
        Interval excess = growth - 1;
        Interval minimum = IntervalMinimum.Of(Quotient, Slope, new Interval(0, 1), tolerance: 1e-9).Value;

        return new(minimum.Lower, Forgetful(κ).Upper);

        // L = Σ_ijkl A_ij A_kl E x_i x_j x_k x_l for A = −vvᵀ: μ4 = 1 + κ for one index four times, 1 for two indices
        // twice.
        static Interval Forgetful(Interval κ)
        {
            Interval sum = 0;
            for (int i = 0; i < 2; i++)
                for (int j = 0; j < 2; j++)
                    for (int k = 0; k < 2; k++)
                        for (int l = 0; l < 2; l++)
                        {
                            bool paired = (i == j && k == l) || (i == k && j == l) || (i == l && j == k);
                            Interval moment = i == j && j == k && k == l ? 1 + κ : paired ? 1 : 0;
                            sum += 0.25 * moment;
                        }

            return sum;
        }

        Interval Denominator(Interval s) => D0 + excess * (s * (1 - s));

        Interval Quotient(Interval s) => Interval.Square(1 + growth * s) / Denominator(s);

        Interval Slope(Interval s)
        {
            Interval N = 1 + growth * s;
            Interval D = Denominator(s);
            return N / D * (2 * growth - N * excess * (1 - 2 * s) / D);
        }
    }
}
