using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Cell of <see cref="ClassConstantExperiment"/>.</summary>
/// <param name="Classes">K, 2 to 10.</param>
/// <param name="Multiplicity">t, 1 to 10: each class has tK(K − 1) samples.</param>
/// <param name="Replacement">What corrupted labels become, in exactly equal numbers: another class, or any.</param>
public sealed record ClassConstantCell(int Classes, int Multiplicity, CorruptionKind Replacement);

/// <summary>A sweep over the corruption of every class alike, from none to all, in whole numbers.</summary>
/// <param name="Classes">K.</param>
/// <param name="Size">Samples of a class.</param>
/// <param name="Corrupted">How many of them have a replaced label, ascending.</param>
/// <param name="ClassSquares">Σ_a Σ_b c_ab², c_ab samples of class a having label b.</param>
/// <param name="TotalSquares">Σ_b (Σ_a c_ab)².</param>
/// <param name="HalfErrors">Twice the number of classes whose samples have most often another label; ties count
/// once.</param>
public sealed record ClassConstantOutcome(
    int Classes, int Size, int[] Corrupted, long[] ClassSquares, long[] TotalSquares, int[] HalfErrors)
{
    /// <summary>q.</summary>
    public Rational Corruption(int step) => new(Corrupted[step], Size);

    /// <summary>‖Π_I y‖²/‖y‖², I the vectors that are constant on each true class: the mean m of s one-hot labels
    /// leaves s‖m‖² of them.</summary>
    public Rational Information(int step) => new(ClassSquares[step], (long)Size * Size * Classes);

    /// <summary>‖Π y‖²/‖y‖² on the vectors that are constant on all samples.</summary>
    public Rational Constants(int step) => new(TotalSquares[step], (long)Size * Size * Classes * Classes);

    /// <summary>Share of test samples for which the mean of the labels of their class is largest at another one; ties
    /// count half.</summary>
    public Rational Error(int step) => new(HalfErrors[step], 2 * Classes);
}

/// <summary>What the best information space that knows the classes keeps of corrupted labels, and what a model in it
/// predicts, in rational arithmetic.</summary>
/// <remarks>
/// I = {1_(class a) ⊗ e_b}, of dimension K²: its projection replaces labels by the means of their class. The samples
/// are written out, projected and counted; no closed form is used. Predictions for test samples are those of their
/// class.
/// </remarks>
public sealed class ClassConstantExperiment : Experiment<ClassConstantCell, ClassConstantOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/class-constant";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ClassConstantOutcome Run(
        ClassConstantCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Classes is < 2 or > 10 || cell.Multiplicity is < 1 or > 10
            || cell.Replacement == CorruptionKind.Next)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Classes,
                "K lies between 2 and 10, the multiplicity between 1 and 10, and new labels are equally frequent.");
        int K = cell.Classes, size = cell.Multiplicity * K * (K - 1);
        bool different = cell.Replacement == CorruptionKind.StrictlyDifferent;

        // Each step corrupts so many samples of a class that the new labels are equally frequent.
        int step = different ? K - 1 : K;
        int steps = size / step + 1;
        int[] corrupted = new int[steps], errors = new int[steps];
        long[] ofClasses = new long[steps], ofAll = new long[steps];
        for (int i = 0; i < steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            corrupted[i] = i * step;
            int[][] counts =
            [
                .. Enumerable.Range(0, K).Select(a => Counts(Labels(a, K, size, corrupted[i], different), K)),
            ];
            ofClasses[i] = counts.Sum(Squares);
            ofAll[i] = Squares([.. Enumerable.Range(0, K).Select(b => counts.Sum(count => count[b]))]);
            errors[i] = counts.Select(HalfErrors).Sum();
        }

        return new(K, size, corrupted, ofClasses, ofAll, errors);
    }

    private static int[] Labels(int own, int K, int size, int corrupted, bool different) =>
    [
        .. Enumerable.Range(0, size).Select(i =>
            i >= corrupted ? own
            : different ? (own + 1 + i % (K - 1)) % K
            : i % K),
    ];

    private static int[] Counts(int[] labels, int K)
    {
        var counts = new int[K];
        foreach (int label in labels)
            counts[label]++;
        return counts;
    }

    private static long Squares(int[] counts) => counts.Sum(count => (long)count * count);

    private static int HalfErrors(int[] counts, int own)
    {
        int best = counts.Where((_, b) => b != own).Max();
        return counts[own] > best ? 0 : counts[own] < best ? 2 : 1;
    }
}
