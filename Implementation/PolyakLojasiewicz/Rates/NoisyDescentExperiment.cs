using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

/// <summary>Stochastic gradient descent x − η(f′(x) ± s) on f(x) = x² + a·sin²x, both signs equally likely.</summary>
/// <param name="Ripple">a; for 0 the second moment obeys a recursion, otherwise all 2^k paths are followed.</param>
/// <param name="Schedule">Law of the step sizes.</param>
/// <param name="RelativeStep">ηβ of the constant schedule, in (0, ½), so that ημ lies there too.</param>
/// <param name="Steps">Steps, 1 to 14 with a ripple, to 100000 without.</param>
/// <param name="Noise">s ≥ 0.</param>
public sealed record NoisyDescentCell(
    double Ripple, StepSchedule Schedule, double RelativeStep, int Steps, double Noise);

/// <summary>Exact expectations along one run, from a random start.</summary>
/// <param name="Polyak">μ.</param>
/// <param name="Smoothness">β.</param>
/// <param name="GradientBound">C² = max_k E g_k², over the steps taken.</param>
/// <param name="StartLoss">f(x⁰).</param>
/// <param name="LastLoss">E f at the last step.</param>
/// <param name="Steps">The k at which losses are kept.</param>
/// <param name="Losses">E f(x^k) there, rounded to 10 digits.</param>
/// <param name="Error">Bound of the error of every expected loss, as it is stored, and of C², relative to each.</param>
public sealed record NoisyDescentOutcome(
    double Polyak,
    double Smoothness,
    double GradientBound,
    double StartLoss,
    double LastLoss,
    double[] Steps,
    double[] Losses,
    double Error);

/// <summary>Stochastic gradient descent with additive noise, without sampling: expectations over all paths, or by
/// recursion of moments.</summary>
public sealed class NoisyDescentExperiment : Experiment<NoisyDescentCell, NoisyDescentOutcome>
{
    private const int Digits = 10;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/noisy-descent";

    /// <inheritdoc/>
    public override NoisyDescentOutcome Run(NoisyDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int most = cell.Ripple == 0 ? 100_000 : 14;
        if (cell.Steps < 1 || cell.Steps > most)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Steps, $"The number of steps has to lie in 1 to {most}.");
        if (!(cell.RelativeStep > 0 && cell.RelativeStep < 0.5))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.RelativeStep, "The relative step ηβ has to lie in (0, ½).");
        double start = ElementaryFunctions.Exp(4 * stream.NextUniform() - 2);
        double μ = RippledParabola.ConstantsAt(cell.Ripple).Polyak.Lower;
        double β = new RippledParabola(cell.Ripple).Smoothness;
        return cell.Ripple == 0 ? Moments(cell, start, μ, β, cancellation) : Paths(cell, start, μ, β);
    }

    private static double StepSize(NoisyDescentCell cell, double μ, double β, int k) => cell.Schedule switch
    {
        StepSchedule.Constant => cell.RelativeStep / β,
        StepSchedule.Decreasing => (2.0 * k + 1) / (2 * μ * (k + 1.0) * (k + 1.0)),
        _ => 1 / (2 * μ * (k + 1.0)),
    };

    // f = x², f′ = 2x: E x² ← (1 − 2η)²E x² + η²s².
    private static NoisyDescentOutcome Moments(
        NoisyDescentCell cell, double start, double μ, double β, CancellationToken cancellation)
    {
        var steps = new List<double>();
        var losses = new List<double>();
        double moment = start * start;
        double bound = 0;
        double square = cell.Noise * cell.Noise;
        for (int k = 0; k < cell.Steps; k++)
        {
            if (k % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            bound = Math.Max(bound, 4 * moment + square);
            double η = StepSize(cell, μ, β, k);
            moment = (1 - 2 * η) * (1 - 2 * η) * moment + η * η * square;
            // All of the first 64 steps, then powers of two and the last.
            if (k < 64 || ((k + 1) & k) == 0 || k == cell.Steps - 1)
            {
                steps.Add(k + 1);
                losses.Add(moment);
            }
        }

        // A step rounds η four times, 1 − 2η ≥ 0 is at least ½ after them, and the sum of positive terms six times:
        // below 16u a step.
        return new(μ, β, bound, start * start, moment, [.. steps], Stored(losses),
            Stored(16 * UnitRoundoff * (cell.Steps + 8)));
    }

    // x ↦ x − ηf′(x) stretches by max(1, sup|1 − ηf″|) at most, f″ in [2 − 2a, 2 + 2a]: errors e of the points grow by
    // that factor a step, beside what the step rounds itself. With |f′| ≤ √(2βf) and f″ ≤ β an error e moves E f by
    // √(2βE f)·e + ½βe² at most, and √(E f′²) by βe; evaluation adds 8u and the sum of N terms Nu.
    private static NoisyDescentOutcome Paths(NoisyDescentCell cell, double start, double μ, double β)
    {
        double[] points = [start];
        var losses = new double[cell.Steps];
        double bound = 0;
        double pointError = 0;
        double error = 0;
        for (int k = 0; k < cell.Steps; k++)
        {
            double η = StepSize(cell, μ, β, k);
            double steepest = 0;
            double farthest = 0;
            var next = new double[2 * points.Length];
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < points.Length; i++)
            {
                double slope = 2 * points[i] + cell.Ripple * ElementaryFunctions.SinCos(2 * points[i]).Sin;
                squares += slope * slope;
                steepest = Math.Max(steepest, Math.Abs(slope));
                farthest = Math.Max(farthest, Math.Abs(points[i]));
                next[2 * i] = points[i] - η * (slope + cell.Noise);
                next[2 * i + 1] = points[i] - η * (slope - cell.Noise);
                sum += Value(next[2 * i], cell.Ripple) + Value(next[2 * i + 1], cell.Ripple);
            }

            double square = squares / points.Length + cell.Noise * cell.Noise;
            bound = Math.Max(bound, square);
            losses[k] = sum / next.Length;
            double squareError =
                β * pointError * (2 * Math.Sqrt(square) + β * pointError) / square
                + (points.Length + 16) * UnitRoundoff;
            double stretch = Math.Max(
                1, Math.Max(Math.Abs(1 - η * (2 + 2 * cell.Ripple)), Math.Abs(1 - η * (2 - 2 * cell.Ripple))));
            // The step rounds x − η(f′ ± s) once, η and the product with it 5 times, f′ = 2x + a·sin 2x by 8u(|f′| +
            // a).
            pointError =
                stretch * pointError + UnitRoundoff * (farthest + η * (16 * (steepest + cell.Ripple) + 8 * cell.Noise));
            double lossError =
                pointError * (Math.Sqrt(2 * β * losses[k]) + 0.5 * β * pointError) / losses[k]
                + (next.Length + 8) * UnitRoundoff;
            error = Math.Max(error, Math.Max(squareError, lossError));
            points = next;
        }

        return new(
            μ,
            β,
            bound,
            Value(start, cell.Ripple),
            losses[^1],
            [.. Enumerable.Range(1, cell.Steps).Select(k => (double)k)],
            Stored(losses),
            Stored(error));
    }

    private static double[] Stored(IEnumerable<double> losses) => ShortDecimal.Nearest(losses, Digits);

    private static double Stored(double error) =>
        OutwardDecimal.Above(1.000001 * (error + ShortDecimal.RelativeError(Digits)), 2);

    private static double Value(double x, double a)
    {
        double sine = ElementaryFunctions.SinCos(x).Sin;
        return x * x + a * sine * sine;
    }
}
