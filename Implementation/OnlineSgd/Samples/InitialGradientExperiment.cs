using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="InitialGradientExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 3.</param>
public sealed record InitialGradientCell(int Dimension);

/// <summary>The overlap of a random start, which all of its population gradient depends on.</summary>
/// <param name="Overlap">m₀, rounded to 9 digits.</param>
public sealed record InitialGradientOutcome(double Overlap)
{
    /// <summary>‖∇_S L‖ = k|m₀|^(k−1)√(1 − m₀²) for f = H_k/√k!.</summary>
    /// <param name="k">Degree, at least 1.</param>
    public double GradientNorm(int k) => SignalPart(k) / Math.Sqrt((1 - Overlap) * (1 + Overlap));

    /// <summary>|⟨w*, ∇_S L⟩| = k|m₀|^(k−1)(1 − m₀²).</summary>
    /// <param name="k">Degree, at least 1.</param>
    public double SignalPart(int k)
    {
        double part = k * ((1 - Overlap) * (1 + Overlap));
        for (int i = 1; i < k; i++)
            part *= Math.Abs(Overlap);
        return part;
    }
}

/// <summary>Overlaps of uniform starts in any dimension, as N/√(N² + χ²_{d−1}).</summary>
public sealed class InitialGradientExperiment : Experiment<InitialGradientCell, InitialGradientOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/initial-gradient";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <inheritdoc/>
    public override InitialGradientOutcome Run(
        InitialGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension < 3)
            throw new ArgumentException("The dimension has to be at least 3.", nameof(cell));
        double along = stream.NextNormal();
        double overlap = along / Math.Sqrt(along * along + ChiSquare.Draw(stream, cell.Dimension - 1));
        return new(ShortDecimal.Nearest(overlap, 9));
    }
}
