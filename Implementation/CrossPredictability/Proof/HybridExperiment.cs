using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>Which pair of processes is compared.</summary>
public enum HybridProcess
{
    /// <summary>Chains on five states: all rows drawn, each a multiple of 1/16.</summary>
    RandomChains,

    /// <summary>A chain that stays with probability 15/16, else moves to a drawn state, and one that moves a further
    /// 1/16 from staying to the next state.</summary>
    SlowChains,

    /// <summary>Noisy gradient descent on out = u·v·f₀(x) from u = v = 0, with labels f₀ and with junk, σ = 1, loss
    /// −y·out.</summary>
    ProductNetwork,
}

/// <summary>Cell of <see cref="HybridExperiment"/>.</summary>
/// <param name="Process">The pair of processes.</param>
/// <param name="Steps">T, from 1 to 10; 2 for the network.</param>
/// <param name="Rate">γ of the network, positive.</param>
public sealed record HybridCell(HybridProcess Process, int Steps, double Rate);

/// <summary>The distance of both laws after T steps and the distances of single steps.</summary>
/// <param name="DistanceLower">Lower end of the total variation distance after T steps; exact for chains.</param>
/// <param name="DistanceUpper">Its upper end.</param>
/// <param name="SumLower">Lower end of Σ_t E_{w~Q_⋆^(t−1)} of the distance of one step from w; exact for
/// chains.</param>
/// <param name="SumUpper">Its upper end.</param>
/// <param name="Largest">The largest of these T terms, for the network from above.</param>
/// <param name="First">The first of them: the distance of one step from the start.</param>
public sealed record HybridOutcome(
    double DistanceLower, double DistanceUpper, double SumLower, double SumUpper, double Largest, double First)
{
    /// <summary>Total variation distance after T steps.</summary>
    [JsonIgnore]
    public Interval Distance => new(DistanceLower, DistanceUpper);

    /// <summary>Σ_t E_{w~Q_⋆^(t−1)} of the distance of one step from w.</summary>
    [JsonIgnore]
    public Interval Sum => new(SumLower, SumUpper);
}

/// <summary>Two processes from the same start, compared step by step along the second.</summary>
/// <remarks>Chains: masses after t steps are multiples of 16^(−t), exact up to t = 10. Network: a step from (u, v) adds
/// γ(v, u) under true labels and nothing under junk, so that after two steps the independent (u ± v)/√2 have the
/// variances 1 + (1 ± γ)² against 2. Laws N(0, a) and N(0, b) have the distance d_± of the central interval up to the
/// point where their densities cross, t² = log(b/a)·ab/(b − a). Both together have at least the larger of d_+ and d_−,
/// and at most 1 − (1 − d_+)(1 − d_−), as maximal couplings of the two coordinates make one of the pair. The steps
/// differ by γ‖(u, v)‖, and the mean of 2Φ(γR/2) − 1 over the Rayleigh law of R is γ/√(γ² + 4).</remarks>
public sealed class HybridExperiment : Experiment<HybridCell, HybridOutcome>
{
    private const int States = 5;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/hybrid";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <inheritdoc/>
    public override HybridOutcome Run(HybridCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Steps is < 1 or > 10 || cell.Process == HybridProcess.ProductNetwork && cell.Steps != 2)
            throw new ArgumentException("Steps lie between 1 and 10, and are 2 for the network.", nameof(cell));
        if (cell.Process == HybridProcess.ProductNetwork)
            return Network(cell.Rate);
        double[][] junk = [.. Enumerable.Range(0, States).Select(_ => Row(cell.Process, stream))];
        double[][] data = cell.Process == HybridProcess.RandomChains
            ? [.. Enumerable.Range(0, States).Select(_ => Row(cell.Process, stream))]
            : [.. junk.Select((row, i) => Moved(row, i))];
        if (cell.Process == HybridProcess.SlowChains)
        {
            for (int i = 0; i < States; i++)
                (junk[i], data[i]) = (Stayed(junk[i], i), Stayed(data[i], i));
        }

        return Chains(data, junk, cell.Steps);
    }

    private static HybridOutcome Chains(double[][] data, double[][] junk, int steps)
    {
        double[] p = new double[States];
        double[] q = new double[States];
        (p[0], q[0]) = (1, 1);
        double[] single = [.. data.Select((row, i) => Distance(row, junk[i]))];
        (double sum, double largest) = (0, 0);
        for (int t = 0; t < steps; t++)
        {
            double term = 0;
            for (int i = 0; i < States; i++)
                term += q[i] * single[i];
            sum += term;
            largest = Math.Max(largest, term);
            (p, q) = (Step(p, data), Step(q, junk));
        }

        double distance = Distance(p, q);
        return new(distance, distance, sum, sum, largest, single[0]);
    }

    private static HybridOutcome Network(double rate)
    {
        if (!(rate > 0 && rate <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate is positive and at most 10⁶.");
        Interval γ = rate;
        Interval along = Centered(1 + Interval.Square(1 + γ)), across = Centered(1 + Interval.Square(1 - γ));
        Interval above = 1 - (1 - along) * (1 - across);
        Interval second = γ / Interval.Sqrt(Interval.Square(γ) + 4);
        return new(
            Math.Max(0, Math.Max(along.Lower, across.Lower)), Math.Min(above.Upper, 1), second.Lower, second.Upper,
            second.Upper, 0);
    }

    // The distance of N(0, variance) and N(0, 2). Where the variances are too close to tell, the crossing is where the
    // densities of one variance have their inflection, and the enclosure is that of any t between both deviations.
    private static Interval Centered(Interval variance)
    {
        Interval difference = variance - 2;
        Interval square = difference.Lower <= 0 && difference.Upper >= 0
            ? Interval.Hull(variance, 2)
            : IntervalFunctions.Log(variance / 2) * 2 * variance / difference;
        Interval t = Interval.Sqrt(square);
        return Interval.Abs(NormalLaw.Central(t / Interval.Sqrt(2)) - NormalLaw.Central(t / Interval.Sqrt(variance)));
    }

    // A row of multiples of 1/16: sixteen balls in five boxes.
    private static double[] Row(HybridProcess process, RandomStream stream)
    {
        double[] row = new double[States];
        int balls = process == HybridProcess.SlowChains ? 1 : 16;
        for (int i = 0; i < balls; i++)
            row[stream.NextIndex(States)] += 1.0 / 16;
        return row;
    }

    private static double[] Moved(double[] row, int i)
    {
        double[] moved = [.. row];
        moved[(i + 1) % States] += 1.0 / 16;
        return moved;
    }

    // What is left of the mass stays.
    private static double[] Stayed(double[] row, int i)
    {
        double[] stayed = [.. row];
        stayed[i] += 1 - row.Sum();
        return stayed;
    }

    private static double[] Step(double[] law, double[][] rows)
    {
        double[] next = new double[States];
        for (int i = 0; i < States; i++)
        {
            for (int j = 0; j < States; j++)
                next[j] += law[i] * rows[i][j];
        }

        return next;
    }

    private static double Distance(double[] p, double[] q) => p.Zip(q, (a, b) => Math.Abs(a - b)).Sum() / 2;
}
