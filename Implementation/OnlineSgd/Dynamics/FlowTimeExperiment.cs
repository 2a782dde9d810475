using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="FlowTimeExperiment"/>.</summary>
/// <param name="Degree">k, from 1 to 12.</param>
/// <param name="Dimension">d, from 5 to 10¹²: the flow starts at 1/√d.</param>
public sealed record FlowTimeCell(int Degree, double Dimension);

/// <summary>Enclosed times of the gradient flow from 1/√d, as a double.</summary>
/// <param name="Start">The double next to 1/√d.</param>
/// <param name="DoubledLower">Lower end of the time until twice the start.</param>
/// <param name="DoubledUpper">Upper end of it.</param>
/// <param name="HalfLower">Lower end of the time until ½.</param>
/// <param name="HalfUpper">Upper end of it.</param>
/// <param name="FitLower">Lower end of the time from ½ to 0.99.</param>
/// <param name="FitUpper">Upper end of it.</param>
public sealed record FlowTimeOutcome(
    double Start,
    double DoubledLower,
    double DoubledUpper,
    double HalfLower,
    double HalfUpper,
    double FitLower,
    double FitUpper);

/// <summary>Times of the gradient flow of the overlap by rigorous quadrature.</summary>
public sealed class FlowTimeExperiment : Experiment<FlowTimeCell, FlowTimeOutcome>
{
    private const int Pieces = 4096;

    /// <inheritdoc/>
    public override string Id => "online-sgd/flow-time";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override FlowTimeOutcome Run(FlowTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int k = cell.Degree;
        if (k is < 1 or > 12 || !(cell.Dimension >= 5 && cell.Dimension <= 1e12))
            throw new ArgumentException("Degrees lie between 1 and 12, dimensions between 5 and 10¹².", nameof(cell));
        double start = 1 / Math.Sqrt(cell.Dimension);
        Interval doubled = GradientFlowTime.Enclosed(k, start, 2 * start, Pieces);
        Interval half = GradientFlowTime.Enclosed(k, start, 0.5, Pieces);
        Interval fit = GradientFlowTime.Enclosed(k, 0.5, 0.99, Pieces);
        return new(start, doubled.Lower, doubled.Upper, half.Lower, half.Upper, fit.Lower, fit.Upper);
    }
}
