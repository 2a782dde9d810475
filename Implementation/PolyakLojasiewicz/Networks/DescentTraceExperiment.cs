using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>A whole descent.</summary>
/// <param name="Rate">ημ, known before the first step.</param>
/// <param name="Losses">L_t/L_0.</param>
/// <param name="Paths">Length of the path up to step t over the radius 2‖r_0‖/√μ.</param>
public sealed record DescentTrace(double Rate, IReadOnlyList<double> Losses, IReadOnlyList<double> Paths);

/// <summary>The descent of <see cref="CertifiedDescentExperiment"/> step by step, for networks.</summary>
public sealed class DescentTraceExperiment : Experiment<CertifiedDescentCell, DescentTrace>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/descent-trace";

    /// <inheritdoc/>
    public override DescentTrace Run(CertifiedDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        (CertifiedDescentOutcome outcome, SquareLossDescent descent) = CertifiedDescentExperiment.OfNetwork(
            cell, stream, cancellation);
        double radius = 2 * outcome.ResidualNorm / Math.Sqrt(outcome.Mu);
        return new(
            outcome.Step * outcome.Mu,
            [.. descent.Losses.Select(loss => loss / descent.Losses[0])],
            [.. descent.PathLengths.Select(length => length / radius)]);
    }
}
