using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="TruncatedMomentsExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates, one that <see cref="TruncatedMoments.Of"/> knows.</param>
/// <param name="Bound">c: coordinates are conditioned on |x| ≤ c, 1 to 16.</param>
public sealed record TruncatedMomentsCell(CoordinateLaw Law, double Bound);

/// <summary>Conditional moments and what they make of the barrier's constant.</summary>
/// <param name="Mass">P(|x| ≤ c).</param>
/// <param name="Second">μ2(c) = E[x² | |x| ≤ c].</param>
/// <param name="Fourth">μ4(c) = E[x⁴ | |x| ≤ c].</param>
/// <param name="Variance">Var(x² | |x| ≤ c).</param>
/// <param name="Constant">C5(c) = min{μ4(c) − μ2(c)², 2μ2(c)²}.</param>
/// <param name="Earlier">C5 at 1 + (c − 1)/2.</param>
/// <param name="Error">Proven bound of the error of the last three.</param>
public sealed record TruncatedMomentsOutcome(
    double Mass, double Second, double Fourth, double Variance, double Constant, double Earlier, double Error);

/// <summary>The conditional moments from which the talk makes the constant of its barrier. Nothing is random.</summary>
public sealed class TruncatedMomentsExperiment : Experiment<TruncatedMomentsCell, TruncatedMomentsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/truncated-moments";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TruncatedMomentsOutcome Run(
        TruncatedMomentsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var moments = TruncatedMoments.Of(cell.Law, cell.Bound);
        var earlier = TruncatedMoments.Of(cell.Law, 1 + (cell.Bound - 1) / 2);
        return new(
            moments.Mass,
            moments.Second,
            moments.Fourth,
            moments.Fourth - moments.Second * moments.Second,
            moments.BarrierConstant,
            earlier.BarrierConstant,
            Math.Max(moments.BarrierConstantError, earlier.BarrierConstantError));
    }
}
