using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>Sizes of <see cref="UnboundedCompletionExperiment"/>.</summary>
/// <param name="Scale">α of the start U = V = αI.</param>
/// <param name="Time">How long the flow runs.</param>
public sealed record UnboundedCompletionCell(double Scale, double Time);

/// <summary>A flow of a 2 × 2 completion at a time.</summary>
/// <param name="Finished">Whether the flow came to its time with a proven error.</param>
/// <param name="Corner">W₁₁, the entry that is not observed.</param>
/// <param name="CornerError">Proven bound of its error.</param>
/// <param name="Residual">√L.</param>
/// <param name="ResidualError">Proven bound of its error.</param>
public sealed record UnboundedCompletionOutcome(
    bool Finished, double Corner, double CornerError, double Residual, double ResidualError);

/// <summary>W = UVᵀ, 2 × 2, observed W₁₂ = W₂₁ = 1 and W₂₂ = 0, by the gradient flow from U = V = αI (Razin and Cohen,
/// arXiv:2005.06398).</summary>
/// <remarks>The determinant of W stays positive, so that W₁₁W₂₂ &gt; W₁₂W₂₁, and W₁₁ → ∞ as the loss vanishes;
/// completions of nuclear norm 2 exist.</remarks>
public sealed class UnboundedCompletionExperiment : Experiment<UnboundedCompletionCell, UnboundedCompletionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/unbounded-completion";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override UnboundedCompletionOutcome Run(
        UnboundedCompletionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(cell.Scale > 0) || !(cell.Time > 0))
            throw new ArgumentException("Scale and time have to be positive.", nameof(cell));
        // Z = (U; V): W is the block of ZZᵀ in rows 1, 2 and columns 3, 4.
        var measurements = Measurements.OfEntries(4, [(0, 3), (1, 2), (1, 3)]);
        var start = new Matrix(4, 2);
        start[0, 0] = start[1, 1] = start[2, 0] = start[3, 1] = cell.Scale;
        var flow = new FactorizationFlow(measurements, [1, 1, 0], start);
        bool finished = flow.Advance(cell.Time, 0, 100_000, cancellation);
        double error = flow.ProductError(flow.Error);
        return new(finished, Lanes.Dot(flow.Z.Row(0), flow.Z.Row(2)), error, flow.ResidualNorm, Math.Sqrt(3) * error);
    }
}
