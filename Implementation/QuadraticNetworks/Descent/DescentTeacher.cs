namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>The teacher of a descent.</summary>
public enum DescentTeacher
{
    /// <summary>Gaussian weights of width 8d.</summary>
    Gaussian,

    /// <summary>W* = I: all singular values agree, and the bounds of a descent are closest.</summary>
    Isotropic,
}
