using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>A function of one variable, or of two.</summary>
/// <param name="Kind">Its family.</param>
/// <param name="Parameter">a of the rippled parabola, ε of the flattened modulus, κ of the spiral parabola.</param>
public sealed record LandscapeCell(LandscapeKind Kind, double Parameter);

/// <summary>The best constants of the conditions, each enclosed between a lower and an upper end; see
/// <see cref="LandscapeConstants"/>.</summary>
/// <param name="SmoothnessLower">β, lower end.</param>
/// <param name="SmoothnessUpper">β, upper end.</param>
/// <param name="StrongConvexityLower">inf f″, lower end.</param>
/// <param name="StrongConvexityUpper">inf f″, upper end.</param>
/// <param name="WeakStrongConvexityLower">Weak strong convexity, lower end.</param>
/// <param name="WeakStrongConvexityUpper">Weak strong convexity, upper end.</param>
/// <param name="RestrictedSecantLower">Restricted secant inequality, lower end.</param>
/// <param name="RestrictedSecantUpper">Restricted secant inequality, upper end.</param>
/// <param name="ErrorBoundLower">Error bound, lower end.</param>
/// <param name="ErrorBoundUpper">Error bound, upper end.</param>
/// <param name="PolyakLower">PL, lower end.</param>
/// <param name="PolyakUpper">PL, upper end.</param>
/// <param name="PolyakLocation">Where PL is attained, nearly; an angle for the spiral parabola.</param>
/// <param name="LocalPolyakLower">PL on |x| ≤ 1 alone, lower end.</param>
/// <param name="QuadraticGrowthLower">Quadratic growth, lower end.</param>
/// <param name="QuadraticGrowthUpper">Quadratic growth, upper end.</param>
/// <param name="StationaryPoints">Certified zeros of f′ at x &gt; 0.</param>
/// <param name="UndecidedBoxes">Boxes in which a zero of f′ could neither be found nor excluded.</param>
/// <param name="SpuriousMinimumLower">A stationary point with f″ &gt; 0 and f &gt; 0, the one of least x, lower end;
/// NaN if there is none.</param>
/// <param name="SpuriousMinimumUpper">Its upper end.</param>
/// <param name="SpuriousLevel">f there, lower end.</param>
/// <param name="SpuriousCurvature">f″ there, lower end.</param>
public sealed record LandscapeOutcome(
    double SmoothnessLower,
    double SmoothnessUpper,
    double StrongConvexityLower,
    double StrongConvexityUpper,
    double WeakStrongConvexityLower,
    double WeakStrongConvexityUpper,
    double RestrictedSecantLower,
    double RestrictedSecantUpper,
    double ErrorBoundLower,
    double ErrorBoundUpper,
    double PolyakLower,
    double PolyakUpper,
    double PolyakLocation,
    double LocalPolyakLower,
    double QuadraticGrowthLower,
    double QuadraticGrowthUpper,
    int StationaryPoints,
    int UndecidedBoxes,
    double SpuriousMinimumLower,
    double SpuriousMinimumUpper,
    double SpuriousLevel,
    double SpuriousCurvature);

/// <summary>The conditions for linear rates on functions of one variable and of the plane, by interval arithmetic over
/// their whole domain. Takes no random numbers.</summary>
public sealed class LandscapeExperiment : Experiment<LandscapeCell, LandscapeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/landscape";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override LandscapeOutcome Run(LandscapeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Kind == LandscapeKind.SpiralParabola)
        {
            // All ratios are the same at every radius, those on the unit disc too.
            LandscapeConstants spiral = new SpiralParabola(cell.Parameter).Constants();
            return Outcome(spiral, spiral.Polyak.Lower, null, double.NaN, double.NaN);
        }

        ScalarLandscape f = cell.Kind switch
        {
            LandscapeKind.RippledParabola => new RippledParabola(cell.Parameter),
            LandscapeKind.FlattenedModulus => new FlattenedModulus(cell.Parameter),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "No such family of functions."),
        };
        LandscapeConstants c =
            cell.Kind == LandscapeKind.RippledParabola ? RippledParabola.ConstantsAt(cell.Parameter) : f.Constants();
        Interval? spurious = c
            .Stationary.Roots.Where(x => f.Curvature(x).Lower > 0 && f.Value(x).Lower > 0)
            .Select(x => (Interval?)x)
            .FirstOrDefault();
        return Outcome(
            c,
            IntervalMinimum.Of(f.PolyakRatio, f.PolyakRatioSlope, new Interval(0, 1)).Value.Lower,
            spurious,
            spurious is { } x ? f.Value(x).Lower : double.NaN,
            spurious is { } y ? f.Curvature(y).Lower : double.NaN);
    }

    private static LandscapeOutcome Outcome(
        LandscapeConstants c,
        double localPolyak,
        Interval? spurious,
        double level,
        double curvature) =>
        new(
            c.Smoothness.Lower,
            c.Smoothness.Upper,
            c.StrongConvexity.Lower,
            c.StrongConvexity.Upper,
            c.WeakStrongConvexity.Lower,
            c.WeakStrongConvexity.Upper,
            c.RestrictedSecant.Lower,
            c.RestrictedSecant.Upper,
            c.ErrorBound.Lower,
            c.ErrorBound.Upper,
            c.Polyak.Lower,
            c.Polyak.Upper,
            c.PolyakLocation,
            localPolyak,
            c.QuadraticGrowth.Lower,
            c.QuadraticGrowth.Upper,
            c.Stationary.Roots.Count,
            c.Stationary.Undecided.Count,
            spurious?.Lower ?? double.NaN,
            spurious?.Upper ?? double.NaN,
            level,
            curvature);
}
