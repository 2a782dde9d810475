namespace Verification.Implementation.ImplicitBias;

/// <summary>
/// The inverse gradient of a separable potential: where Σ_j q(β_j/s) is least subject to Xβ = y, β_j = s·h((Xᵀν)_j)
/// with h = (q′)⁻¹.
/// </summary>
/// <remarks>h is odd and increasing on (−<see cref="Bound"/>, <see cref="Bound"/>), h(0) = 0; q is even and strictly
/// convex with q(0) = 0.</remarks>
public abstract class Link
{
    /// <summary>The supremum of |z|: +∞, or 1 where h has a pole.</summary>
    public abstract double Bound { get; }

    /// <summary>
    /// How far a step may go in units of the scale on which h′ varies, a·|δ|, with <see cref="Growth"/> still bounding
    /// it; +∞ without limit.
    /// </summary>
    public abstract double Reach { get; }

    /// <summary>
    /// g with h′(z + δ) ≤ h′(z)·exp(g·a·|δ|) for a·|δ| ≤ <see cref="Reach"/>, a = <see cref="Variation"/>(z).
    /// </summary>
    public abstract double Growth { get; }

    /// <summary>a(z) with h′(z + δ) ≥ h′(z)·exp(−a·|δ|) for every δ that stays in the domain.</summary>
    public abstract double Variation(double z);

    /// <summary>h and h′ at each entry of z. NaN outside the domain.</summary>
    /// <param name="z">Arguments.</param>
    /// <param name="values">h(z).</param>
    /// <param name="slopes">h′(z).</param>
    public abstract void Evaluate(ReadOnlySpan<double> z, Span<double> values, Span<double> slopes);

    /// <summary>Bound of the relative error of both results of <see cref="Evaluate"/>, for an exact argument.</summary>
    public abstract double RelativeError(double z);

    /// <summary>
    /// q′(b) = h⁻¹(b), within 8 units in the last place of the result for moderate b (see the tests), finite for every
    /// finite b.
    /// </summary>
    public abstract double PotentialSlope(double b);

    /// <summary>q(b) ≥ 0.</summary>
    public abstract double Potential(double b);
}
