using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>A point of L = |x|^p on the line.</summary>
/// <param name="Power">p ≥ 2.</param>
/// <param name="Constant">μ &gt; 0.</param>
/// <param name="Place">x²/μ &gt; 0; x is the positive root, rounded.</param>
public sealed record PowerLandscapeCell(int Power, double Constant, double Place);

/// <summary>PL* at the point, enclosed.</summary>
/// <param name="RatioLower">Lower end of ½L′²/(μL) − 1, negative where PL* with μ fails.</param>
/// <param name="RatioUpper">Upper end of it.</param>
/// <param name="SlopeLower">Lower end of L′ = px^(p−1): where it excludes 0 the point is not stationary.</param>
/// <param name="SlopeUpper">Upper end of it.</param>
public sealed record PowerLandscapeOutcome(double RatioLower, double RatioUpper, double SlopeLower, double SlopeUpper);

/// <summary>PL* of powers: ½L′² = ½p²x^(p−2)·L, so that the best constant near 0 is 2 for p = 2 and 0 for p above.
/// Takes no random numbers.</summary>
public sealed class PowerLandscapeExperiment : Experiment<PowerLandscapeCell, PowerLandscapeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/power-landscape";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The power is below 2, or μ or the place is not positive and
    /// finite.</exception>
    public override PowerLandscapeOutcome Run(
        PowerLandscapeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double x = Math.Sqrt(cell.Place * cell.Constant);
        if (cell.Power < 2 || !(x > 0 && double.IsFinite(x)))
            throw new ArgumentException(
                $"A power has p ≥ 2, and a point of it a positive place: {cell} is out of range.", nameof(cell));
        var point = new Interval(x, x);
        var p = new Interval(cell.Power, cell.Power);
        Interval power = 1;
        for (int k = 0; k < cell.Power - 2; k++)
            power *= point;
        Interval ratio = 0.5 * p * p * power / cell.Constant - 1;
        Interval slope = p * power * point;
        return new(ratio.Lower, ratio.Upper, slope.Lower, slope.Upper);
    }
}
