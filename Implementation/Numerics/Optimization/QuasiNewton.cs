using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.Optimization;

// Limited-memory BFGS (Nocedal and Wright, "Numerical optimization", algorithms 7.4 and 7.5) with the approximate Wolfe
// conditions of Hager and Zhang, "A new conjugate gradient method with guaranteed descent", SIAM J. Optim. 16(1), 2005.
//
// Why not MathNet's BfgsMinimizer: it calls Math.Pow, whose bits are the platform's; it throws at the iteration limit
// and where a line search fails, and then the best point is lost; and where a step no longer changes the gradient it
// divides 0 by 0 and ends in NaN, as on factorizations with residual zero (QuasiNewtonTests). Where it converges it
// comes as far down as this one, in more steps. Comparing slopes rather than values matters near a minimum: a step δ
// lowers the value by δ², which drowns in rounding at δ ≈ 10⁻⁸, while slopes keep their sign down to δ ≈ 10⁻¹⁶.
//
// Notation: g gradient, d direction, s step, y change of the gradient, ρ = 1/(y·s), φ(t) = f(x + t·d).

/// <summary>A local minimizer of differentiable functions that polishes down to the rounding errors of the
/// gradient.</summary>
/// <remarks>
/// Deterministic. Each iteration costs O(n·m) with a memory of m = min(2n, 50) steps, beside one or a few evaluations;
/// for n ≤ 50 the memory spans the space, and convergence is superlinear as with the full method. More than 2n steps
/// only keep curvatures of points long left. A function of any scale is minimized alike: only the tolerance of the
/// gradient is absolute.
/// </remarks>
public static class QuasiNewton
{
    private const int LongestMemory = 50;

    // Hager and Zhang's δ and σ: sufficient decrease, and how far the slope has to flatten.
    private const double Decrease = 0.1;
    private const double Flattening = 0.9;

    // How far a value may rise by rounding while the slopes say that the minimum comes closer: their ε, smaller, as f
    // is accurate to 10⁻¹⁰ here.
    private const double RoundingAllowance = 1e-10;

    // A bracket halves at least every other trial, so that 100 trials exhaust the 53 bits of a step.
    private const int MaximumTrials = 100;

    // While the slope does not flatten, trials grow by 4; from here on by 2¹⁶, so that 100 trials reach from any double
    // to any other.
    private const int SlowTrials = 30;

    // Where the gradient is so small that a step of its length does not move the point, the first step is this part of
    // the point's length.
    private const double FirstStepShare = 1.4901161193847656e-8; // 2⁻²⁶

    // Beyond 2^±300 products of gradients leave the range of doubles; the function is then divided by a power of two,
    // which is exact.
    private const int LargestExponent = 300;

    // At the rounding errors of the gradient steps wander without end; a memory that was replaced wholly without a
    // better point shows it.
    private const int StepsWithoutProgress = LongestMemory;

    /// <summary>Minimizes <paramref name="f"/> from <paramref name="start"/>.</summary>
    /// <param name="f">The function with its gradient. NaN or ∞ away from the start are treated as a wall: steps are
    /// shortened.</param>
    /// <param name="start">n ≥ 1 finite entries; not changed.</param>
    /// <param name="gradientTolerance">Gradient norm ‖∇f‖₂ at which to stop, absolute, at least 0 (0: as far as
    /// rounding allows).</param>
    /// <param name="maximumIterations">Steps at most, at least 0.</param>
    /// <exception cref="ArgumentException">The start is empty or not finite, or f or its gradient is not finite
    /// there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative, NaN or infinite, or the limit
    /// negative.</exception>
    public static MinimizationResult Minimize(
        DifferentiableFunction f,
        ReadOnlySpan<double> start,
        double gradientTolerance = 1e-10,
        int maximumIterations = 1000)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (!(gradientTolerance >= 0 && double.IsFinite(gradientTolerance)))
            throw new ArgumentOutOfRangeException(
                nameof(gradientTolerance), gradientTolerance, "The tolerance has to be finite and at least 0.");
        ArgumentOutOfRangeException.ThrowIfNegative(maximumIterations);
        if (start.IsEmpty || !double.IsFinite(Lanes.Norm(start)))
            throw new ArgumentException("The start needs at least one entry, and all of them finite.", nameof(start));
        int evaluations = 0;
        Evaluation current = Evaluate(f, start.ToArray(), ref evaluations);
        if (!current.IsFinite)
            throw new ArgumentException(
                $"The function is {current.Value} at the start, with a gradient of norm {current.GradientNorm}; both "
                    + "have to be finite.",
                nameof(start));

