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
/// <param name="Distance">Total variation distance after T steps, exact for chains, from below for the
/// network.</param>
/// <param name="SumLower">Lower end of Σ_t E_{w~Q_⋆^(t−1)} of the distance of one step from w; exact for
/// chains.</param>
/// <param name="SumUpper">Its upper end.</param>
/// <param name="Largest">The largest of these T terms, for the network from above.</param>
/// <param name="First">The first of them: the distance of one step from the start.</param>
public sealed record HybridOutcome(double Distance, double SumLower, double SumUpper, double Largest, double First)
{
    /// <summary>Σ_t E_{w~Q_⋆^(t−1)} of the distance of one step from w.</summary>
    public Interval Sum => new(SumLower, SumUpper);
}

/// <summary>Two processes from the same start, compared step by step along the second.</summary>
/// <remarks>Chains: masses after t steps are multiples of 16^(−t), exact up to t = 10. Network: a step from (u, v) adds
/// γ(v, u) under true labels and nothing under junk, so that after two steps (u + v)/√2 has the variance 1 + (1 + γ)²
/// against 2, and the event that it lies in [−t, t] bounds the distance from below; the steps differ by γ‖(u, v)‖, and
/// the mean of 2Φ(γR/2) − 1 over the Rayleigh law of R is γ/√(γ² + 4).</remarks>
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

        return new(Distance(p, q), sum, sum, largest, single[0]);
    }

    private static HybridOutcome Network(double rate)
    {
        if (!(rate > 0 && rate <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate is positive and at most 10⁶.");
        Interval γ = rate;
        Interval wide = Interval.Sqrt(1 + Interval.Square(1 + γ));
        // Near where the two densities cross; any t bounds the distance from below.
        double t = 1.4142 * (1 + Math.Min(rate, 2) / 5);
        Interval below = NormalLaw.Central(t / Interval.Sqrt(2)) - NormalLaw.Central(t / wide);
        Interval second = γ / Interval.Sqrt(Interval.Square(γ) + 4);
        return new(Math.Max(below.Lower, 0), second.Lower, second.Upper, second.Upper, 0);
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
