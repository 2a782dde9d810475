using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Verdicts;

/// <summary>A straight line through a log–log plot with intervals of its slope and of the curvature.</summary>
/// <param name="Slope">Least-squares slope of ln y on ln x.</param>
/// <param name="HalfWidth">Half-width of the slope's confidence interval.</param>
/// <param name="Curvature">Coefficient of the centered square of ln x in the quadratic fit.</param>
/// <param name="CurvatureHalfWidth">Half-width of the curvature's confidence interval; infinite with fewer than four
/// points.</param>
/// <param name="LogRange">ln(largest x / smallest x).</param>
public sealed record SlopeEstimate(
    double Slope, double HalfWidth, double Curvature, double CurvatureHalfWidth, double LogRange)
{
    /// <summary>Fits points.</summary>
    /// <param name="x">Abscissas, positive and finite, at least three of them distinct.</param>
    /// <param name="y">Ordinates, positive and finite, as many.</param>
    /// <param name="pointError">Relative error of each ordinate that repetition would not show; widens both intervals
    /// by its worst effect.</param>
    /// <param name="level">Error level of each interval, two-sided.</param>
    /// <exception cref="ArgumentException">Too few points, or points without logarithm.</exception>
    public static SlopeEstimate Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double pointError, double level)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count || x.Distinct().Count() < 3)
            throw new ArgumentException(
                "A slope needs as many ordinates as abscissas and at least three distinct abscissas.", nameof(x));
        if (x.Concat(y).Any(value => !(value > 0 && double.IsFinite(value))))
            throw new ArgumentException("A log–log plot takes positive finite numbers only.", nameof(y));

        // Orthogonal polynomials of degree 1 and 2 on the points: p1 = t − mean, p2 = p1² − a·p1 − b.
        int n = x.Count;
        double[] t = [.. x.Select(ElementaryFunctions.Log)];
        double[] z = [.. y.Select(ElementaryFunctions.Log)];
        double mean = t.Sum() / n;
        double[] p1 = [.. t.Select(value => value - mean)];
        double s1 = p1.Sum(p => p * p);
        double a = p1.Sum(p => p * p * p) / s1;
        double[] p2 = [.. p1.Select(p => p * p - a * p - s1 / n)];
        double s2 = p2.Sum(p => p * p);
        double average = z.Sum() / n;
        double slope = p1.Zip(z, (p, value) => p * value).Sum() / s1;
        double curvature = s2 > 0 ? p2.Zip(z, (p, value) => p * value).Sum() / s2 : 0;
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < n; i++)
        {
            double residual = z[i] - average - slope * p1[i];
            linear += residual * residual;
            residual -= curvature * p2[i];
            quadratic += residual * residual;
        }

        double worst1 = pointError * p1.Sum(Math.Abs) / s1;
        double worst2 = s2 > 0 ? pointError * p2.Sum(Math.Abs) / s2 : double.PositiveInfinity;
        double halfWidth = worst1 + StudentT.TwoSidedQuantile(level, n - 2) * Math.Sqrt(linear / (n - 2) / s1);
        double curvatureHalfWidth = n > 3 && s2 > 0
            ? worst2 + StudentT.TwoSidedQuantile(level, n - 3) * Math.Sqrt(quadratic / (n - 3) / s2)
            : double.PositiveInfinity;
        return new(slope, halfWidth, curvature, curvatureHalfWidth, t.Max() - t.Min());
    }
}
