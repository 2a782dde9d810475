using System.Runtime.InteropServices;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>A sample as the step that it caused saw it.</summary>
/// <param name="SignalPart">a = ⟨w*, x⟩.</param>
/// <param name="StudentPart">b = ⟨w, x⟩.</param>
/// <param name="SquaredLength">‖x‖².</param>
/// <param name="Push">ηG.</param>
/// <param name="SquaredNormAfter">‖w + ηG(x − bw)‖² before it is projected back.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SgdSample(
    double SignalPart,
    double StudentPart,
    double SquaredLength,
    double Push,
    double SquaredNormAfter);
