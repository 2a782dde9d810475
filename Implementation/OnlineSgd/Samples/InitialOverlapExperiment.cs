using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="InitialOverlapExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 3.</param>
public sealed record InitialOverlapCell(int Dimension);

/// <summary>The overlap of a random start.</summary>
/// <param name="ScaledOverlap">√d·⟨w⁰, w*⟩, rounded down to 9 digits: on the same side of every threshold that has no
/// more.</param>
public sealed record InitialOverlapOutcome(double ScaledOverlap);

/// <summary>Uniform starts on the sphere.</summary>
public sealed class InitialOverlapExperiment : Experiment<InitialOverlapCell, InitialOverlapOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/initial-overlap";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <summary>P(√d·⟨w⁰, w*⟩ ≥ c): half of 1 − I_{c²/d}(½, (d − 1)/2) for c ≥ 0, as m² ~ Beta(½, (d − 1)/2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">d is below 2, or c² outside [0, d].</exception>
    public static double TailProbability(double c, int d)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 2);
        if (!(c >= 0 && c * c <= d))
            throw new ArgumentOutOfRangeException(nameof(c), c, $"c lies between 0 and the root of {d}.");
        return 0.5 * IncompleteBeta.Complement(c * c / d, 0.5, (d - 1) / 2.0);
    }

    /// <inheritdoc/>
    public override InitialOverlapOutcome Run(
        InitialOverlapCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension < 3)
            throw new ArgumentException("The dimension has to be at least 3.", nameof(cell));
        double[] w = new double[cell.Dimension];
        UniformSphere.Fill(stream, w);
        return new(OutwardDecimal.Below(w[0] * Math.Sqrt(cell.Dimension), 9));
    }
}
