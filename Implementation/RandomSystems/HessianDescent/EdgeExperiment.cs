using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="EdgeExperiment"/>.</summary>
/// <param name="Ratio">α, between 0 and 1.</param>
/// <param name="Scale">a, positive.</param>
/// <param name="Slope">b, not negative.</param>
/// <param name="Points">Points of the grids on which both problems are searched, from 2.</param>
public sealed record EdgeCell(double Ratio, double Scale, double Slope, int Points);

/// <summary>z* and what the two problems yield on grids.</summary>
/// <param name="PrimalLower">Lower end of an enclosure of the primal's value at the stationary point g.</param>
/// <param name="PrimalUpper">Its upper end, which is at least z*.</param>
/// <param name="DualLower">Lower end of an enclosure of the dual's value at s = √α·b/(g + b), which is at most
/// z*.</param>
/// <param name="DualUpper">Its upper end.</param>
/// <param name="LeastPrimal">The least value of the minimized function on a grid of m, rounded up.</param>
/// <param name="GreatestDual">The greatest value of 2a√(1 − s²) − b(√α − s)² on a grid of s, rounded down.</param>
public sealed record EdgeOutcome(
    double PrimalLower, double PrimalUpper, double DualLower, double DualUpper, double LeastPrimal,
    double GreatestDual)
{
    /// <summary>The primal's value at the stationary point.</summary>
    public Interval Primal => new(PrimalLower, PrimalUpper);

    /// <summary>The dual's value there.</summary>
    public Interval Dual => new(DualLower, DualUpper);

    /// <summary>Encloses z* by weak duality: from the dual's lower end to the primal's upper one.</summary>
    public Interval Edge => new(DualLower, PrimalUpper);
}

/// <summary>The primal and the dual problem of the spectral edge.</summary>
public sealed class EdgeExperiment : Experiment<EdgeCell, EdgeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/edge";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override EdgeOutcome Run(EdgeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (double α, double a, double b) = (cell.Ratio, cell.Scale, cell.Slope);
        double primal = double.PositiveInfinity, dual = double.NegativeInfinity;
        for (int i = 0; i <= cell.Points; i++)
        {
            double s = i / (double)cell.Points;
            dual = Math.Max(dual, SpectralEdge.Dual(α, a, b, s).Lower);
            // g between a and beyond a/√(1 − α): 1/g is the cosine that belongs to the sine s.
            if (i < cell.Points)
                primal = Math.Min(primal, SpectralEdge.Primal(α, a, b, a / Math.Sqrt(1 - s * s)).Upper);
        }

        (Interval least, Interval greatest) = SpectralEdge.AtStationaryPoint(α, a, b);
        return new(least.Lower, least.Upper, greatest.Lower, greatest.Upper, primal, dual);
    }
}
