using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>
/// A run of <see cref="SeparableDescentExperiment"/> carried on past the time at which its enclosure begins: numbers of
/// the run itself, with which the enclosure and the limit can be compared.
/// </summary>
/// <param name="LogTime">log t of the first look, log(1 + ηk) for descent.</param>
/// <param name="Offsets">⟨w, z_i⟩ − log t over the support at the first look.</param>
/// <param name="LogMultipliers">log λ_i of the same examples, ŵ = Σλ_iz_i.</param>
/// <param name="Lengths">‖z_i‖ of the same examples.</param>
/// <param name="Error">Proven bound of the error of w at the first look.</param>
/// <param name="Residual">‖w − ŵ log t‖ there.</param>
/// <param name="LaterLogTime">log t of the second look, of flows alone; NaN for descent, as is what follows.</param>
/// <param name="Pace">‖w₂ − w₁‖/(log t₂ − log t₁) between the looks.</param>
/// <param name="PaceError">Proven bound of its error.</param>
/// <param name="Gap">‖w/‖w‖ − ŵ/‖ŵ‖‖ at the second look.</param>
/// <param name="GapError">Proven bound of its error.</param>
public sealed record LaterRun(
    double LogTime,
    double[] Offsets,
    double[] LogMultipliers,
    double[] Lengths,
    double Error,
    double Residual,
    double LaterLogTime,
    double Pace,
    double PaceError,
    double Gap,
    double GapError)
{
    /// <summary>No run.</summary>
    internal static LaterRun None { get; } = new(
        double.NaN, [], [], [], double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Looks at a run from the data that ŵ belongs to.</summary>
    internal sealed class Recorder(Matrix Z, HardMarginSeparator separator, int[] support)
    {
        private readonly double[] _ŵ = separator.Weights;

        /// <summary>One look.</summary>
        public LaterRun Once(double[] w, double logTime, double error)
        {
            double[] residual = [.. w];
            Lanes.Axpy(-logTime, _ŵ, residual);
            // ŵ errs by its own bound, margins and their difference to log t by rounding.
            double rounding = 16 * w.Length * DoublePrecision.UnitRoundoff * (logTime * Lanes.Norm(_ŵ) + Lanes.Norm(w));
            return None with
            {
                LogTime = logTime,
                Offsets = [.. support.Select(i => Lanes.Dot(Z.Row(i), w) - logTime)],
                LogMultipliers = [.. support.Select(i => ElementaryFunctions.Log(separator.Multipliers[i]))],
                Lengths = [.. support.Select(i => Lanes.Norm(Z.Row(i)))],
                Error = error + logTime * separator.Certificate.DistanceBound + rounding,
                Residual = Lanes.Norm(residual),
            };
        }

        /// <summary>Two looks.</summary>
        public LaterRun Twice(
            double[] w, double logTime, double error,
            ReadOnlySpan<double> later, double laterLogTime, double laterError)
        {
            LaterRun first = Once(w, logTime, error);
            double[] move = later.ToArray();
            Lanes.Axpy(-1, w, move);
            double span = laterLogTime - logTime, length = Lanes.Norm(later);
            double rounding = 16 * w.Length * DoublePrecision.UnitRoundoff;
            return first with
            {
                LaterLogTime = laterLogTime,
                Pace = Lanes.Norm(move) / span,
                PaceError = (error + laterError) / span + rounding * length,
                Gap = SeparableDescentExperiment.DirectionGap(later, _ŵ),
                // ‖x/‖x‖ − y/‖y‖‖ ≤ 2‖x − y‖/(‖x‖ + ‖y‖), for w and for ŵ.
                GapError =
                    2 * laterError / Math.Max(2 * length - laterError, laterError)
                    + 2 * separator.Certificate.DistanceBound / Lanes.Norm(_ŵ)
                    + rounding,
            };
        }
    }
}
