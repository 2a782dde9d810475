using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Existence;

namespace Verification.Implementation.RandomSystems.Model;

/// <summary>Cell of <see cref="SolutionSetExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 2 to 40.</param>
/// <param name="Equations">n, from 1 to 400.</param>
/// <param name="Boxes">Most boxes to look at for emptiness, 0 for none; d ≤ 4 where there are any.</param>
public sealed record SolutionSetCell(Mixture Mixture, int Dimension, int Equations, int Boxes);

/// <summary>A random point, and the zeros, of one system.</summary>
/// <param name="Level">‖F(x)‖²/n at a point of the unit sphere that does not depend on the system, within a relative
/// error of 10⁻¹².</param>
/// <param name="IsEmpty">Whether boxes prove that there is no zero on the sphere.</param>
/// <param name="HasZero">Whether a zero is proven. Where neither is, nothing is known.</param>
public sealed record SolutionSetOutcome(double Level, bool IsEmpty, bool HasZero);

/// <summary>Which ε put a random point into Sol(ε), and whether Sol(0) is empty.</summary>
public sealed class SolutionSetExperiment : Experiment<SolutionSetCell, SolutionSetOutcome>
{
    private const int Starts = 6;

    /// <inheritdoc/>
    public override string Id => "random-systems/solution-set";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 512;

    /// <inheritdoc/>
    public override SolutionSetOutcome Run(SolutionSetCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Dimension < 2 || cell.Dimension > (cell.Boxes > 0 ? 4 : 40) || cell.Equations is < 1 or > 400)
            throw new ArgumentException("d lies between 2 and 40, or 4 with boxes; n is at most 400.", nameof(cell));
        cancellation.ThrowIfCancellationRequested();
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        var x = new double[cell.Dimension];
        UniformSphere.Fill(stream, x);
        double[] F = system.Value(x);
        bool hasZero = cell.Boxes > 0 && SphereZero.Find(system, stream, Starts) is not null;
        bool isEmpty = cell.Boxes > 0 && !hasZero && SphereZero.IsEmpty(system, cell.Boxes);
        return new(Lanes.Dot(F, F) / cell.Equations, isEmpty, hasZero);
    }
}
