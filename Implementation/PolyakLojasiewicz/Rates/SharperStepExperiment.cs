using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

/// <summary>Instances of <see cref="SharperStepExperiment"/>.</summary>
/// <param name="IsTurning">Whether the certified step of <see cref="TurningGradientExperiment"/> is taken; then nothing
/// else matters.</param>
/// <param name="Samples">n equations in n unknowns.</param>
/// <param name="Ripple">a; 0 for least squares.</param>
/// <param name="Condition">s_max²/s_min².</param>
public sealed record SharperStepCell(bool IsTurning, int Samples, double Ripple, double Condition);

/// <summary>One step of gradient descent with η = 1/β: those of <see cref="GradientStepExperiment"/>, and the one whose
/// gradient turns.</summary>
public sealed class SharperStepExperiment : Experiment<SharperStepCell, GradientStepOutcome>
{
    // Distance to the segment within which the constants of the turning gradient are certified.
    private const double Thickness = 1e-5;

    private static readonly GradientStepExperiment Straight = new();

    // Nothing is random there: one search serves all trials.
    private static TurningGradientOutcome? _turning;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/sharper-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override GradientStepOutcome Run(SharperStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!cell.IsTurning)
            return Straight.Run(new(cell.Samples, cell.Samples, cell.Ripple, cell.Condition, 1), stream, cancellation);

        // The step is 1: β = 1 where the Hessian is certified to have at most that norm.
        TurningGradientOutcome o = _turning ??= new TurningGradientExperiment().Run(
            new(Thickness), stream, cancellation);
        return new(o.RatioLower, o.RatioUpper - o.RatioLower, o.PolyakLower, Math.Max(1, o.SmoothnessUpper));
    }
}
