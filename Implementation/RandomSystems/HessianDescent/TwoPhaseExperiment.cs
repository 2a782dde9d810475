using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="TwoPhaseExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Ratio">α, between 0 and 1.</param>
/// <param name="Steps">Pieces of each path, from 2.</param>
public sealed record TwoPhaseCell(Mixture Mixture, double Ratio, int Steps);

/// <summary>Ends of Hessian descent from the center, and from a radius where the affine part was minimized.</summary>
/// <param name="DescentLower">Lower end of an enclosure of √u(1) from the center, which goes on below 0.</param>
/// <param name="DescentUpper">Its upper end.</param>
/// <param name="TwoPhaseLower">Lower end of an enclosure of √u(1) in two phases, which goes on below 0.</param>
/// <param name="TwoPhaseUpper">Its upper end.</param>
/// <param name="SquaredRadius">r, where the second phase starts; 0 where there is no term of degree 1.</param>
public sealed record TwoPhaseOutcome(
    double DescentLower, double DescentUpper, double TwoPhaseLower, double TwoPhaseUpper, double SquaredRadius)
{
    /// <summary>Encloses √u(1) of Hessian descent.</summary>
    public Interval Descent => new(DescentLower, DescentUpper);

    /// <summary>Encloses √u(1) in two phases.</summary>
    public Interval TwoPhase => new(TwoPhaseLower, TwoPhaseUpper);
}

/// <summary>The equation of Hessian descent from the center and after a first phase that minimizes the affine part of
/// F.</summary>
/// <remarks>The radius of the first phase is the best of a grid of multipliers by unproven ends; what is reported for
/// it is enclosed. A better radius could only end lower. Without a term of degree 1 there is no first phase.</remarks>
public sealed class TwoPhaseExperiment : Experiment<TwoPhaseCell, TwoPhaseOutcome>
{
    private const int RoughSteps = 40;

    /// <inheritdoc/>
    public override string Id => "random-systems/two-phase";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <summary>Encloses √u(1) in two phases, and r.</summary>
    /// <param name="field">The equation, 0 &lt; α &lt; 1.</param>
    /// <param name="steps">Pieces of the path, from 2.</param>
    /// <param name="cancellation">Observed between pieces.</param>
    public static (Interval Root, double SquaredRadius) Ends(
        DescentField field, int steps, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(field);
        double best = ThresholdPath.LastRootOf(field, RoughSteps);
        RidgeStart? start = null;
        // From r almost 1 or its supremum down to a hundredth of the latter.
        if (field.Mixture.Degree >= 1 && field.Mixture.Coefficients[1] > 0)
        {
            double multiplier = 1.0 / 64;
            for (int i = 0; i < 48; i++, multiplier *= 1.25)
            {
                RidgeStart candidate = RidgeStart.At(field.Mixture, field.Ratio, multiplier);
                if (!(candidate.SquaredRadius.Upper < 0.99))
                    continue;
                double end = ThresholdPath.LastRootFrom(
                    field, Math.Sqrt(candidate.SquaredRadius.Midpoint), Math.Sqrt(candidate.Risk.Midpoint),
                    RoughSteps);
                if (end < best)
                    (best, start) = (end, candidate);
            }
        }

        if (start is null)
            return (ThresholdPath.Of(field, steps, cancellation).LastRoot, 0);
        // The path starts at the upper end of the enclosure of the radius; until there √u falls by the field at most.
        Interval radius = Interval.Sqrt(start.SquaredRadius), root = Interval.Sqrt(start.Risk);
        Interval between = radius.Width * field.Rate * radius * field.Enclose(Interval.Square(radius), root);
        root -= Interval.Hull(0, 2 * between);
        return (ThresholdPath.From(field, radius.Upper, root, steps, cancellation).LastRoot,
            start.SquaredRadius.Midpoint);
    }

    /// <inheritdoc/>
    public override TwoPhaseOutcome Run(TwoPhaseCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var field = new DescentField(cell.Mixture, cell.Ratio);
        Interval descent = ThresholdPath.Of(field, cell.Steps, cancellation).LastRoot;
        (Interval twoPhase, double r) = Ends(field, cell.Steps, cancellation);
        return new(descent.Lower, descent.Upper, twoPhase.Lower, twoPhase.Upper, r);
    }
}
