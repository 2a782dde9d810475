using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Formalization;

/// <summary>Cell of <see cref="SampleExperiment"/>; n·t is at most 16, so that all samples can be listed.</summary>
/// <param name="Variables">n, from 1 to 6.</param>
/// <param name="Samples">t, from 0 to 8.</param>
public sealed record SampleCell(int Variables, int Samples);

/// <summary>What t labeled inputs tell of a parity, over all samples and parities; exact integers.</summary>
/// <param name="Right">Over all samples, parities S and inputs x: twice how often the best prediction of χ_S(x) from
/// the sample is right, a tie counted ½.</param>
/// <param name="Total">2^(nt)·2^n·2^n: half the count that would be always right.</param>
/// <param name="Unique">How many pairs of a sample and S leave no other parity.</param>
/// <param name="Kept">Σ over samples and S of 1/(number of parities left), times 2^n: an integer, as these numbers are
/// powers of 2.</param>
public sealed record SampleOutcome(double Right, double Total, double Unique, double Kept);

/// <summary>All samples of t inputs, all parities, all inputs: the best prediction by counting the parities that agree
/// with the labels.</summary>
public sealed class SampleExperiment : Experiment<SampleCell, SampleOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/sample";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SampleOutcome Run(SampleCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int n, int t) = (cell.Variables, cell.Samples);
        if (n is < 1 or > 6 || t is < 0 or > 8 || n * t > 16)
            throw new ArgumentException(
                "n lies between 1 and 6, t between 0 and 8, and n·t is 16 at most.", nameof(cell));
        int N = 1 << n;
        (long right, long unique, long kept) = (0, 0, 0);
        int[] labels = new int[N];
        int[] size = new int[1 << t];
        int[] plus = new int[1 << t];
        for (int sample = 0; sample < 1 << (n * t); sample++)
        {
            if (sample % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            Array.Clear(size);
            for (int s = 0; s < N; s++)
            {
                labels[s] = Labels(s, sample, n, t);
                size[labels[s]]++;
            }

            for (int s = 0; s < N; s++)
            {
                unique += size[labels[s]] == 1 ? 1 : 0;
                kept += N / size[labels[s]];
            }

            for (int x = 0; x < N; x++)
            {
                Array.Clear(plus);
                for (int s = 0; s < N; s++)
                    plus[labels[s]] += (1 + ParityFunction.Value(s, x)) / 2;
                // Of the parities with one set of labels the larger part is right; where parts are equal, half of them.
                for (int label = 0; label < size.Length; label++)
                    right += 2 * Math.Max(plus[label], size[label] - plus[label]);
            }
        }

        return new(right, (double)(1L << (n * t)) * N * N, unique, kept);
    }

    private static int Labels(int s, int sample, int n, int t)
    {
        int labels = 0;
        for (int i = 0; i < t; i++)
        {
            int x = sample >> (n * i) & (1 << n) - 1;
            labels |= (1 - ParityFunction.Value(s, x)) / 2 << i;
        }

        return labels;
    }
}
