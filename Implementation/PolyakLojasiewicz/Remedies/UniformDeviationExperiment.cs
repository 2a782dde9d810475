using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="UniformDeviationExperiment"/>.</summary>
/// <param name="Functions">The class H.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="ClassSize">|H|, at least 1; without meaning for thresholds.</param>
public sealed record UniformDeviationCell(DeviationClass Functions, int Samples, int ClassSize);

/// <summary>How far empirical risks stray from risks on one data set.</summary>
/// <param name="Deviation">sup over H of R − R_emp; for thresholds of |R − R_emp|; rounded to 9
/// digits.</param>
public sealed record UniformDeviationOutcome(double Deviation);

/// <summary>The largest deviation of the empirical risk over a class, which is also that at the empirical minimizer
/// where all functions have the same risk.</summary>
public sealed class UniformDeviationExperiment : Experiment<UniformDeviationCell, UniformDeviationOutcome>
{
    private const double TailIndex = 1.25;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/uniform-deviation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <inheritdoc/>
    public override UniformDeviationOutcome Run(
        UniformDeviationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Samples, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.ClassSize, 1, nameof(cell));
        double deviation = cell.Functions switch
        {
            DeviationClass.Coins => Coins(stream, cell.Samples, cell.ClassSize),
            DeviationClass.Thresholds => Thresholds(stream, cell.Samples),
            _ => HeavyTails(stream, cell.Samples, cell.ClassSize),
        };
        return new(ShortDecimal.Nearest(deviation, 9));
    }

    // Bits are errors; the fewest errors of a function give the largest deviation.
    private static double Coins(RandomStream stream, int n, int functions)
    {
        int fewest = n;
        for (int f = 0; f < functions; f++)
        {
            int errors = 0;
            for (int start = 0; start < n; start += 64)
                errors += BitOperations.PopCount(stream.NextBits() >> Math.Max(0, 64 - (n - start)));
            fewest = Math.Min(fewest, errors);
        }

        return 0.5 - (double)fewest / n;
    }

    private static double Thresholds(RandomStream stream, int n)
    {
        var samples = new double[n];
        stream.FillUniforms(samples);
        Array.Sort(samples);
        double largest = 0;
        for (int i = 0; i < n; i++)
            largest = Math.Max(largest, Math.Max(samples[i] - (double)i / n, (double)(i + 1) / n - samples[i]));
        return largest;
    }

    // Pareto: scale·u^(−1/index) with mean scale·index/(index − 1) = ½.
    private static double HeavyTails(RandomStream stream, int n, int functions)
    {
        const double Scale = 0.5 * (TailIndex - 1) / TailIndex;
        double largest = double.NegativeInfinity;
        var u = new double[n];
        for (int f = 0; f < functions; f++)
        {
            stream.FillUniforms(u);
            for (int i = 0; i < n; i++)
                u[i] = 1 - u[i]; // in (0, 1]
            ElementaryFunctions.Log(u, u);
            double sum = 0;
            for (int i = 0; i < n; i++)
                u[i] /= -TailIndex;
            ElementaryFunctions.Exp(u, u);
            foreach (double value in u)
                sum += Scale * value;
            largest = Math.Max(largest, 0.5 - sum / n);
        }

        return largest;
    }
}
