using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

/// <summary>A claim about enclosed times of the gradient flow from 1/√d, for degrees and dimensions.</summary>
public abstract record FlowTimes : Claim<FlowTimeCell, FlowTimeOutcome>
{
    /// <summary>d, ascending.</summary>
    public abstract Choices<double> Dimensions { get; init; }

    /// <summary>k.</summary>
    public abstract Choices<int> Degrees { get; init; }

    /// <summary>Degrees that are examined beside <see cref="Degrees"/>.</summary>
    protected virtual IReadOnlyList<int> LowDegrees => [];

    /// <inheritdoc/>
    protected sealed override Experiment<FlowTimeCell, FlowTimeOutcome> Experiment { get; } = new FlowTimeExperiment();

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<FlowTimeCell> Cells =>
        [.. from k in LowDegrees.Concat(Degrees) from d in Dimensions select new FlowTimeCell(k, d)];

    /// <summary>A number of one degree tends to a limit below constant · d^(−rate).</summary>
    /// <param name="examination">All cells.</param>
    /// <param name="k">The degree.</param>
    /// <param name="statement">What tends to what.</param>
    /// <param name="distance">Distance from the limit.</param>
    /// <param name="error">Bound of its error.</param>
    /// <param name="rate">Claimed rate.</param>
    /// <param name="constant">Constant of the envelope.</param>
    /// <param name="resolution">Distance that the largest dimension has to reach.</param>
    protected static Evidence Tends(
        Examination<FlowTimeCell, FlowTimeOutcome> examination, int k, string statement,
        Func<FlowTimeCell, FlowTimeOutcome, double> distance, Func<FlowTimeCell, FlowTimeOutcome, double> error,
        double rate, double constant, double resolution)
    {
        ArgumentNullException.ThrowIfNull(examination);
        var part = examination.Where(cell => cell.Degree == k);
        return part.Approaches(
            statement,
            [.. part.Observations.OrderBy(each => each.Cell.Dimension).Select(each =>
                (each.Cell.Dimension, Math.Abs(distance(each.Cell, each.Outcome))))],
            tolerance: part.Observations.Select(each => error(each.Cell, each.Outcome)).DefaultIfEmpty(0).Max(),
            rate,
            constant,
            resolution);
    }
}
