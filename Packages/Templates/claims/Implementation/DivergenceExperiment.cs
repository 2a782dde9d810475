using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace MyPaper.Implementation;

/// <summary>Two coins: heads comes with probability P/Parts for the one and Q/Parts for the other.</summary>
public sealed record CoinPair(int P, int Q, int Parts)
{
    /// <summary>All pairs with 0 ≤ P ≤ Parts and 0 &lt; Q &lt; Parts.</summary>
    public static IReadOnlyList<CoinPair> All(int parts) =>
        [.. from q in Enumerable.Range(1, parts - 1)
            from p in Enumerable.Range(0, parts + 1)
            select new CoinPair(p, q, parts)];

    /// <summary>(p − q)², enclosed.</summary>
    public Interval SquaredDifference() => Interval.Square(Interval.OfRational(P - Q, Parts));

    /// <summary>q(1 − q), the variance of the second coin, enclosed.</summary>
    public Interval Variance() => Interval.OfRational(Q * (Parts - Q), Parts * Parts);
}

/// <summary>Ends of an enclosure of a divergence, in nats.</summary>
public sealed record Divergence(double Lower, double Upper)
{
    /// <summary>The enclosure.</summary>
    public Interval Enclosed() => new(Lower, Upper);
}

/// <summary>D(P‖Q) = p ln(p/q) + (1 − p) ln((1 − p)/(1 − q)), with 0 ln 0 = 0, in interval arithmetic: it draws
/// nothing.</summary>
public sealed class DivergenceExperiment : Experiment<CoinPair, Divergence>
{
    public override string Id => "my-paper/divergence";

    public override bool IsDeterministic => true;

    public override Divergence Run(CoinPair cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval divergence = Term(cell.P, cell.Q) + Term(cell.Parts - cell.P, cell.Parts - cell.Q);
        return new(divergence.Lower, divergence.Upper);

        Interval Term(int p, int q) =>
            p == 0 ? 0 : Interval.OfRational(p, cell.Parts) * IntervalFunctions.Log(Interval.OfRational(p, q));
    }
}
