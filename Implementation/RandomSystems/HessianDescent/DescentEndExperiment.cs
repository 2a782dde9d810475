using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="DescentEndExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Ratio">α, between 0 and 1.</param>
/// <param name="Rate">The factor r of du/dt = −(r/α)z*.</param>
/// <param name="Curvature">The factor κ of a² = καuξ″.</param>
/// <param name="Steps">Pieces of the path, from 2.</param>
public sealed record DescentEndCell(Mixture Mixture, double Ratio, double Rate, double Curvature, int Steps);

/// <summary>Where the equation of Hessian descent ends.</summary>
/// <param name="RootLower">Lower end of an enclosure of √u(1), which goes on below 0 where u reaches 0 before.</param>
/// <param name="RootUpper">Its upper end.</param>
/// <param name="PrintedLower">Lower end of an enclosure of u(1) with α²m in place of a²m, where the right side does not
/// depend on u; it goes on below 0.</param>
/// <param name="PrintedUpper">Its upper end.</param>
public sealed record DescentEndOutcome(
    double RootLower, double RootUpper, double PrintedLower, double PrintedUpper)
{
    /// <summary>Encloses √u(1).</summary>
    public Interval Root => new(RootLower, RootUpper);

    /// <summary>Encloses u(1) with α²m in place of a²m.</summary>
    public Interval Printed => new(PrintedLower, PrintedUpper);
}

/// <summary>The equation of Hessian descent, solved with a proven bound of its error.</summary>
public sealed class DescentEndExperiment : Experiment<DescentEndCell, DescentEndOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/descent-end";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override DescentEndOutcome Run(DescentEndCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(cell.Ratio > 0 && cell.Ratio < 1))
            throw new ArgumentException("α lies between 0 and 1.", nameof(cell));
        Interval root = ThresholdPath.Of(
            new(cell.Mixture, cell.Ratio, cell.Rate, cell.Curvature), cell.Steps, cancellation).LastRoot;
        Interval printed = cell.Mixture.Constant / Interval.Of(2) - Decrease(cell);
        return new(root.Lower, root.Upper, printed.Lower, printed.Upper);
    }

    // (r/α)∫z*(α, α, ξ′(t))dt: z* falls in b and ξ′ rises, so that each piece lies between the values at its ends.
    private static Interval Decrease(DescentEndCell cell)
    {
        double α = cell.Ratio;
        Interval sum = 0;
        Interval left = Edge(0);
        for (int i = 1; i <= cell.Steps; i++)
        {
            Interval right = Edge(i / (double)cell.Steps);
            sum += Interval.Hull(left, right);
            left = right;
        }

        return cell.Rate * sum / (α * Interval.Of(cell.Steps));

        // At a double t; the rounding of ξ′ is enclosed by monotonicity in b.
        Interval Edge(double t)
        {
            Interval b = cell.Mixture.Derivative(Interval.Of(t), 1);
            return Interval.Hull(
                SpectralEdge.Enclose(α, α, Math.Max(b.Lower, 0)), SpectralEdge.Enclose(α, α, b.Upper));
        }
    }
}
