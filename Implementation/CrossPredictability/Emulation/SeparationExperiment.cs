using System.Collections.Concurrent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>One parity, three learners: SGD and population descent on the same network, and the best affine
/// threshold.</summary>
public sealed class SeparationExperiment : Experiment<SeparationCell, SeparationOutcome>
{
    private static readonly ConcurrentDictionary<(int, int), double> Thresholds = new();

    /// <inheritdoc/>
    public override string Id => "cross-predictability/separation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <summary>The largest accuracy of x ↦ sign(⟨w, x⟩ + b) on χ_S with |S| = k.</summary>
    /// <remarks>
    /// By symmetry S is the first k coordinates. Every threshold function of at most 4 variables has integer weights of
    /// magnitude at most 3 (S. Muroga, "Threshold logic and its applications", 1971); half-integer b between all values
    /// of ⟨w, x⟩ has no ties. O(7ⁿ·n·2ⁿ), once a size.
    /// </remarks>
    /// <param name="coordinates">n, between 1 and 4.</param>
    /// <param name="degree">k, between 1 and n.</param>
    public static double BestThreshold(int coordinates, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(coordinates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coordinates, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, coordinates);
        return Thresholds.GetOrAdd((coordinates, degree), Enumerate);
    }

    /// <inheritdoc/>
    public override SeparationOutcome Run(
        SeparationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var emulation = new EmulationCell(cell.Coordinates, cell.Samples)
        {
            Rate = cell.Rate,
            Batch = cell.Batch,
            Degree = cell.Degree,
            Inhibition = EmulationDesign.LeastInhibition(cell.Coordinates, cell.Rate),
        };
        uint parity = EmulationExperiment.Subset(cell.Coordinates, cell.Degree, stream);
        var training = new EmulationTraining(emulation, stream, input => ParityElimination.Value(parity, input));
        for (int step = 0; step < cell.Samples; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            training.Step();
        }

        EmulationOutcome stochastic = training.Inspect();
        PopulationDescentOutcome population = PopulationDescentExperiment.Descend(
            new(cell.Coordinates, cell.Samples, cell.Degree) { Rate = cell.Rate }, parity, cancellation);
        return new(
            stochastic.Rank, stochastic.Accuracy, population.Accuracy, BestThreshold(cell.Coordinates, cell.Degree));
    }

    private static double Enumerate((int Coordinates, int Degree) sizes)
    {
        (int n, int degree) = sizes;
        int best = 0, inputs = 1 << n;
        // How many inputs of either label have each value of ⟨w, x⟩.
        int[] plus = new int[6 * n + 1], minus = new int[6 * n + 1];
        int[] w = new int[n];
        for (int code = 0; code < PowerOfSeven(n); code++)
        {
            for (int i = 0, rest = code; i < n; i++, rest /= 7)
                w[i] = rest % 7 - 3;
            Array.Clear(plus);
            Array.Clear(minus);
            for (uint x = 0; x < inputs; x++)
            {
                int value = 3 * n;
                for (int i = 0; i < n; i++)
                    value += (x >> i & 1) == 0 ? w[i] : -w[i];
                (ParityElimination.Value((1u << degree) - 1, x) > 0 ? plus : minus)[value]++;
            }

            // All values below the threshold have the sign −1; the sum is what is right.
            int right = inputs / 2;
            for (int value = 0; value < plus.Length; value++)
            {
                best = Math.Max(best, Math.Max(right, inputs - right));
                right += minus[value] - plus[value];
            }
        }

        return (double)best / inputs;
    }

    private static int PowerOfSeven(int n)
    {
        int power = 1;
        for (int i = 0; i < n; i++)
            power *= 7;
        return power;
    }
}
