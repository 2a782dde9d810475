using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

// One sample x with label y. Whatever the decreasing loss g(y⟨β, x⟩), ẇ± = ±2w±·(−g′)·yx, so that w± = α·exp(±ν·yx) and
// β = 2α²sinh(ν·yx) with ν = 2∫(−g′): the flow runs along one curve, on which the margin grows with ν. If the loss
// tends to 0, as it does for the exponential and the logistic loss, ν → ∞. The margin alone says where on the curve the
// flow is, so that the two regimes can be told without integrating: near ν = 0 β ∝ x, the kernel machine; far out the
// largest |x_j| takes all, the ℓ1 margin.

/// <summary>
/// The way of gradient flow from the kernel machine to the largest ℓ1 margin, on one separable sample.
/// </summary>
public sealed class MarginCurveExperiment : Experiment<MarginCurveCell, MarginCurveOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/margin-curve";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override MarginCurveOutcome Run(MarginCurveCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Dimension is < 2 or > 100
            || !(cell.Start >= 1e-3 && cell.Start <= 1e3)
            || !(cell.SmallMargin > 0)
            || !(cell.LogLargeMargin <= 100))
            throw new ArgumentOutOfRangeException(
                nameof(cell),
                cell.Dimension,
                "The dimension has to lie in 2 to 100, α in [10⁻³, 10³], the margins have to be positive and at most "
                    + "10¹⁰⁰.");
        var x = new double[cell.Dimension];
        stream.FillNormals(x);
        double[] sizes = [.. x.Select(Math.Abs).OrderDescending()];
        double unit = Lanes.Dot(x, x) / sizes[0];
        (double smallKernel, double smallRich) = At(x, cell.Start, cell.SmallMargin * unit);
        (double largeKernel, double largeRich) = At(
            x, cell.Start, ElementaryFunctions.Exp(2.302585092994046 * cell.LogLargeMargin) * unit);
        // Wherever bisection stops, the point lies on the curve: sinh errs by 12u and by u·νx ≤ 700u of its argument.
        return new(
            smallKernel, smallRich, largeKernel, largeRich, sizes[1] / sizes[0],
            (1500 + 4 * cell.Dimension) * DoublePrecision.UnitRoundoff);
    }

    private static (double Kernel, double Rich) At(double[] x, double α, double margin)
    {
        var link = new HyperbolicLink();
        double largest = x.Max(Math.Abs);
        double low = 0, high = 700 / largest;
        var z = new double[x.Length];
        double[] β = new double[x.Length], slope = new double[x.Length];
        for (int step = 0; step < 100; step++)
        {
            double ν = low + (high - low) / 2;
            for (int j = 0; j < x.Length; j++)
                z[j] = ν * x[j];
            link.Evaluate(z, β, slope);
            if (α * α * Lanes.Dot(x, β) > margin)
                high = ν;
            else
                low = ν;
        }

        double product = Lanes.Dot(x, β);
        return (product / (Lanes.Norm(β) * Lanes.Norm(x)), product / (β.Sum(Math.Abs) * largest));
    }
}
