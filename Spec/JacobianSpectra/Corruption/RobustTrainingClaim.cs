using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Spec.Parameters;

namespace Verification.Spec.JacobianSpectra.Corruption;

/// <summary>A claim about descent on corrupted clusters, stopped early.</summary>
public abstract record RobustTrainingClaim : Claim<RobustTrainingCell, RobustTrainingOutcome>
{
    /// <summary>Names of the parts.</summary>
    protected const string Frozen = "frozen", Network = "network";

    [Parameter("clusters", "L", Minimum = 2, Maximum = 24, Size = true)]
    public int Clusters { get; init; } = 9;

    [Parameter("size", "samples of a cluster", Minimum = 1, Maximum = 1000, Size = true)]
    public int ClusterSize { get; init; } = 20;

    [Parameter("classes", "K", Minimum = 2, Maximum = 6)]
    public int Classes { get; init; } = 3;

    [Parameter("d", "dimension of the centers", Minimum = 2, Maximum = 60)]
    public int Dimension { get; init; } = 18;

    [Parameter("k", "width", Minimum = 1, Maximum = 256)]
    public int Width { get; init; } = 48;

    [Parameter("time", "the time of stopping over that of the theorem", Minimum = 0, Maximum = 10)]
    public double StepsFactor { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses =>
        8 * Clusters * Classes <= Width * Dimension && 8 * Classes <= Width
            ? []
            : ["the kernel of the start lasts: kd ≥ 8LK and k ≥ 8K"];

    public override int Decisions => 2;

    protected override Experiment<RobustTrainingCell, RobustTrainingOutcome> Experiment { get; } =
        new RobustTrainingExperiment();

    /// <summary>A cell of the design.</summary>
    protected RobustTrainingCell Cell(CorruptionPlacement placement, CorruptionKind kind, double share) =>
        new(Clusters, ClusterSize, Classes, Dimension, Width, placement, kind, share, StepsFactor);
}
