namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>The maps F in whose balls the tangent kernel is examined.</summary>
public enum BallModel
{
    /// <summary>F_i(w) = (J0 w)_i − ½(u·w)², all singular values of J0 equal, u a right singular vector with left one
    /// (1, …, 1)/√n.</summary>
    Isotropic,

    /// <summary>The same with the other singular values between 1 and 3 times the least.</summary>
    Tight,

    /// <summary>F_i(w) = (J0 w)_i + ½wᵀA_iw with random A_i of norm 1.</summary>
    Random,

    /// <summary>A shallow tanh network on points of the unit sphere of dimension d = 2n.</summary>
    Network,
}
