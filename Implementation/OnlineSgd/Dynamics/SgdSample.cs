using System.Runtime.InteropServices;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>A sample as the step that it caused saw it.</summary>
/// <param name="Overlap">⟨w, w*⟩ before the step.</param>
/// <param name="SquaredNorm">‖w‖² before the step, 1 up to rounding.</param>
/// <param name="SignalPart">a = ⟨w*, x⟩.</param>
/// <param name="StudentPart">b = ⟨w, x⟩.</param>
/// <param name="SquaredLength">‖x‖².</param>
/// <param name="Push">ηG.</param>
/// <param name="SquaredNormAfter">‖w + ηG(x − bw)‖² before it is projected back.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SgdSample(
    double Overlap,
    double SquaredNorm,
    double SignalPart,
    double StudentPart,
    double SquaredLength,
    double Push,
    double SquaredNormAfter);
