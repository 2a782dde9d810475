using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Model;

/// <summary>Cell of <see cref="DerivativeCovarianceExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Left">Order of the derivative at x, from 0 to 2.</param>
/// <param name="Right">Order of the derivative at y, from 0 to 2.</param>
/// <param name="IsOnePoint">Whether y is x.</param>
public sealed record DerivativeCovarianceCell(Mixture Mixture, int Left, int Right, bool IsOnePoint);

/// <summary>Covariances of all derivatives of two orders at two points of R³.</summary>
/// <param name="Lower">Lower ends of enclosures, by the variables of the left derivative and then those of the
/// right.</param>
/// <param name="Upper">Their upper ends.</param>
public sealed record DerivativeCovarianceOutcome(double[] Lower, double[] Upper)
{
    /// <summary>Encloses one covariance.</summary>
    public Interval At(int i) => new(Lower[i], Upper[i]);
}

/// <summary>Covariances of derivatives from the variances of the monomials' coefficients.</summary>
public sealed class DerivativeCovarianceExperiment : Experiment<DerivativeCovarianceCell, DerivativeCovarianceOutcome>
{
    /// <summary>d of the points.</summary>
    public const int Dimension = 3;

    /// <summary>x, within the ball.</summary>
    public static IReadOnlyList<double> X { get; } = [0.5, -0.25, 0.625];

    /// <inheritdoc/>
    public override string Id => "random-systems/derivative-covariance";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <summary>y: another point within the ball, or x.</summary>
    public static IReadOnlyList<double> Y(bool isOnePoint) => isOnePoint ? X : [0.375, 0.75, -0.125];

    /// <summary>The variables of all derivatives of two orders, in the order of the outcome.</summary>
    public static IEnumerable<(int[] A, int[] B)> Derivatives(int left, int right) =>
        from a in Tuples(left)
        from b in Tuples(right)
        select (a, b);

    /// <inheritdoc/>
    public override DerivativeCovarianceOutcome Run(
        DerivativeCovarianceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Left is < 0 or > 2 || cell.Right is < 0 or > 2)
            throw new ArgumentException("The orders are 0, 1 or 2.", nameof(cell));
        Interval[] x = [.. X.Select(Interval.Of)], y = [.. Y(cell.IsOnePoint).Select(Interval.Of)];
        Interval[] values =
        [
            .. Derivatives(cell.Left, cell.Right)
                .Select(pair => DerivativeCovariance.Of(cell.Mixture, x, y, pair.A, pair.B)),
        ];
        return new([.. values.Select(value => value.Lower)], [.. values.Select(value => value.Upper)]);
    }

    private static IEnumerable<int[]> Tuples(int order) => order == 0
        ? [[]]
        : from first in Enumerable.Range(0, Dimension)
          from rest in Tuples(order - 1)
          select (int[])[first, .. rest];
}
