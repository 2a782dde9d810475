using Verification.Implementation.Numerics;
using Verification.Implementation.QuadraticNetworks.Landscape;

namespace Verification.Spec.QuadraticNetworks.Landscape;

/// <summary>How far stationary points are from the planted weights up to an orthogonal matrix, against what is left of
/// the gradient.</summary>
internal static class Misalignment
{
    /// <summary>
    /// min_Q ‖W − QW*‖ less ‖∇L‖/(4σ_d(W)λ(σ_d(W) + σ_min(W*))), or with Q on the right, in units of σ_min(W*):
    /// enclosed between the distance at the Q of the orthogonal Procrustes problem and the invariant ‖WᵀW − W*ᵀW*‖/(‖W‖
    /// + ‖W*‖), WWᵀ for the other side; open where the bound lies between.
    /// </summary>
    /// <param name="o">The stationary point.</param>
    /// <param name="side">On which side Q stands.</param>
    /// <param name="factor">The singular value that stands for σ_d(W), in units of σ_min(W*).</param>
    public static Bounded Beyond(StationaryPointOutcome o, AlignmentSide side, double factor)
    {
        double bound = (o.Gradient + o.GradientError) / (4 * factor * o.LeastCovarianceEigenvalue * (1 + factor));
        double distance = (side == AlignmentSide.Left ? o.LeftMisalignment : o.RightMisalignment) * o.PlantedNorm;
        double floor = side == AlignmentSide.Left ? o.LeftFloor : o.RightFloor;
        return distance <= bound + o.AlignmentError ? new(distance - bound, o.AlignmentError)
            : floor > bound + o.AlignmentError ? new(floor - bound, o.AlignmentError)
            : new(distance - bound, double.PositiveInfinity);
    }
}
