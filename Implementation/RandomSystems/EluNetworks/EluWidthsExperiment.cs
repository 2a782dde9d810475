using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>Cell of <see cref="EluWidthsExperiment"/>.</summary>
/// <param name="Narrow">The run of the narrow network.</param>
/// <param name="Factor">The wide network has so many times its width, from 2.</param>
public sealed record EluWidthsCell(EluTrainingCell Narrow, int Factor);

/// <summary>Training risks of two networks on the same sample.</summary>
/// <param name="Narrow">R_n of the narrow network at the end of its run.</param>
/// <param name="Wide">R_n of the wide one.</param>
/// <param name="Error">Proven bound of the rounding of each, at the weights that the runs ended with.</param>
public sealed record EluWidthsOutcome(double Narrow, double Wide, double Error);

/// <summary>The same sample fitted with few and with many parameters, at the same rate, batches and number of
/// steps.</summary>
public sealed class EluWidthsExperiment : Experiment<EluWidthsCell, EluWidthsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/elu-widths";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override EluWidthsOutcome Run(EluWidthsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        EluTrainingCell wide = cell.Narrow with { Width = cell.Factor * cell.Narrow.Width };
        EluTrainingExperiment.Check(cell.Narrow);
        EluTrainingExperiment.Check(wide);
        EluSample sample = EluSample.Draw(cell.Narrow.Samples, cell.Narrow.Inputs, stream);
        EluTrainingOutcome few = EluTrainingExperiment.Train(cell.Narrow, sample, stream, cancellation);
        EluTrainingOutcome many = EluTrainingExperiment.Train(wide, sample, stream, cancellation);
        return new(few.Risk, many.Risk, Math.Max(few.RiskError, many.RiskError));
    }
}
