using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Activations;

/// <summary>An activation and its derivatives on eight lanes; a type so that the loop over a span is compiled once for
/// each of them.</summary>
internal interface IActivationLanes
{
    /// <summary>σ.</summary>
    static abstract Vector512<double> Value(Vector512<double> z);

    /// <summary>σ'.</summary>
    static abstract Vector512<double> Slope(Vector512<double> z);

    /// <summary>σ''.</summary>
    static abstract Vector512<double> Curvature(Vector512<double> z);
}
