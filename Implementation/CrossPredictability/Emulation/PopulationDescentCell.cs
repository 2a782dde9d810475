namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Sizes and laws of <see cref="PopulationDescentExperiment"/>.</summary>
/// <param name="Coordinates">n.</param>
/// <param name="Samples">T: slots of the network and steps of the run.</param>
/// <param name="Degree">|S|.</param>
public sealed record PopulationDescentCell(int Coordinates, int Samples, int Degree)
{
    /// <summary>γ, a power of two.</summary>
    public double Rate { get; init; } = 0.0625;

    /// <summary>8·P(x_i = −1), independently for each coordinate; 4 is the uniform law.</summary>
    public int Eighths { get; init; } = 4;
}
