namespace Verification.Implementation.QuadraticNetworks;

/// <summary>How planted weights are drawn.</summary>
public enum TeacherKind
{
    /// <summary>The weakest direction is the one in which the law's barrier is lowest; σ_min(W*) equals the
    /// scale.</summary>
    Aligned,

    /// <summary>Gaussian weights of width 2d times the scale.</summary>
    Random,
}
