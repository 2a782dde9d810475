using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes of <see cref="LineKernelExperiment"/>.</summary>
/// <param name="Activation">σ, with Lipschitz slope.</param>
/// <param name="Samples">n, 1 to 12.</param>
public sealed record LineKernelCell(Activation Activation, int Samples);

/// <summary>λ_min(K∞) for n equidistant numbers in [0.2, 1].</summary>
/// <param name="Least">λ_min(K∞).</param>
/// <param name="RelativeError">Bound of its relative error.</param>
public sealed record LineKernelOutcome(double Least, double RelativeError);

/// <summary>The infinite-width kernel on grids of the line; no randomness.</summary>
public sealed class LineKernelExperiment : Experiment<LineKernelCell, LineKernelOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/line-kernel";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override LineKernelOutcome Run(LineKernelCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Matrix X = TrainingInputs.ScalarGrid(cell.Samples, 0.2, 1);
        (double least, double error) = InfiniteWidthKernel.LeastEigenvalueOnLine(cell.Activation, X.Values);
        return new(least, error);
    }
}
