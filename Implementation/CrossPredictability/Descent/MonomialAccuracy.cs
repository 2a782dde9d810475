using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Accuracy of noisy gradient descent on a readout over monomials, in closed form.</summary>
public static class MonomialAccuracy
{
    /// <summary>Φ((1 − (1 − γ)^T)/(s√N)), s² = σ²Σ_{t&lt;T}(1 − γ)^(2t): the weight of the target has the mean
    /// 1 − (1 − γ)^T, all N weights the variance s², and the output times the label is their sum with signs.</summary>
    /// <param name="features">N.</param>
    /// <param name="rate">γ, between 0 and 1.</param>
    /// <param name="noise">σ.</param>
    /// <param name="steps">T.</param>
    public static Interval Of(Interval features, Interval rate, Interval noise, int steps)
    {
        (Interval mean, Interval variance) = (0, 0);
        Interval keep = 1 - rate;
        for (int t = 0; t < steps; t++)
        {
            mean = keep * mean + rate;
            variance = Interval.Square(keep) * variance + Interval.Square(noise);
        }

        return NormalLaw.Distribution(mean / Interval.Sqrt(variance * features));
    }
}
