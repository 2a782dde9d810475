using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

// Circular convolutions of width d = 2, one example z with spectrum (1, κ): all transforms are real, and layers that
// start equal stay so, ŵ_l = (a, b). With q = ½(a^D + κb^D) and any loss that falls, a′ = g·a^{D−1}, b′ = κg·b^{D−1}
// for one g > 0; with G = ∫g: D = 2: a = a₀e^G, b = b₀e^{κG}; D > 2: a^{−(D−2)} = a₀^{−(D−2)} − (D − 2)G, b^{−(D−2)} =
// b₀^{−(D−2)} − (D − 2)κG. The one that blows up first is all that is left of the direction: for D > 2 that is a where
// (a₀/b₀)^{D−2} > κ, whatever κ.

/// <summary>Sizes of <see cref="FrequencyRaceExperiment"/>.</summary>
/// <param name="Depth">D, 2 at least.</param>
/// <param name="Ratio">a₀/b₀, the start's share of the zero frequency over that of the other.</param>
/// <param name="Strength">κ &gt; 1: the example is that much stronger in the other frequency.</param>
/// <param name="Closeness">log₂ of the time left before the blow-up, relative, for D &gt; 2; for D = 2 log₂ of the
/// growth, negative.</param>
public sealed record FrequencyRaceCell(int Depth, double Ratio, double Strength, int Closeness);

/// <summary>The direction that a linear convolutional network approaches, by the closed form of its flow.</summary>
/// <param name="Cost">Σ|β̂|^{2/D} of the predictor, scaled to margin 1, over the least such sum among all predictors of
/// margin 1.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="MinorityShare">|β̂| in the frequency that loses, over that in the one that wins.</param>
public sealed record FrequencyRaceOutcome(double Cost, double Error, double MinorityShare);

/// <summary>One example, two frequencies: which of them a linear convolutional network of depth D picks under a loss
/// with a tail.</summary>
public sealed class FrequencyRaceExperiment : Experiment<FrequencyRaceCell, FrequencyRaceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/frequency-race";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override FrequencyRaceOutcome Run(
        FrequencyRaceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int D = cell.Depth;
        double κ = cell.Strength;
        if (D < 2 || !(κ > 1) || !(cell.Ratio > 0) || cell.Closeness is < 1 or > 40)
            throw new ArgumentException(
                "Depth 2 or more, a strength above 1, a positive ratio and a closeness of 1, …, 40 are needed.",
                nameof(cell));
        double a0 = cell.Ratio,
            b0 = 1,
            a,
            b;
        if (D == 2)
        {
            double G = cell.Closeness * ElementaryFunctions.Log(2);
            (a, b) = (a0 * ElementaryFunctions.Exp(G), b0 * ElementaryFunctions.Exp(κ * G));
        }
        else
        {
            double A = Powers.Real(a0, -(D - 2.0)), B = Powers.Real(b0, -(D - 2.0));
            double blowUp = Math.Min(A, B / κ);
            double G = blowUp * (1 - Math.ScaleB(1, -cell.Closeness));
            (a, b) = (Powers.Real(A - G, -1 / (D - 2.0)), Powers.Real(B - κ * G, -1 / (D - 2.0)));
        }

        // Σ|β̂|^{2/D} = a² + b²; margin q = ½(a^D + κb^D); the least sum at margin 1 is (2/κ)^{2/D}, all in the
        // stronger frequency (2/D ≤ 1).
        double aD = Powers.Real(a, D), bD = Powers.Real(b, D);
        double q = 0.5 * (aD + κ * bD);
        double cost = (a * a + b * b) / Powers.Real(q, 2.0 / D) / Powers.Real(2 / κ, 2.0 / D);
        double error = cost * 256 * DoublePrecision.UnitRoundoff * Math.ScaleB(1, D > 2 ? cell.Closeness : 6);
        return new(cost, error, Math.Min(aD / bD, bD / aD));
    }
}
