using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="TangentLawExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Radius">‖x‖.</param>
public sealed record TangentLawCell(Mixture Mixture, double Radius);

/// <summary>Second moments of one equation in directions orthogonal to x.</summary>
/// <param name="OffLower">Lower end of the variance of ∂_a∂_bF, a ≠ b.</param>
/// <param name="OffUpper">Its upper end.</param>
/// <param name="OnLower">Lower end of the variance of ∂_a∂_aF.</param>
/// <param name="OnUpper">Its upper end.</param>
/// <param name="GradientLower">Lower end of the variance of ∂_aF.</param>
/// <param name="GradientUpper">Its upper end.</param>
/// <param name="CrossLower">Lower end of the greatest absolute covariance of F, ∂_aF, ∂_a∂_aF and ∂_a∂_bF that is
/// claimed to vanish, and of ∂_a∂_aF and ∂_b∂_bF.</param>
/// <param name="CrossUpper">Its upper end.</param>
public sealed record TangentLawOutcome(
    double OffLower, double OffUpper, double OnLower, double OnUpper, double GradientLower, double GradientUpper,
    double CrossLower, double CrossUpper);

/// <summary>The law of value, gradient and Hessian on the tangent space at x = (r, 0, 0).</summary>
public sealed class TangentLawExperiment : Experiment<TangentLawCell, TangentLawOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/tangent-law";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TangentLawOutcome Run(TangentLawCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval[] x = [cell.Radius, 0, 0];
        int[] value = [], gradient = [1], other = [2], on = [1, 1], second = [2, 2], off = [1, 2];
        Interval cross = 0;
        foreach ((int[] a, int[] b) in ((int[], int[])[])
            [
                (value, gradient), (value, on), (value, off), (gradient, other), (gradient, on), (gradient, off),
                (on, off), (on, second),
            ])
        {
            cross = Interval.Max(cross, Interval.Abs(Of(a, b)));
        }

        (Interval w, Interval d, Interval g) = (Of(off, off), Of(on, on), Of(gradient, gradient));
        return new(w.Lower, w.Upper, d.Lower, d.Upper, g.Lower, g.Upper, cross.Lower, cross.Upper);

        Interval Of(int[] a, int[] b) => DerivativeCovariance.Of(cell.Mixture, x, x, a, b);
    }
}
