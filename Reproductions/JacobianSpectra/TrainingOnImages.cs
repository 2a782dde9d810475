using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.Random;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary><see cref="TrainingExperiment"/> on data that a user has, such as images.</summary>
/// <remarks>Its outcomes depend on those data: it draws figures, no claim rests on it, and no store keeps
/// them.</remarks>
public sealed class TrainingOnImages : Experiment<TrainingCell, TrainingOutcome>
{
    private readonly LabeledInputs _training;
    private readonly LabeledInputs _test;

    /// <summary>An experiment on these data.</summary>
    /// <param name="training">Training samples with their true labels.</param>
    /// <param name="test">Test samples, as many or more.</param>
    public TrainingOnImages(LabeledInputs training, LabeledInputs test)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        (_training, _test) = (training, test);
    }

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/training-on-images";

    /// <summary>The sizes of the cell that the data have: classes, dimension, samples.</summary>
    public TrainingCell Sized(TrainingCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell with
        {
            Classes = _training.Classes,
            Dimension = _training.Inputs.Columns,
            Samples = _training.Samples,
            TestSamples = _test.Samples,
        };
    }

    /// <inheritdoc/>
    public override TrainingOutcome Run(TrainingCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        cell.ThrowIfUnusable();
        if (Sized(cell) != cell)
            throw new ArgumentException("The sizes of the cell are not those of the data.", nameof(cell));
        return TrainingExperiment.On(cell, _training, _test, stream, cancellation);
    }
}
