using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.Probability;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>A figure of trained networks: on the data of the claims, or on images that a user has.</summary>
public abstract class TrainingFigure : Figure
{
    // Larger than the networks of the claims, in proportion to the images.
    private const int ImageWidth = 32, ImageBlocks = 3, ImageBatch = 30;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Settings => ImageFiles.Kinds;

    /// <summary>The user's images; null where there are none.</summary>
    protected TrainingOnImages? Images { get; private set; }

    /// <summary>What the data are, a sentence of the caption.</summary>
    protected string Data => Images is null
        ? "Residual networks on three classes of two components with a variation that says nothing of the class; "
            + "ResNet20 and CIFAR-10 are not redone."
        : "One residual network on the given images of three classes, averaged over a grid of eight by eight cells; "
            + "ResNet20 is not redone.";

    /// <inheritdoc/>
    public sealed override Figure With(string name, string value)
    {
        var figure = (TrainingFigure)MemberwiseClone();
        figure.Images = ImageFiles.Read(name, value);
        return figure;
    }

    /// <summary>The runs and their cell.</summary>
    /// <param name="runner">Measures them.</param>
    /// <param name="tier">More draws at higher tiers.</param>
    /// <param name="cell">Sizes and laws; with images those of the data.</param>
    protected (TrainingCell Cell, TrainingOutcome[] Outcomes) Runs(
        ExperimentRunner runner, Tier tier, TrainingCell cell)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(cell);
        if (Images is { } images)
        {
            TrainingCell sized = images.Sized(
                cell with { Width = ImageWidth, Blocks = ImageBlocks, Batch = ImageBatch });
            return (sized, Finite([runner.MeasureOne(images, sized, 0).Outcome]));
        }

        // Cells of the claims are measured already; more levels are not.
        int draws = cell == TrainingCell.Desk || tier != Tier.Smoke ? 15 : 7;
        if (tier == Tier.Full)
            draws *= 4;
        return (cell, Finite(runner.Measure(new TrainingExperiment(), [cell], draws).Select(o => o.Outcome)));
    }

    /// <summary>The median of a number over the runs.</summary>
    protected static double Median(IEnumerable<double> values) =>
        SampleStatistics.MedianOfSorted([.. values.Order()]);

    private static TrainingOutcome[] Finite(IEnumerable<TrainingOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.IsFinite)];
}
