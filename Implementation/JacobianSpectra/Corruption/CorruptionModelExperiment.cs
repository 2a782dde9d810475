using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="CorruptionModelExperiment"/>.</summary>
/// <param name="Samples">n, of training and of test.</param>
/// <param name="Classes">K ≥ 2.</param>
/// <param name="Share">q.</param>
/// <param name="Kind">What replaces a label.</param>
/// <param name="IsRepeating">Whether indices are drawn with replacement.</param>
/// <param name="IsOnTest">Whether test labels are corrupted as well.</param>
public sealed record CorruptionModelCell(
    int Samples, int Classes, double Share, CorruptionKind Kind, bool IsRepeating, bool IsOnTest);

/// <summary>What became of labels.</summary>
/// <param name="Touched">Training indices chosen, each counted once.</param>
/// <param name="Changed">Training labels that differ from before.</param>
/// <param name="Shift">By how much the label chosen first has moved, modulo K; −1 where none is chosen.</param>
/// <param name="TestChanged">Test labels that differ from before.</param>
public sealed record CorruptionModelOutcome(int Touched, int Changed, int Shift, int TestChanged);

/// <summary>Uniform labels, of which a share is corrupted.</summary>
public sealed class CorruptionModelExperiment : Experiment<CorruptionModelCell, CorruptionModelOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/corruption-model";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <inheritdoc/>
    public override CorruptionModelOutcome Run(
        CorruptionModelCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, K = cell.Classes, budget = LabelCorruption.Budget(cell.Share, n);
        int[] training = Labels(), test = Labels();
        int[] before = [.. training], testBefore = [.. test];
        int[] touched = cell.IsRepeating
            ? [.. Enumerable.Range(0, budget).Select(_ => stream.NextIndex(n)).Distinct()]
            : LabelCorruption.Choose(n, budget, stream);
        LabelCorruption.Replace(training, touched, K, cell.Kind, stream);
        if (cell.IsOnTest)
            LabelCorruption.Replace(test, touched, K, cell.Kind, stream);
        return new(
            touched.Length,
            Differences(before, training),
            touched.Length == 0 ? -1 : (training[touched[0]] - before[touched[0]] + K) % K,
            Differences(testBefore, test));

        int[] Labels() => [.. Enumerable.Range(0, n).Select(_ => stream.NextIndex(K))];
    }

    private static int Differences(int[] a, int[] b) => a.Zip(b).Count(pair => pair.First != pair.Second);
}
