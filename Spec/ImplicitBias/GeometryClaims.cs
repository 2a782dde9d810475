using Verification.Spec.ImplicitBias.Geometry;
using Verification.Spec.ImplicitBias.Homogeneous;
using Verification.Spec.ImplicitBias.MatrixFactorization;
using Verification.Spec.ImplicitBias.Motivation;

namespace Verification.Spec.ImplicitBias;

/// <summary>The claims on optimization geometry, on parametrization and on homogeneous models, in the order of the talk.</summary>
internal static class GeometryClaims
{
    public static IReadOnlyList<Claim> All =>
    [
        new SizeOfWeights(),
        new AdaptiveMethods(),
        new GradientDescentMinimumNorm(),
        new MirrorDescentBregman(),
        new NaturalGradientOrder(),
        new HardMarginDirection(),
        new CoordinateDescentMargin(),
        new CommutingFactorization(),
        new NuclearNormCounterexample(),
        new UnboundedCompletion(),
        new ConvolutionNorm(),
        new ConvolutionDepth(),
        new ReluFunctionNorm(),
        new Homogeneity(),
        new SmoothedMargin(),
        new UnobservedEntries(),
    ];
}
