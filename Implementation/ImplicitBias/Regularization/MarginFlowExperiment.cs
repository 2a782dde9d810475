using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

// Label absorbed into x, margin q = Σx_j(w₊² − w₋²). The velocity of the weights is −ℓ′(q)∇q, of their logarithms
// ±2(−ℓ′(q))x_j: its direction never changes, so that steps along it stay on the trajectory however long they are, and
// only the time that they take has to be enclosed. q rises along the trajectory, and −ℓ′ falls in q: a step takes at
// least what its first speed and at most what its last speed would take. Times are kept as logarithms, since log t
// grows like the margin. Along the trajectory β_j = 2α²sinh(νx_j); in log β_j the rates x_j·coth(νx_j) rise with |x_j|,
// so that weight moves to larger |x_j|: ⟨β, x⟩/‖β‖₁ rises, ⟨β, x⟩/‖β‖₂ falls, and their values at two points enclose
// those between.

/// <summary>
/// The gradient flow of f = ⟨w₊² − w₋², x⟩ from α𝟏 on one separable sample, integrated in the weights and enclosed at
/// two times, one of them as late as log t = 10⁸⁰.
/// </summary>
public sealed class MarginFlowExperiment : Experiment<MarginFlowCell, MarginFlowOutcome>
{
    private const int MaximumSteps = 200_000;
    private const double Log2 = 0.6931471805599453, Log10 = 2.302585092994046;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/margin-flow";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override MarginFlowOutcome Run(MarginFlowCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Dimension is < 2 or > 100
            || !(cell.Start >= 1e-3 && cell.Start <= 1e3)
            || !(cell.EarlyMargin > 0 && cell.EarlyMargin <= 1e100)
            || !(cell.LogLateMargin <= 100))
            throw new ArgumentOutOfRangeException(
                nameof(cell),
                cell.Dimension,
                "The dimension has to lie in 2 to 100, α in [10⁻³, 10³], the margins have to be positive and at most "
                    + "10¹⁰⁰.");
        var x = new double[cell.Dimension];
        stream.FillNormals(x);
        double[] sizes = [.. x.Select(Math.Abs).OrderDescending()];
        double unit = Lanes.Dot(x, x) / sizes[0];
        double late = ElementaryFunctions.Exp(Log10 * cell.LogLateMargin);
        MarginFlowLook? first = At(x, cell, cell.EarlyMargin * unit, cancellation),
            second = At(x, cell, late * unit, cancellation);
        var none = new MarginFlowLook(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        return new(first ?? none, second ?? none, sizes[1] / sizes[0], first is not null && second is not null);
    }

    /// <summary>log t at which the kernel machine, whose margin has the speed 8α²‖x‖²(−ℓ′), comes to a margin under the
    /// exponential loss: e^q = 1 + 8α²‖x‖²t.</summary>
    public static double LogKernelTime(double[] x, double α, double margin) =>
        (margin > 40 ? margin : ElementaryFunctions.Log(ElementaryFunctions.Expm1(margin)))
        - ElementaryFunctions.Log(8 * α * α * Lanes.Dot(x, x));

    // The flow at the time at which the kernel machine has the margin; null where it is not enclosed.
    private static MarginFlowLook? At(double[] x, MarginFlowCell cell, double margin, CancellationToken cancellation)
    {
        int d = x.Length;
        double α = cell.Start, wanted = LogKernelTime(x, α, margin), largest = x.Max(Math.Abs);
        double[] w = new double[2 * d], after = new double[2 * d], rates = new double[2 * d];
        Array.Fill(w, α);
        // d log w/dt over −ℓ′.
        for (int j = 0; j < d; j++)
            (rates[j], rates[d + j]) = (2 * x[j], -2 * x[j]);
        double scale = 2 * largest;
        // Bounds of log t from the slowest and from the fastest speeds.
        double earliest = double.NegativeInfinity, latest = double.NegativeInfinity;
        double[] before = new double[2 * d];
        bool isBracketed = false;
        double way = 0, q = 0;
        for (int n = 0; n < MaximumSteps; n++)
        {
            if (n % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            // Late enough that the time has come by then, not before.
            if (earliest - Slack(earliest) >= wanted)
                return isBracketed ? Between(x, before, w, margin) : null;
            if (latest + Slack(latest) <= wanted)
            {
                w.CopyTo(before, 0);
                isBracketed = true;
            }

            double speed = LogSpeed(cell.Loss, q);
            // The last steps take most of the time: the others may be long.
            double fineness = q < 0.1 * margin ? 1 : 0.2;
            double step = fineness * Math.Clamp(0.025 * way, 0.005, 0.05);
            double next = double.NaN, nextSpeed = double.NegativeInfinity;
            // The squared loss has no speed left at q = 1: steps shrink towards it.
            for (; step > 1e-13; step /= 2)
            {
                for (int j = 0; j < 2 * d; j++)
                    after[j] = step / scale * rates[j];
                ElementaryFunctions.Exp(after, after);
                for (int j = 0; j < 2 * d; j++)
                    after[j] *= w[j];
                next = Margin(x, after);
                nextSpeed = LogSpeed(cell.Loss, next);
                if (nextSpeed > double.NegativeInfinity)
                    break;
            }

            // The flow never passes the minimum: it stays between the last point before and the first beyond.
            if (!(nextSpeed > double.NegativeInfinity))
                return isBracketed ? Between(x, before, after, margin) : null;
            double length = ElementaryFunctions.Log(step / scale);
            earliest = LogAdd(earliest, length - speed);
            latest = LogAdd(latest, length - nextSpeed);
            (w, after) = (after, w);
            way += step;
            q = next;
        }

        return null;
    }

    // Margins, their exponentials and sums of as many times err by far less, relative to log t.
    private static double Slack(double logTime) =>
        double.IsFinite(logTime) ? 1e-9 * (1 + Math.Abs(logTime)) : 0;

    private static double Margin(double[] x, double[] w)
    {
        double q = 0;
        for (int j = 0; j < x.Length; j++)
            q += x[j] * (w[j] * w[j] - w[x.Length + j] * w[x.Length + j]);
        return q;
    }

    // log(−ℓ′(q)).
    private static double LogSpeed(SampleLoss loss, double q) => loss switch
    {
        SampleLoss.Exponential => -q,
        SampleLoss.Logistic => -q - ElementaryFunctions.Log1p(ElementaryFunctions.Exp(-q)),
        _ => q < 1 ? Log2 + ElementaryFunctions.Log(1 - q) : double.NegativeInfinity,
    };

    private static double LogAdd(double a, double b)
    {
        double larger = Math.Max(a, b);
        return double.IsFinite(larger)
            ? larger + ElementaryFunctions.Log1p(ElementaryFunctions.Exp(Math.Min(a, b) - larger))
            : larger;
    }

    private static MarginFlowLook Between(double[] x, double[] first, double[] last, double margin)
    {
        (double firstKernel, double firstRich, double firstMargin) = Ratios(x, first);
        (double lastKernel, double lastRich, double lastMargin) = Ratios(x, last);
        // Weights err by the roundings of as many steps as there are, of a logarithm of at most 400.
        const double rounding = 16 * MaximumSteps * DoublePrecision.UnitRoundoff;
        return new(
            (firstKernel + lastKernel) / 2, Math.Abs(firstKernel - lastKernel) / 2 + rounding,
            (firstRich + lastRich) / 2, Math.Abs(firstRich - lastRich) / 2 + rounding,
            (firstMargin + lastMargin) / (2 * margin),
            (Math.Abs(lastMargin - firstMargin) / 2 + rounding * Math.Abs(lastMargin)) / margin);
    }

    private static (double Kernel, double Rich, double Margin) Ratios(double[] x, double[] w)
    {
        int d = x.Length;
        double[] β = [.. Enumerable.Range(0, d).Select(j => (w[j] - w[d + j]) * (w[j] + w[d + j]))];
        double product = Lanes.Dot(x, β);
        double ℓ1 = β.Sum(Math.Abs), largest = x.Max(Math.Abs);
        return ℓ1 > 0
            ? (product / (Lanes.Norm(β) * Lanes.Norm(x)), product / (ℓ1 * largest), product)
            // At the start, where β vanishes: its direction is that of x.
            : (1, Lanes.Dot(x, x) / (x.Sum(Math.Abs) * largest), 0);
    }
}
