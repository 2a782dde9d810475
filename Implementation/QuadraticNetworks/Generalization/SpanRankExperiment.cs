using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="SpanRankExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
public sealed record SpanRankCell(CoordinateLaw Law, int Dimension, int Samples);

/// <summary>One data set.</summary>
/// <param name="SpanDimension">Dimension of span{X_iX_iᵀ}, exact elimination modulo 2⁶¹ − 1.</param>
public sealed record SpanRankOutcome(int SpanDimension);

/// <summary>How much of the symmetric matrices N samples span; no student is trained.</summary>
public sealed class SpanRankExperiment : Experiment<SpanRankCell, SpanRankOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/span-rank";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    /// <remarks>O(N d⁴) per trial.</remarks>
    public override SpanRankOutcome Run(SpanRankCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        return new(TensorSpan.Dimension(X));
    }
}
