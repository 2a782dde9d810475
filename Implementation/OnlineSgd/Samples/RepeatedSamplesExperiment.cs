using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="RepeatedSamplesExperiment"/>.</summary>
/// <param name="Dimension">d, from 2 on.</param>
/// <param name="Degree">k, from 1 on: n = d^k samples, T = d^(k−1) draws.</param>
public sealed record RepeatedSamplesCell(int Dimension, int Degree);

/// <summary>How often T uniform draws from n samples repeat one.</summary>
/// <param name="LogOfNone">log P(no sample is drawn twice) = Σ_{i&lt;T} log(1 − i/n).</param>
/// <param name="RepeatedShare">Mean share of draws that hit a sample drawn before.</param>
/// <param name="Draws">T.</param>
/// <param name="Error">Bound of the error of the logarithm and of the share.</param>
public sealed record RepeatedSamplesOutcome(double LogOfNone, double RepeatedShare, double Draws, double Error);

/// <summary>The birthday problem of batch-1 SGD on an empirical distribution.</summary>
/// <remarks>The mean number of distinct samples is n(1 − (1 − 1/n)^T).</remarks>
public sealed class RepeatedSamplesExperiment : Experiment<RepeatedSamplesCell, RepeatedSamplesOutcome>
{
    /// <summary>Most draws that a cell may have.</summary>
    public const double MostDraws = 1e6;

    /// <inheritdoc/>
    public override string Id => "online-sgd/repeated-samples";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override RepeatedSamplesOutcome Run(
        RepeatedSamplesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double T = 1;
        for (int i = 1; i < cell.Degree; i++)
            T *= cell.Dimension;
        double n = T * cell.Dimension;
        if (cell.Dimension < 2 || cell.Degree < 1 || T > MostDraws)
            throw new ArgumentException("d ≥ 2, k ≥ 1 and d^(k−1) ≤ 10⁶ are needed.", nameof(cell));
        double log = 0;
        for (int i = 1; i < T; i++)
            log += ElementaryFunctions.Log1p(-i / n);
        // −expm1(T·log1p(−1/n)) is the share of samples that were drawn.
        double distinct = -n * ElementaryFunctions.Expm1(T * ElementaryFunctions.Log1p(-1 / n));
        return new(log, 1 - distinct / T, T, DoublePrecision.Gamma(T + 64) * (1 - log));
    }
}
