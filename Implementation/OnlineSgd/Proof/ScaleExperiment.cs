using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Proof;

/// <summary>Cell of <see cref="ScaleExperiment"/>.</summary>
/// <param name="Degree">k ≥ 2.</param>
public sealed record ScaleCell(int Degree);

/// <summary>The exponents of d on the right sides of the two conditions of the proof.</summary>
/// <param name="NoiseExponent">That of η√T: the martingale stays below a start of 1/√d.</param>
/// <param name="DriftExponent">That of ηT: the time of the gradient flow from 1/√d, up to logarithms.</param>
public sealed record ScaleOutcome(double NoiseExponent, double DriftExponent);

/// <summary>The conditions (A1) and (A2) of the proof as exponents.</summary>
/// <remarks>m₀ = d^(−1/2); the flow needs the time m₀^(−(k−2)).</remarks>
public sealed class ScaleExperiment : Experiment<ScaleCell, ScaleOutcome>
{
    private const double StartExponent = -0.5;

    /// <inheritdoc/>
    public override string Id => "online-sgd/scale";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ScaleOutcome Run(ScaleCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree < 2)
            throw new ArgumentException("k has to be at least 2.", nameof(cell));
        return new(StartExponent, -(cell.Degree - 2) * StartExponent);
    }
}
