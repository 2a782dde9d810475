using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Sizes of <see cref="SecondOrderExperiment"/>.</summary>
/// <param name="Activation">φ.</param>
/// <param name="Radius">h: the approximation is made and judged on [−h, h], and again on [−h/2, h/2]; in (0,
/// 1].</param>
/// <param name="QuadraticFactor">The c in c·D·x², D the second difference; ½ is right.</param>
public sealed record SecondOrderCell(ActivationFunction Activation, double Radius, double QuadraticFactor);

/// <summary>The quadratic approximation of an activation near 0.</summary>
/// <param name="Order">log2 of the ratio of the largest errors at h and h/2.</param>
/// <param name="OrderError">Bound of its rounding error.</param>
/// <param name="Curvature">Second difference (φ(h) − 2φ(0) + φ(−h))/h².</param>
/// <param name="CurvatureError">Bound of its rounding error.</param>
public sealed record SecondOrderOutcome(double Order, double OrderError, double Curvature, double CurvatureError);

/// <summary>The order at which φ(0) + D₁x + c·D₂x² meets an activation, with differences for the derivatives. Nothing
/// is random.</summary>
/// <remarks>D₁ = (φ(h) − φ(−h))/(2h) and D₂ = (φ(h) − 2φ(0) + φ(−h))/h² are φ'(0) and φ''(0) up to h²: with c = ½ the
/// polynomial interpolates at −h, 0 and h.</remarks>
public sealed class SecondOrderExperiment : Experiment<SecondOrderCell, SecondOrderOutcome>
{
    private const int Points = 64;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/second-order";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SecondOrderOutcome Run(SecondOrderCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double h = cell.Radius;
        (double coarse, double curvature) = Largest(cell, h);
        (double fine, _) = Largest(cell, h / 2);

        // A value is off by 8u at most; an error of 64u in the finer of the two maxima moves the logarithm by
        // 64u/(fine·ln 2).
        double order =
            (Numerics.Elementary.ElementaryFunctions.Log(coarse) - Numerics.Elementary.ElementaryFunctions.Log(fine))
            / Numerics.Elementary.ElementaryFunctions.Log(2);
        return new(order, 100 * UnitRoundoff / fine, curvature, 32 * UnitRoundoff / (h * h));
    }

    private static (double Error, double Curvature) Largest(SecondOrderCell cell, double h)
    {
        double up = cell.Activation.Evaluate(h);
        double center = cell.Activation.Evaluate(0);
        double down = cell.Activation.Evaluate(-h);
        double slope = (up - down) / (2 * h);
        double curvature = (up - 2 * center + down) / (h * h);
        double largest = 0;
        for (int i = -Points; i <= Points; i++)
        {
            double x = h * i / Points;
            double polynomial = center + slope * x + cell.QuadraticFactor * curvature * x * x;
            largest = Math.Max(largest, Math.Abs(cell.Activation.Evaluate(x) - polynomial));
        }

        return (largest, curvature);
    }
}
