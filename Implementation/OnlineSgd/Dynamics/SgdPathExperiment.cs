using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="SgdPathExperiment"/>.</summary>
/// <param name="Degree">k of f = H_k/√k!, from 1 to 6.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Step">η ≥ 0, finite.</param>
/// <param name="Start">m₀ within (−1, 1).</param>
/// <param name="Steps">How many steps, at least 1.</param>
/// <param name="ChainFactor">η of the independent chain over that of SGD.</param>
public sealed record SgdPathCell(
    int Degree, SampleLoss Loss, int Dimension, double Step, double Start, int Steps, double ChainFactor = 1);

/// <summary>A path of SGD in d dimensions beside the chain of overlaps.</summary>
/// <param name="Deviation">Largest difference of one step's overlap from the chain's, fed with the sample's (b, c,
/// Q); rounded to 9 digits, as are the other numbers.</param>
/// <param name="DeviationError">Bound of its error, at the step of largest excess, rounded up to two digits; so are the
/// other bounds.</param>
/// <param name="WithoutRest">The same with Q = 0, rounded down.</param>
/// <param name="WithoutGeometry">The same without √(1 − m²) in the numerator, rounded down.</param>
/// <param name="LeastGrowth">Least ‖w − η∇_Sℓ‖² − 1 on the path.</param>
/// <param name="GrowthError">Bound of its error.</param>
/// <param name="MeanRest">Mean of Q over the path.</param>
/// <param name="EndsAbove">Whether the overlap at the end exceeds that of an independent chain.</param>
public sealed record SgdPathOutcome(
    double Deviation,
    double DeviationError,
    double WithoutRest,
    double WithoutGeometry,
    double LeastGrowth,
    double GrowthError,
    double MeanRest,
    bool EndsAbove);

/// <summary>Runs projected SGD in d dimensions and compares each step with the chain.</summary>
public sealed class SgdPathExperiment : Experiment<SgdPathCell, SgdPathOutcome>
{
    private const int Digits = 9;

