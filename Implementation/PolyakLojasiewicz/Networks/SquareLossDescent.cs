using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Residuals r = F(w) − y and gradient Jᵀr of the loss ½‖r‖² at w.</summary>
/// <param name="w">p entries.</param>
/// <param name="residual">n entries, overwritten.</param>
/// <param name="gradient">p entries, overwritten.</param>
public delegate void SquareLoss(ReadOnlySpan<double> w, Span<double> residual, Span<double> gradient);

/// <summary>Gradient descent w ← w − η∇L with a constant step, and what its path looked like.</summary>
/// <param name="End">The last point.</param>
/// <param name="Losses">L(w_0), L(w_1), …</param>
/// <param name="PathLengths">Σ_{s&lt;t}‖w_{s+1} − w_s‖ for each t.</param>
/// <param name="Farthest">max_t ‖w_t − w_0‖.</param>
/// <param name="Displacement">‖w_T − w_0‖.</param>
/// <param name="ResidualNorm">‖r_0‖.</param>
/// <param name="LastResidualNorm">‖r_T‖.</param>
public sealed record SquareLossDescent(
    double[] End,
    IReadOnlyList<double> Losses,
    IReadOnlyList<double> PathLengths,
    double Farthest,
    double Displacement,
    double ResidualNorm,
    double LastResidualNorm)
{
    /// <summary>
    /// Relative size of the residual below which the descent stops: rounding of the outputs, some 10⁻¹⁴ of the labels,
    /// then stays a millionth of it.
    /// </summary>
    public const double Resolution = 1e-8;

    /// <summary>Descends until ‖r‖ has come down to <see cref="Resolution"/>·‖r_0‖, or grown a thousandfold, or the
    /// steps are used up.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="start">w_0.</param>
    /// <param name="samples">n.</param>
    /// <param name="step">η &gt; 0.</param>
    /// <param name="steps">At most this many steps.</param>
    /// <param name="visit">Called with each point, the first one included; may be null.</param>
    /// <param name="cancellation">Observed at each step.</param>
    public static SquareLossDescent Run(
        SquareLoss loss,
        ReadOnlySpan<double> start,
        int samples,
        double step,
        int steps,
        Action<int, double[]>? visit,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (!(step > 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step has to be positive and finite.");
        double[] w = start.ToArray(),
            w0 = start.ToArray(),
            gradient = new double[w.Length],
            r = new double[samples],
            away = new double[w.Length];
        List<double> losses = [],
            paths = [0];
        double farthest = 0,
            distance = 0,
            initial = 0,
            current;
        for (int t = 0; ; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            loss(w, r, gradient);
            visit?.Invoke(t, w);
            current = Lanes.Norm(r);
            losses.Add(current * current / 2);
            if (t == 0)
                initial = current;
            if (t == steps || current <= Resolution * initial || !(current <= 1e3 * initial))
                break;
            Lanes.Axpy(-step, gradient, w);
            paths.Add(paths[^1] + step * Lanes.Norm(gradient));
            w.CopyTo(away, 0);
            Lanes.Axpy(-1, w0, away);
            distance = Lanes.Norm(away);
            farthest = Math.Max(farthest, distance);
        }

        return new(w, losses, paths, farthest, distance, initial, current);
    }

    /// <summary>max_t (L_t/L_0)^{1/t}, the least ρ with L_t ≤ ρᵗL_0 for all t, and how far beyond it outputs that are
    /// off by <paramref name="outputError"/> could reach; NaN without a step.</summary>
    public (double Growth, double Error) Contraction(double outputError)
    {
        if (Losses.Count < 2)
            return (double.NaN, double.NaN);
        double growth = 0, upper = 0;
        for (int t = 1; t < Losses.Count; t++)
        {
            growth = Math.Max(growth, Root(ResidualNorm * Math.Sqrt(Losses[t] / Losses[0]), t));
            upper = Math.Max(upper, Root(ResidualNorm * Math.Sqrt(Losses[t] / Losses[0]) + outputError, t));
        }

        return (growth, upper - growth + 1e-14);

        double Root(double r, int t) =>
            r > 0 ? ElementaryFunctions.Exp(2 * ElementaryFunctions.Log(r / ResidualNorm) / t) : 0;
    }
}
