namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Along which unseen direction, and which of its two signs, an interpolant is looked for.</summary>
public enum WalkRule
{
    /// <summary>Any unseen direction, with a sign that meets the boundary of the cone.</summary>
    EitherSign,

    /// <summary>A positive semidefinite unseen direction where there is one (N &lt; d), along its positive sign
    /// only.</summary>
    PositiveSemidefiniteForward,
}