    /// <inheritdoc/>
    public override string Id => "online-sgd/sgd-path";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SgdPathOutcome Run(SgdPathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (cell.Degree is < 1 or > 6 || d < 3 || cell.Steps < 1 || !(Math.Abs(cell.Start) < 1))
            throw new ArgumentException(
                "Needed are k from 1 to 6, d ≥ 3, a step or more and |m₀| < 1.", nameof(cell));
        HermiteSeries link = HermiteSeries.Hermite(cell.Degree);
        (double[] signal, double[] w) = Start(cell, stream);
        var sgd = new ProjectedSgd(link, cell.Loss, signal, w, cell.Step, stream);
        (double worst, double bound, double excess) = (0, 0, double.NegativeInfinity);
        (double withoutRest, double withoutGeometry, double rest) = (0, 0, 0);
        (double least, double normError) = (double.PositiveInfinity, 0);
        (double reached, double squaredNorm) = Measured(sgd, signal);
        for (int t = 1; t <= cell.Steps; t++)
        {
            if (t % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            double m = reached;
            SgdSample sample = sgd.Advance();
            double b = sample.StudentPart;
            double r = Math.Sqrt((1 - m) * (1 + m));
            double c = (sample.SignalPart - m * b) / r;
            double Q = sample.SquaredLength - b * b - c * c;
            rest += Q / cell.Steps;
            double error = Rounding(link, cell.Step, sample, squaredNorm, d);
            double slack = 8 * error;
            if (sample.SquaredNormAfter < least)
                (least, normError) = (sample.SquaredNormAfter, 4 * error * (1 + sample.SquaredNormAfter));
            (reached, squaredNorm) = Measured(sgd, signal);

            // Near the poles c is a quotient of rounding errors; the identity is examined elsewhere.
            if (r * r < 1e-6)
                continue;
            double deviation =
                Math.Abs(OverlapStep.Next(link, cell.Loss, cell.Step, m, b, c, Q) - reached);
            if (deviation - slack > excess)
                (worst, bound, excess) = (deviation, slack, deviation - slack);
            withoutRest = Math.Max(
                withoutRest,
                Math.Abs(OverlapStep.Next(link, cell.Loss, cell.Step, m, b, c, 0) - reached));
            double push = cell.Step * OverlapStep.Force(link, cell.Loss, m * b + r * c, b);
            withoutGeometry = Math.Max(
                withoutGeometry,
                Math.Abs((m + push * c) / Math.Sqrt(1 + push * push * (c * c + Q)) - reached));
        }

        return new(
            ShortDecimal.Nearest(worst, Digits), Bound(bound, worst), OutwardDecimal.Below(withoutRest, Digits),
            OutwardDecimal.Below(withoutGeometry, Digits), ShortDecimal.Nearest(least - 1, Digits),
            Bound(normError, least - 1), ShortDecimal.Nearest(rest, Digits), reached > ChainEnd(cell, link, stream));
    }

    // Of a number that is stored with so many digits.
    private static double Bound(double error, double number) =>
        OutwardDecimal.Above(error + ShortDecimal.RelativeError(Digits) * Math.Abs(number), 2);

    // The overlap from w itself: what the chain says of it is examined here.
    private static (double Overlap, double SquaredNorm) Measured(ProjectedSgd sgd, double[] signal)
    {
        double[] w = sgd.Weights();
        return (Lanes.Dot(w, signal), Lanes.Dot(w, w));
    }

    private static (double[] Signal, double[] Weights) Start(SgdPathCell cell, RandomStream stream)
    {
        int d = cell.Dimension;
        double[] signal = new double[d], e = new double[d], w = new double[d];
        UniformSphere.Fill(stream, signal);
        UniformSphere.Fill(stream, e);
        Lanes.Axpy(-Lanes.Dot(e, signal), signal, e);
        Lanes.Scale(1 / Lanes.Norm(e), e);
        Lanes.Axpy(cell.Start, signal, w);
        Lanes.Axpy(Math.Sqrt((1 - cell.Start) * (1 + cell.Start)), e, w);
        return (signal, w);
    }

    private static double ChainEnd(SgdPathCell cell, HermiteSeries link, RandomStream stream)
    {
        var chain = new OverlapChain(
            link, cell.Loss, cell.Dimension, cell.ChainFactor * cell.Step, cell.Start, stream);
        for (int t = 0; t < cell.Steps; t++)
            chain.Advance();
        return chain.Overlap;
    }

    // Dot products of length d with unit vectors err by γ_{d/8+5}‖x‖; a is formed again as mb + √(1 − m²)c, off by a
    // few u of |a| + |b|, and moves G through f′; evaluation of f and f′ errs by γ_{3k+6} of their magnitudes. m⁺ moves
    // by at most η‖x‖ per unit of G, by the push per unit of a, b and ‖x‖, and the pass itself rounds entries of w⁺
    // once or twice. ‖w‖² is 1 up to what is measured.
    private static double Rounding(HermiteSeries link, double step, SgdSample sample, double squaredNorm, int d)
    {
        double length = Math.Sqrt(sample.SquaredLength);
        (double a, double b) = (Math.Abs(sample.SignalPart) + 1e-12, Math.Abs(sample.StudentPart) + 1e-12);
        double γ = DoublePrecision.Gamma(d / 8 + 16);
        double evaluation = DoublePrecision.Gamma(3 * link.Degree + 16);
        double slope = link.SlopeMagnitude(b);
        double force = slope * (link.SlopeMagnitude(a + b) * 16 * DoublePrecision.UnitRoundoff * (a + 2 * b)
            + evaluation * (link.Magnitude(a + b) + 2 * link.Magnitude(b)));
        double push = Math.Abs(sample.Push);
        double growth = (1 + push * length) * (1 + push * length);
        return step * length * force + (γ + Math.Abs(squaredNorm - 1)) * growth;
    }
}
