namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Maps with a point at which <see cref="LocalNonconvexityExperiment"/> looks at the square loss.</summary>
public enum LandscapeFamily
{
    /// <summary>A Gaussian quadratic map of p = 2n + 2 parameters at a random point that interpolates.</summary>
    GaussianQuadratic,

    /// <summary>A tanh network of 2n + 2 hidden units in three dimensions at its Gaussian initialization, which
    /// interpolates.</summary>
    TanhNetwork,

    /// <summary><see cref="MatrixFractionalMap"/> at 0, y = 0: the Hessian of F_1 has rank 2n and L is
    /// convex.</summary>
    MatrixFractional,

    /// <summary>F_i = ½‖w‖² for every i, p = 2n + 1, y = 0, at 0: no gradient; L = (n/8)‖w‖⁴ is convex.</summary>
    Bowl,

    /// <summary>F_1 = ½‖w‖², F_k = w_{k−1}, p = 2n + 1, y = 0, at 0: only ∇F_1 vanishes; L = ⅛‖w‖⁴ + ½Σw_k² is convex.
    /// Needs n ≥ 2.</summary>
    BowlBesideLines,

    /// <summary>F_1 = w_1 + ½‖w‖², F_k = w_k, p = 2n + 1, y = (−10, 0, …), at 0: does not interpolate, and L is convex
    /// near 0.</summary>
    BowlBelow,
}
