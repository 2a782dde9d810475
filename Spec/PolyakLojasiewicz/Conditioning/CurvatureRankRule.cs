namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>The rank that the Hessian of one output has to exceed for local non-convexity.</summary>
public enum CurvatureRankRule
{
    /// <summary>2n: right, and attained by a convex example.</summary>
    TwiceTheSamples,

    /// <summary>2n − 1.</summary>
    BelowTwiceTheSamples,

    /// <summary>n: with one sample the sketch's "rank above 1".</summary>
    Samples,
}
