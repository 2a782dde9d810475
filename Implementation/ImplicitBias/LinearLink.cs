namespace Verification.Implementation.ImplicitBias;

/// <summary>h(z) = z, the link of q(b) = b²/2: least Euclidean norm.</summary>
public sealed class LinearLink : Link
{
    /// <inheritdoc/>
    public override double Bound => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Reach => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Growth => 1;

    /// <inheritdoc/>
    public override double Variation(double z) => 0;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> z, Span<double> values, Span<double> slopes)
    {
        z.CopyTo(values);
        slopes.Fill(1);
    }

    /// <inheritdoc/>
    public override double RelativeError(double z) => 0;

    /// <inheritdoc/>
    public override double PotentialSlope(double b) => b;

    /// <inheritdoc/>
    public override double Potential(double b) => b * b / 2;
}
