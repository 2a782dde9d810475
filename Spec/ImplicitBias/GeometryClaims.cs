using Verification.Spec.ImplicitBias.Geometry;
using Verification.Spec.ImplicitBias.MatrixFactorization;

namespace Verification.Spec.ImplicitBias;

/// <summary>The claims on optimization geometry, on parametrization and on homogeneous models, in the order of the talk.</summary>
internal static class GeometryClaims
{
    public static IReadOnlyList<Claim> All =>
    [
        new GradientDescentMinimumNorm(),
        new MirrorDescentBregman(),
        new NaturalGradientOrder(),
        new HardMarginDirection(),
        new CoordinateDescentMargin(),
        new CommutingFactorization(),
        new NuclearNormCounterexample(),
        new UnboundedCompletion(),
        new UnobservedEntries(),
    ];
}
