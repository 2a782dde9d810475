namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Sizes and constants of an emulation network.</summary>
public sealed record EmulationDesign : EmulationConstants
{
    /// <summary>The network with the constants that work.</summary>
    /// <param name="coordinates">n, at least 1.</param>
    /// <param name="slots">T: how many samples the memory holds, at least 1.</param>
    /// <param name="rate">γ, the step size that the network is built for; a power of two at most ½ makes every number
    /// of a run exact.</param>
    public EmulationDesign(int coordinates, int slots, double rate) =>
        (Coordinates, Slots, Rate) = (coordinates, slots, rate);

    /// <summary>The network with the constants of a run.</summary>
    /// <param name="cell">n, T and γ with them.</param>
    public EmulationDesign(EmulationCell cell)
        : base(cell) =>
        (Coordinates, Slots, Rate) = (cell.Coordinates, cell.Samples, cell.Rate);

    /// <summary>n.</summary>
    public int Coordinates { get; }

    /// <summary>T.</summary>
    public int Slots { get; }

    /// <summary>γ.</summary>
    public double Rate { get; }

    /// <summary>max(1 + γ(n + 1), (1 + γ)(1 + 2γ)): below it a written slot reaches the leaf.</summary>
    /// <remarks>
    /// The step that writes a slot moves its write path too. With the label −1 the edge 1 → h, whose derivative is
    /// y(n + 1), becomes 1 + γ(n + 1). With the label 1 the edge m → g becomes 1 + γ, and a set bit shows m = 1 + 2γ.
    /// </remarks>
    /// <param name="coordinates">n.</param>
    /// <param name="rate">The run's rate.</param>
    public static double LeastInhibition(int coordinates, double rate) =>
        Math.Max(1 + rate * (coordinates + 1), (1 + rate) * (1 + 2 * rate));
}
