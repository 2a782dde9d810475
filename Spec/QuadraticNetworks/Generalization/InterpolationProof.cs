using Verification.Implementation.QuadraticNetworks.Generalization;

namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>How a computed student counts as an interpolant, or as none: by proof, never by a small residual alone
/// (<see cref="NearbyInterpolant"/>).</summary>
/// <remarks>
/// The residual judged is the misfit, which bounds the distance to every interpolant from below; the tolerance is the
/// distance to one that exists. So a student passes if an exact interpolant of
/// its width lies within <see cref="Resolution"/> of it, is refuted if none of any width does, and is undecided
/// otherwise.
/// </remarks>
internal static class InterpolationProof
{
    /// <summary>How near an exact interpolant has to be, in units of max{‖S*‖, ‖W‖_F²}.</summary>
    public const double Resolution = 1e-6;

    /// <summary>What the tolerance is, for evidence.</summary>
    public const string Derivation =
        "distance ‖W'ᵀW' − WᵀW‖/max{‖S*‖, ‖W‖²} to an exact interpolant W' of the same width, which exists by the "
        + "Newton–Kantorovich test; where none was proved, rounding of the misfit";

    /// <summary>Whether an exact interpolant was proved to exist near the student.</summary>
    public static bool Exists(double shift) => shift <= Resolution;

    /// <summary>The tolerance of the misfit.</summary>
    public static double Tolerance(double misfit, double misfitError, double shift) =>
        Exists(shift) ? shift + misfitError
        : misfit - misfitError > Resolution ? misfitError
        : double.PositiveInfinity;
}
