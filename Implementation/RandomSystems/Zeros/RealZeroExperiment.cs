using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Cell of <see cref="RealZeroExperiment"/>.</summary>
/// <param name="Equations">n ≥ 1, in n + 1 variables.</param>
/// <param name="Degree">Degree of all forms but the last.</param>
/// <param name="LastDegree">Degree of the last form.</param>
/// <param name="IsWeighted">Whether coefficients have the Kostlan variances; else all have the variance 1, for n = 1
/// alone.</param>
public sealed record RealZeroCell(int Equations, int Degree, int LastDegree, bool IsWeighted);

/// <summary>Real zeros on the sphere, which come in pairs of antipodes.</summary>
/// <param name="Zeros">How many are proven to be there.</param>
/// <param name="Open">By how much more their number could be: 0 where all is decided.</param>
public sealed record RealZeroOutcome(int Zeros, int Open);

/// <summary>Counts the real zeros of random systems of n forms in n + 1 variables on the sphere, with proof.</summary>
/// <remarks>n = 1: on arcs of the circle. n ≥ 2: all complex zeros by homotopy continuation, each certified real or not
/// real; those of which neither is proven, and paths without a zero of their own, are open.</remarks>
public sealed class RealZeroExperiment : Experiment<RealZeroCell, RealZeroOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/real-zeros";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override RealZeroOutcome Run(RealZeroCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Equations == 1)
            return OnCircle(cell.LastDegree, cell.IsWeighted, stream);
        if (cell.Equations is < 1 or > 14 || cell.Degree is < 1 or > 40 || cell.LastDegree is < 1 or > 40)
            throw new ArgumentException("n lies between 1 and 14, degrees between 1 and 40.", nameof(cell));
        if (!cell.IsWeighted)
            throw new ArgumentException("Coefficients of one variance are for n = 1.", nameof(cell));
        if (!BezoutExperiment.IsFeasible(cell.Equations, cell.Degree, cell.LastDegree))
            throw new ArgumentException(
                $"At most {BezoutExperiment.PathsAtMost} paths are followed.", nameof(cell));
        IReadOnlyList<int> degrees = BezoutExperiment.Degrees(cell.Equations, cell.Degree, cell.LastDegree);
        SystemZeros zeros = SystemZeros.Find(SquareSystem.Kostlan(degrees, stream), stream, cancellation);
        return new(2 * zeros.Real, 2 * (zeros.BezoutNumber - zeros.Real - zeros.Nonreal));
    }

    private static RealZeroOutcome OnCircle(int degree, bool isWeighted, RandomStream stream)
    {
        var counter = new CircleZeros(degree);
        double[] g = stream.Normals(degree + 1);
        if (!isWeighted)
            counter.Unweigh(g);
        (int zeros, bool isCertain) = counter.OfHalfCircle(g);
        return new(2 * zeros, isCertain ? 0 : 2 * (degree - zeros));
    }
}
