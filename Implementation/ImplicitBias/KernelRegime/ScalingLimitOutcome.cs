namespace Verification.Implementation.ImplicitBias.KernelRegime;

/// <summary>
/// Gradient flow from αw₀ beside its kernel flow, on one instance: v_α(τ) = α^(D−1)(w_α(τ/α^(2D−2)) − αw₀) and v_K(τ) =
/// w_K(τ) − w₀, in units of ‖v_K(∞)‖.
/// </summary>
/// <param name="Scales">α, ascending.</param>
/// <param name="Times">τ_i = τ_0·2^i.</param>
/// <param name="Paths">v_α(τ_i), 2d numbers; row k·(number of times) + i for scale k; rounded to 6
/// digits.</param>
/// <param name="KernelPath">v_K(τ_i), 2d numbers a row; likewise.</param>
/// <param name="PathErrors">Proven bounds of ‖·‖ of the errors of both together, as they are stored, a number per row
/// of <paramref name="Paths"/>.</param>
/// <param name="TailErrors">Proven bounds of how far v_α and v_K still move after the last time together, a number per
/// scale.</param>
/// <param name="Suprema">Proven upper bounds of sup_τ ‖v_α(τ) − v_K(τ)‖.</param>
/// <param name="Envelopes">A bound of the same from ‖X‖, σ_min(X) and y alone, of order α^(−D).</param>
/// <param name="Predictors">β_α(∞), d numbers a row, in units of ‖β_K(∞)‖.</param>
/// <param name="KernelPredictor">The minimum-RKHS-norm interpolant's coefficients, d numbers, in the same
/// units.</param>
/// <param name="PredictorErrors">Proven bounds of the errors of both together, by scale.</param>
/// <param name="PredictorEnvelopes">A bound of ‖β_α(∞) − β_K(∞)‖ from the envelope.</param>
/// <param name="IsFinished">Whether every flow was followed to its last time with finite bounds.</param>
public sealed record ScalingLimitOutcome(
    double[] Scales,
    double[] Times,
    double[][] Paths,
    double[][] KernelPath,
    double[] PathErrors,
    double[] TailErrors,
    double[] Suprema,
    double[] Envelopes,
    double[][] Predictors,
    double[] KernelPredictor,
    double[] PredictorErrors,
    double[] PredictorEnvelopes,
    bool IsFinished)
{
    /// <summary>A proven lower bound of sup_τ ‖α^a·v_α(α^b·τ) − v_K(τ)‖, over the times of the grid.</summary>
    /// <param name="scale">Number of the scale α, a power of two.</param>
    /// <param name="displacement">a.</param>
    /// <param name="time">b.</param>
    public double LeastDistance(int scale, int displacement, int time)
    {
        int log = Math.ILogB(Scales[scale]), count = Times.Length;
        double factor = Math.ScaleB(1, log * displacement), distance = 0;
        for (int i = 0; i < count; i++)
        {
            int shifted = i + log * time;
            if (shifted < 0)
                continue;
            int row = scale * count + Math.Min(shifted, count - 1);
            double error = factor * PathErrors[row] + PathErrors[scale * count + i]
                + (shifted >= count ? factor * TailErrors[scale] : 0);
            distance = Math.Max(distance, Distance(Paths[row], KernelPath[i], factor) - error);
        }

        return distance;
    }

    private static double Distance(double[] path, double[] kernel, double factor)
    {
        double squares = 0;
        for (int j = 0; j < path.Length; j++)
            squares += (factor * path[j] - kernel[j]) * (factor * path[j] - kernel[j]);
        return Math.Sqrt(squares) * (1 - 1e-14);
    }
}
