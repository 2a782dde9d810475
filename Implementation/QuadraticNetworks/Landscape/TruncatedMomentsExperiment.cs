using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="TruncatedMomentsExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates, one that <see cref="TruncatedMoments.Of"/> knows.</param>
/// <param name="Bound">c: coordinates are conditioned on |x| ≤ c, 2 to 16.</param>
public sealed record TruncatedMomentsCell(CoordinateLaw Law, double Bound);

/// <summary>Conditional moments by closed form and by quadrature, and what they make of the barrier's constant.</summary>
/// <param name="Mass">P(|x| ≤ c).</param>
/// <param name="Second">μ2(c) = E[x² | |x| ≤ c].</param>
/// <param name="Fourth">μ4(c) = E[x⁴ | |x| ≤ c].</param>
/// <param name="Constant">C5(c) = min{μ4(c) − μ2(c)², 2μ2(c)²}.</param>
/// <param name="EarlierConstant">C5 at 2 + (c − 2)/2.</param>
/// <param name="IntegratedSecond">μ2(c) by quadrature of the density, or summed over the values.</param>
/// <param name="IntegratedFourth">μ4(c) likewise.</param>
/// <param name="Error">Bound of the error of the moments.</param>
public sealed record TruncatedMomentsOutcome(
    double Mass, double Second, double Fourth, double Constant, double EarlierConstant, double IntegratedSecond, double IntegratedFourth, double Error);

/// <summary>The conditional moments from which the talk makes the constant of its barrier. Nothing is random.</summary>
public sealed class TruncatedMomentsExperiment : Experiment<TruncatedMomentsCell, TruncatedMomentsOutcome>
{
    private const int Panels = 64;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/truncated-moments";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TruncatedMomentsOutcome Run(TruncatedMomentsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CoordinateLaw law = cell.Law;
        double c = cell.Bound;
        var moments = TruncatedMoments.Of(law, c);
        (double second, double fourth) = law.IsContinuous ? Integrate(law, c) : Enumerate(law, c);

        // Five-point Gauss rules on panels of width h ≤ 1/4 err by h¹¹·5!⁴/(11·10!³)·max|g⁽¹⁰⁾| < 10⁻¹⁹·max|g⁽¹⁰⁾| each, and the tenth derivatives of xⁿ·density, n ≤ 4, stay
        // below 10⁶: together below 10⁻¹¹. Closed forms and sums are off by less than 10⁻¹³ of μ4(c), which is at most 6.
        return new(
            moments.Mass, moments.Second, moments.Fourth, moments.BarrierConstant, TruncatedMoments.Of(law, 2 + (c - 2) / 2).BarrierConstant, second, fourth, 2e-11);
    }

    private static (double Second, double Fourth) Integrate(CoordinateLaw law, double c)
    {
        double reach = law == CoordinateLaw.Uniform ? Math.Min(c, Math.Sqrt(3)) : c;
        double near = Math.Sqrt(5 - 2 * Math.Sqrt(10.0 / 7)) / 3;
        double far = Math.Sqrt(5 + 2 * Math.Sqrt(10.0 / 7)) / 3;
        double heavy = (322 + 13 * Math.Sqrt(70)) / 900;
        double light = (322 - 13 * Math.Sqrt(70)) / 900;
        double mass = 0;
        double second = 0;
        double fourth = 0;
        for (int panel = 0; panel < Panels; panel++)
        {
            foreach ((double node, double weight) in ((double, double)[])[(-far, light), (-near, heavy), (0, 128.0 / 225), (near, heavy), (far, light)])
            {
                double x = reach * (2 * panel + 1 + node) / (2 * Panels);
                double density = weight * Density(law, x);
                mass += density;
                second += density * x * x;
                fourth += density * x * x * x * x;
            }
        }

        return (second / mass, fourth / mass);
    }

    // Up to a constant factor, for x ≥ 0.
    private static double Density(CoordinateLaw law, double x) =>
        law == CoordinateLaw.Gaussian ? ElementaryFunctions.Exp(-x * x / 2)
        : law == CoordinateLaw.Laplace ? ElementaryFunctions.Exp(-Math.Sqrt(2) * x)
        : 1;

    private static (double Second, double Fourth) Enumerate(CoordinateLaw law, double c)
    {
        (double Value, double Probability)[] points = law == CoordinateLaw.TwoPoint ? [(-1, 2.0 / 3), (2, 1.0 / 3)] : [(-1, 0.5), (1, 0.5)];
        double mass = 0;
        double second = 0;
        double fourth = 0;
        foreach ((double value, double probability) in points)
        {
            if (Math.Abs(value) > c)
                continue;
            mass += probability;
            second += probability * value * value;
            fourth += probability * value * value * value * value;
        }

        return (second / mass, fourth / mass);
    }
}
