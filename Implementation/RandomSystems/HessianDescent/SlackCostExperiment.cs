using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="SlackCostExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Ratio">α, positive.</param>
/// <param name="Steps">1/δ, from 1 to 10000.</param>
public sealed record SlackCostCell(Mixture Mixture, double Ratio, int Steps);

/// <summary>Where the polygons of Euler's method for the theorem's equation end, which go on where it is 0.</summary>
/// <param name="TightLower">Lower end of an enclosure of u without slack.</param>
/// <param name="TightUpper">Its upper end.</param>
/// <param name="SlackLower">Lower end of an enclosure of u with a slack of δ beside −z*.</param>
/// <param name="SlackUpper">Its upper end.</param>
public sealed record SlackCostOutcome(double TightLower, double TightUpper, double SlackLower, double SlackUpper)
{
    /// <summary>Encloses by how much slack raises u at the end.</summary>
    public Interval Cost => new Interval(SlackLower, SlackUpper) - new Interval(TightLower, TightUpper);
}

/// <summary>What a slack of dδ in the choice of the direction costs along the equation of Hessian descent.</summary>
/// <remarks>u_{k+1} = max(0, u_k − (δ/2α)(z*(α; √(2αu_kξ″), ξ′) − s)) at t = kδ, k = 0, …, 1/δ − 1, s = 0 or
/// δ.</remarks>
public sealed class SlackCostExperiment : Experiment<SlackCostCell, SlackCostOutcome>
{
    private const int MostSteps = 10_000;

    /// <inheritdoc/>
    public override string Id => "random-systems/slack-cost";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SlackCostOutcome Run(SlackCostCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Steps is < 1 or > MostSteps)
            throw new ArgumentException($"1/δ lies between 1 and {MostSteps}.", nameof(cell));
        Interval tight = End(cell, 0, cancellation), loose = End(cell, 1, cancellation);
        return new(tight.Lower, tight.Upper, loose.Lower, loose.Upper);
    }

    private static Interval End(SlackCostCell cell, int slack, CancellationToken cancellation)
    {
        Interval δ = 1 / Interval.Of(cell.Steps), factor = δ / (2 * Interval.Of(cell.Ratio));
        Interval u = Interval.Of(cell.Mixture.Constant) / 2;
        for (int k = 0; k < cell.Steps; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            Interval t = Interval.Of(k) / cell.Steps;
            u = Interval.Max(u - factor * (Edge(cell, t, u) - slack * δ), 0);
        }

        return u;
    }

    // z* rises with a and falls with b.
    private static Interval Edge(SlackCostCell cell, Interval t, Interval u)
    {
        Interval a = Interval.Sqrt(2 * Interval.Of(cell.Ratio) * u * cell.Mixture.Derivative(t, 2));
        Interval b = cell.Mixture.Derivative(t, 1);
        double lower = a.Lower > 0 ? SpectralEdge.Enclose(cell.Ratio, a.Lower, b.Upper).Lower : 0;
        double upper = a.Upper > 0 ? SpectralEdge.Enclose(cell.Ratio, a.Upper, Math.Max(0, b.Lower)).Upper : 0;
        return new(lower, Math.Max(lower, upper));
    }
}
