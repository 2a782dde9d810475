using System.Runtime.InteropServices;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Weights w = Signal·w* + Beside·v of a student, v a unit vector at right angles to the signal w*.</summary>
/// <param name="Signal">⟨w, w*⟩.</param>
/// <param name="Beside">‖w − ⟨w, w*⟩w*‖ ≥ 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StudentPlace(double Signal, double Beside)
{
    /// <summary>|⟨w, w*⟩|/‖w‖; NaN at w = 0.</summary>
    public double Overlap => Math.Abs(Signal) / Math.Sqrt(Signal * Signal + Beside * Beside);
}
