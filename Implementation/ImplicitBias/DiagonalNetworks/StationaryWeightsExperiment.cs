using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// With u₂ = v₂ = 0 the gradient of f in the second pair vanishes, whatever x₂: the point is stationary in weights
// although a larger x₂ is the better coordinate.

/// <summary>A stationary point in weights whose predictor is not stationary, in whole numbers.</summary>
public sealed class StationaryWeightsExperiment : Experiment<StationaryWeightsCell, StationaryWeightsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/stationary-weights";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override StationaryWeightsOutcome Run(
        StationaryWeightsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.First is < 1 or > 1000 || cell.Second is < 0 or > 1000 || cell.Leak is < 0 or > 1000)
            throw new ArgumentOutOfRangeException(
                nameof(cell),
                cell.First,
                "The inputs have to be whole numbers up to 1000, the first positive; the leak lies between 0 and 1000."
            );
        // u₁ = λv₁x₁ holds with λ = 1/x₁; the second coordinate leaves Leak·(x₁ − x₂)/(1000·x₁^(3/2)).
        int weights = cell.Leak * Math.Abs(cell.First - cell.Second);
        return new(weights, 2.0 * (cell.Second - cell.First), Math.Max(cell.First, cell.Second) - cell.First);
    }
}
