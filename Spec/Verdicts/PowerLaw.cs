using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>The slope of a log–log plot against a claimed exponent, with a curvature term that notices when the points
/// follow no power law.</summary>
/// <remarks>
/// Least squares of ln y on ln x; the interval is Student's with n − 2 degrees of freedom. The curvature is the
/// coefficient of the centered square in the fit with one more term; bent points never hold, whatever their slope.
/// Points that lie on the line up to their own rounding error (<see cref="PointError"/>) have an interval made of that
/// error alone.
/// </remarks>
public sealed record PowerLaw : Evidence
{
    // Verdict, summary and tables ask for the line many times, of up to twenty thousand points. Known by the record
    // itself: a copy, which may have other points, has its own.
    private static readonly ConditionalWeakTable<PowerLaw, SlopeEstimate> Fits = [];

    /// <summary>Abscissas, positive, at least three distinct; three points refute, but cannot show that they are
    /// straight.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates, positive.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Relative error that each ordinate is known to, without its fluctuations (rounding,
    /// truncation).</summary>
    public required double PointError { get; init; }

    /// <summary>The claimed exponent.</summary>
    public required double Exponent { get; init; }

    /// <summary>Deviation of the exponent that the claim forgives (finite-size corrections); 0 where the law is
    /// exact.</summary>
    public required double Allowance { get; init; }

    /// <summary>Largest half-width of the interval that still decides for the claim.</summary>
    public required double Resolution { get; init; }

    /// <summary>The smallest difference of exponents that has to be told: that to the nearest mutant.</summary>
    public required double Gap { get; init; }

    /// <summary>
    /// Whether an exponent off by <see cref="Gap"/> is refuted wherever the claimed one holds: resolution ≤ (gap −
    /// allowance)/2. An interval of half-width h about a slope within h of the truth misses the other exponent by gap −
    /// h, which has to exceed h and the allowance.
    /// </summary>
    [JsonIgnore]
    public bool TellsTheGap => Resolution <= (Gap - Allowance) / 2 * (1 + 1e-12);

    /// <summary>Error level of this decision.</summary>
    public required double Level { get; init; }

    /// <summary>The fitted line.</summary>
    [JsonIgnore]
    public SlopeEstimate Fit => Fits.GetValue(this, static law => law.Fitted());

    private SlopeEstimate Fitted() => HasLine
        ? SlopeEstimate.Of(X, Y, PointError, Level)
        : new(double.NaN, double.PositiveInfinity, double.NaN, double.PositiveInfinity, double.NaN);

    // Points without a logarithm, or fewer than three, decide nothing; they must not end an audit.
    private bool HasLine =>
        X.Count == Y.Count
        && X.Distinct().Count() >= 3
        && X.Concat(Y).All(value => value > 0 && double.IsFinite(value));

    /// <summary>Fitted exponent.</summary>
    public double Slope => Fit.Slope;

    /// <summary>Half-width of the confidence interval of the exponent.</summary>
    public double HalfWidth => Fit.HalfWidth;

    /// <summary>Second-order coefficient in ln x.</summary>
    public double Curvature => Fit.Curvature;

    /// <summary>Half-width of the confidence interval of the curvature.</summary>
    public double CurvatureHalfWidth => Fit.CurvatureHalfWidth;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => X.Count == 0 ? "no points"
        : !HasLine ? string.Create(
            CultureInfo.InvariantCulture,
            $"no line through {X.Count} {(X.Count == 1 ? "point" : "points")} at {X.Distinct().Count()} "
                + $"{(X.Distinct().Count() == 1 ? "size" : "sizes")}; claimed exponent {Exponent:g4}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"exponent {Slope:g5} ± {HalfWidth:g2}, claimed {Exponent:g4}; curvature {Curvature:g2}; window "
                + $"[{X.Min():g3}, {X.Max():g3}]");

    /// <inheritdoc/>
    public override string Detects =>
        HasLine ? string.Create(CultureInfo.InvariantCulture, $"an exponent off by {HalfWidth + Allowance:g3}")
            : "nothing: there is no line";

    /// <summary>Holds when the interval is narrow enough, meets the claimed exponent and the points are straight;
    /// refuted when the interval misses the exponent by more than the allowance; else, and where the design cannot tell
    /// the gap, undecided.</summary>
    protected override Verdict Finding
    {
        get
        {
            SlopeEstimate fit = Fit;
            double miss = Math.Abs(fit.Slope - Exponent) - Allowance;
            if (!TellsTheGap || !double.IsFinite(miss) || !double.IsFinite(fit.HalfWidth))
                return Verdict.Undecided;
            if (miss > fit.HalfWidth)
                return Verdict.Refuted;
            bool straight = double.IsFinite(fit.CurvatureHalfWidth)
                && Math.Abs(fit.Curvature) * fit.LogRange <= fit.CurvatureHalfWidth * fit.LogRange + Allowance;
            return straight && fit.HalfWidth <= Resolution ? Verdict.Holds : Verdict.Undecided;
        }
    }
}