        int exponent = current.GradientNorm > 0 ? Math.ILogB(current.GradientNorm) : 0;
        if (Math.Abs(exponent) > LargestExponent && current.GradientNorm > gradientTolerance)
        {
            MinimizationResult scaled = Minimize(
                ScaledByPowerOfTwo(f, -exponent), start, Math.ScaleB(gradientTolerance, -exponent), maximumIterations);
            return scaled with
            {
                Value = Math.ScaleB(scaled.Value, exponent),
                GradientNorm = Math.ScaleB(scaled.GradientNorm, exponent),
                Evaluations = scaled.Evaluations + evaluations,
            };
        }

        Evaluation best = current;
        int bestIteration = 0;
        List<Correction> memory = [];
        for (int iterations = 0; ; iterations++)
        {
            if (current.GradientNorm <= gradientTolerance)
                return Result(current, StoppingReason.Converged);
            if (iterations == maximumIterations)
                return Result(best, StoppingReason.IterationLimit);
            double[] d = Direction(current.Gradient, memory);
            // Where curvatures in memory no longer describe the function, steepest descent is tried before giving up.
            Evaluation? next = Search(f, current, d, FirstTrial(current, memory, iterations), ref evaluations);
            if (next is null && memory.Count > 0)
            {
                memory.Clear();
                next = Search(
                    f, current, Direction(current.Gradient, memory), FirstTrial(current, memory, iterations),
                    ref evaluations);
            }
            if (next is null || iterations - bestIteration >= StepsWithoutProgress)
                return Result(best, StoppingReason.LineSearchStalled);
            Remember(memory, current, next);
            current = next;
            if (IsBetter(current, best))
                (best, bestIteration) = (current, iterations);

            MinimizationResult Result(Evaluation end, StoppingReason reason) =>
                new(end.Point, end.Value, end.GradientNorm, iterations, evaluations, reason);
        }
    }

    private static bool IsBetter(Evaluation candidate, Evaluation best)
    {
        double allowance = RoundingAllowance * Math.Abs(best.Value);
        return candidate.Value < best.Value - allowance
            || (candidate.Value <= best.Value + allowance && candidate.GradientNorm < best.GradientNorm);
    }

    // Without knowledge of the curvature a step of length 1 at most; a quasi-Newton step has its own length. At the
    // start, where nothing says that the gradient is down to its rounding errors, the step has to move the point.
    private static double FirstTrial(Evaluation current, List<Correction> memory, int iteration)
    {
        if (memory.Count > 0)
            return 1;
        double trial = Math.Min(1, 1 / current.GradientNorm);
        double least = FirstStepShare * Lanes.Norm(current.Point) / current.GradientNorm;
        bool moves = trial * current.GradientNorm > UnitRoundoff * Lanes.Norm(current.Point);
        return iteration == 0 && !moves && double.IsFinite(least) ? least : trial;
    }

    private static DifferentiableFunction ScaledByPowerOfTwo(DifferentiableFunction f, int exponent) =>
        (point, gradient) =>
    {
        double value = f(point, gradient);
        foreach (ref double entry in gradient)
            entry = Math.ScaleB(entry, exponent);
        return Math.ScaleB(value, exponent);
    };

    // d = -H·g by the two-loop recursion.
    private static double[] Direction(double[] gradient, List<Correction> memory)
    {
        double[] d = gradient.ToArray();
        Lanes.Scale(-1, d);
        var alpha = new double[memory.Count];
        for (int i = memory.Count - 1; i >= 0; i--)
        {
            alpha[i] = memory[i].Rho * Lanes.Dot(memory[i].S, d);
            Lanes.Axpy(-alpha[i], memory[i].Y, d);
        }
        if (memory.Count > 0)
            Lanes.Scale(1 / (memory[^1].Rho * Lanes.Dot(memory[^1].Y, memory[^1].Y)), d);
        for (int i = 0; i < memory.Count; i++)
        {
            double beta = memory[i].Rho * Lanes.Dot(memory[i].Y, d);
            Lanes.Axpy(alpha[i] - beta, memory[i].S, d);
        }
        return d;
    }

    private static void Remember(List<Correction> memory, Evaluation from, Evaluation to)
    {
        double[] s = to.Point.ToArray(), y = to.Gradient.ToArray();
        Lanes.Axpy(-1, from.Point, s);
        Lanes.Axpy(-1, from.Gradient, y);
        double curvature = Lanes.Dot(s, y), rho = 1 / curvature;
        // A step with curvature lost in rounding would spoil the matrix: the product is then not above the error of its
        // own sum.
        if (!(curvature > 1e-16 * Lanes.Norm(s) * Lanes.Norm(y)) || !double.IsFinite(rho))
            return;
        if (memory.Count == Math.Min(LongestMemory, 2 * s.Length))
            memory.RemoveAt(0);
        memory.Add(new Correction(s, y, rho));
    }

    // A point along d where φ has decreased sufficiently and flattened out, or null.
    private static Evaluation? Search(
        DifferentiableFunction f, Evaluation from, double[] d, double first, ref int evaluations)
    {
        double slope0 = Lanes.Dot(from.Gradient, d);
        if (!(slope0 < 0))
            return null;
        double allowed = from.Value + RoundingAllowance * Math.Abs(from.Value);
        double low = 0, lowSlope = slope0, high = double.PositiveInfinity, highSlope = double.NaN, t = first;
        for (int trial = 0; trial < MaximumTrials; trial++)
        {
            double[] point = from.Point.ToArray();
            Lanes.Axpy(t, d, point);
            if (!double.IsFinite(t) || point.AsSpan().SequenceEqual(from.Point))
                return null;
            Evaluation at = Evaluate(f, point, ref evaluations);
            double slope = at.IsFinite ? Lanes.Dot(at.Gradient, d) : double.NaN;
            bool decreased =
                at.IsFinite
                && (
                    at.Value <= from.Value + Decrease * t * slope0
                    || (at.Value <= allowed && slope <= (2 * Decrease - 1) * slope0));
            if (!decreased)
                (high, highSlope) = (t, slope);
            else if (slope < Flattening * slope0)
                (low, lowSlope) = (t, slope);
            else
                return at;
            t = double.IsPositiveInfinity(high)
                ? (trial < SlowTrials ? 4 : 65536) * low
                : NextTrial(low, lowSlope, high, highSlope, bisect: (trial & 1) != 0);
        }
        return null;
    }

    private static double NextTrial(double low, double lowSlope, double high, double highSlope, bool bisect)
    {
        double width = high - low;
        // Where the slope would vanish if it were linear.
        double secant = low - lowSlope * width / (highSlope - lowSlope);
        bool inside = secant > low + 0.01 * width && secant < high - 0.01 * width; // false for NaN
        return inside && !bisect ? secant : low + 0.5 * width;
    }

    private static Evaluation Evaluate(DifferentiableFunction f, double[] point, ref int evaluations)
    {
        var gradient = new double[point.Length];
        double value = f(point, gradient);
        evaluations++;
        return new Evaluation(point, value, gradient, Lanes.Norm(gradient));
    }

    private sealed record Evaluation(double[] Point, double Value, double[] Gradient, double GradientNorm)
    {
        public bool IsFinite => double.IsFinite(Value) && double.IsFinite(GradientNorm);
    }

    private sealed record Correction(double[] S, double[] Y, double Rho);
}
