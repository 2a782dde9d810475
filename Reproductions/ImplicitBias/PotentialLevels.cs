using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>Contours of Q_α in the plane, each touching the solutions of one equation where the flow ends.</summary>
public sealed class PotentialLevels : Figure
{
    private const int Steps = 60;

    // The equation β₁ + 2β₂ = 1: least ℓ2 norm at (0.2, 0.4), least ℓ1 norm at (0, 0.5).
    private static readonly double[] Row = [1, 2];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/potential-levels";

    /// <inheritdoc/>
    public override string Title => "Contours of the potential turn from a circle into a diamond as α falls";

    /// <inheritdoc/>
    public override string Caption =>
        "For each α the contour of Q_α through the flow's end β_α, the dot, where it touches the line β₁ + 2β₂ = 1 of "
            + "all solutions (dashed). A circle would touch at (0.2, 0.4), the solution of least ℓ2 norm, a diamond at "
            + "(0, 0.5), that of least ℓ1 norm. The lower half is the mirror image.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Interpolating between Kernel and Deep");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/potential-of-the-flow"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("first", "first coefficient β₁"), new("second", "second coefficient β₂", FromZero: true))
        .By("alpha", "scale α")
        .Curve("second", "contour of Q_α")
        .PointsAt("end", "end of the flow")
        .Segment((-0.25, 0.625), (0.5, 0.25), "solutions");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("alpha", "first", "second", "end");
        var X = new Matrix(1, 2);
        Row.CopyTo(X.Row(0));
        var q = new HyperbolicLink();
        foreach (double α in (double[])[3, 0.3, 0.15, 0.03, 0.0001])
        {
            double scale = α * α;
            double[] end = PotentialMinimizer.Continue(X, [1], q, scale).Solution;
            double level = q.Potential(end[0] / scale) + q.Potential(end[1] / scale);
            double extent = scale * Argument(q, level);
            for (int i = -Steps; i <= Steps; i++)
            {
                // Finer near the ends, where a circle is steep.
                double t = (double)i / Steps, x = extent * t * (3 - t * t) / 2;
                double y = Math.Abs(i) == Steps ? 0 : scale * Argument(q, level - q.Potential(x / scale));
                table.Add(α, x, y, double.NaN);
            }

            table.Add(α, end[0], double.NaN, end[1]);
        }

        return table;
    }

    // b ≥ 0 with q(b) = value, by bisection: q is convex and at least b²/(4 + b).
    private static double Argument(Link q, double value)
    {
        double low = 0, high = 1;
        while (q.Potential(high) < value)
            high *= 2;
        for (int step = 0; step < 100; step++)
        {
            double middle = low + (high - low) / 2;
            if (q.Potential(middle) < value)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
