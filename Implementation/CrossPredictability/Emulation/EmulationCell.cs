namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Sizes and constants of <see cref="EmulationExperiment"/>. The defaults are those that work.</summary>
/// <param name="Coordinates">n.</param>
/// <param name="Samples">T: slots of the network and steps of the run.</param>
public sealed record EmulationCell(int Coordinates, int Samples) : EmulationConstants
{
    /// <summary>γ, for which the network is built.</summary>
    public double Rate { get; init; } = 0.0625;

    /// <summary>ρ: the run's rate over γ.</summary>
    public double RateRatio { get; init; } = 1;

    /// <summary>Over how many fresh samples each step averages the gradient.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Standard deviation of what is added to every weight after every step, in units of γ.</summary>
    public double Noise { get; init; }

    /// <summary>|S| of the target; −1: uniform over all subsets.</summary>
    public int Degree { get; init; } = -1;

    /// <summary>Steps with fresh samples after the memory is full.</summary>
    public int FurtherSteps { get; init; }
}
