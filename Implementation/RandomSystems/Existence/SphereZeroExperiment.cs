using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Existence;

/// <summary>Cell of <see cref="SphereZeroExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 2 to 40.</param>
/// <param name="Equations">n, from 1 to d − 1.</param>
public sealed record SphereZeroCell(Mixture Mixture, int Dimension, int Equations);

/// <summary>What is proven of the zeros of one system on the unit sphere.</summary>
/// <param name="HasZero">Whether a zero is proven.</param>
/// <param name="IsEmpty">Whether it is proven that there is none. Where neither is, nothing is known.</param>
public sealed record SphereZeroOutcome(bool HasZero, bool IsEmpty);

/// <summary>Zeros on the sphere, found and proven, or excluded box by box in few dimensions.</summary>
public sealed class SphereZeroExperiment : Experiment<SphereZeroCell, SphereZeroOutcome>
{
    private const int Starts = 6, FirstBoxes = 50, Boxes = 1000, LargestCovered = 4;

    /// <inheritdoc/>
    public override string Id => "random-systems/sphere-zero";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SphereZeroOutcome Run(SphereZeroCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Dimension is < 2 or > 40 || cell.Equations < 1 || cell.Equations >= cell.Dimension)
            throw new ArgumentException("d lies between 2 and 40, n between 1 and d − 1.", nameof(cell));
        cancellation.ThrowIfCancellationRequested();
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        bool isCovered = cell.Dimension <= LargestCovered;
        // Most systems without a zero are settled by few boxes.
        if (isCovered && SphereZero.IsEmpty(system, FirstBoxes))
            return new(false, true);
        bool hasZero = SphereZero.Find(system, stream, Starts) is not null;
        return new(hasZero, !hasZero && isCovered && SphereZero.IsEmpty(system, Boxes));
    }
}
