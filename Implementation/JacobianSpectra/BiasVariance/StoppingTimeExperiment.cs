using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="StoppingTimeExperiment"/>.</summary>
/// <param name="Halvings">j ≥ 1, for the cutoff ᾱ = 2^(−j).</param>
/// <param name="Gamma">Γ ≥ 1.</param>
/// <param name="StepPower">p in the step η = ᾱ^p/(nK), not negative.</param>
/// <param name="Power">q in T = ⌈Γ/ᾱ^q⌉, with jq ≤ 48: T is below 2⁵³.</param>
public sealed record StoppingTimeCell(int Halvings, double Gamma, int StepPower, int Power);

/// <summary>What is left and how far weights went after T steps; enclosures by their ends.</summary>
/// <param name="LeftLower">Lower end of (1 − ᾱ^(2 + p))^T, what is left of a residual at the cutoff.</param>
/// <param name="LeftUpper">Its upper end.</param>
/// <param name="DistanceLower">Lower end of √(nK)·‖W_T − W₀‖ for a unit residual on the nuisance direction that moves
/// weights furthest, of those with singular values √(nK)·2^(−i) up to the cutoff, which stands for what is just
/// below.</param>
/// <param name="DistanceUpper">Its upper end.</param>
public sealed record StoppingTimeOutcome(
    double LeftLower, double LeftUpper, double DistanceLower, double DistanceUpper)
{
    /// <summary>(1 − ᾱ^(2 + p))^T.</summary>
    public Interval Left => new(LeftLower, LeftUpper);

    /// <summary>√(nK)·‖W_T − W₀‖.</summary>
    public Interval Distance => new(DistanceLower, DistanceUpper);
}

/// <summary>Frozen dynamics with the step η = ᾱ^p/(nK): a singular value √(nK)·ā keeps (1 − ᾱ^p ā²)^T of its residual,
/// and moves the weights by (1 − (1 − ᾱ^p ā²)^T)/(ā√(nK)).</summary>
public sealed class StoppingTimeExperiment : Experiment<StoppingTimeCell, StoppingTimeOutcome>
{
    private const int LargestShift = 48;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/stopping-time";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override StoppingTimeOutcome Run(StoppingTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Halvings < 1 || cell.Power < 0 || cell.Halvings * cell.Power > LargestShift
            || cell.StepPower is < 0 or > LargestShift || !(cell.Gamma >= 1 && cell.Gamma <= 30))
            throw new ArgumentException("j ≥ 1, q ≥ 0, jq ≤ 48, 0 ≤ p ≤ 48 and 1 ≤ Γ ≤ 30.", nameof(cell));
        double T = Math.Ceiling(Math.ScaleB(cell.Gamma, cell.Halvings * cell.Power));
        Interval left = Kept(cell, cell.Halvings, T);
        Interval distance = 0;
        for (int i = cell.Halvings; i <= 4 * cell.Halvings + 4; i++)
            distance = Interval.Max(distance, (1 - Kept(cell, i, T)) * Math.ScaleB(1, i));
        return new(left.Lower, left.Upper, distance.Lower, distance.Upper);
    }

    // (1 − ᾱ^p·2^(−2i))^T.
    private static Interval Kept(StoppingTimeCell cell, int i, double T) =>
        IntervalFunctions.LeftAfter(Math.ScaleB(1, -2 * i - cell.Halvings * cell.StepPower), T);
}
