using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;

namespace Verification.Spec.OnlineSgd.Dynamics;

/// <summary>A claim about the number of steps of projected online SGD, as the lecture has it.</summary>
public abstract record HittingTimes : ArrivalTimes<HittingTimeCell>
{
    /// <inheritdoc/>
    protected sealed override Experiment<HittingTimeCell, HittingTimeOutcome> Experiment { get; } =
        new HittingTimeExperiment();
}
