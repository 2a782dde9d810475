namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Where the first residual of frozen dynamics lies.</summary>
public enum ResidualPlacement
{
    /// <summary>Independent standard normal along every singular vector.</summary>
    Everywhere,

    /// <summary>On u_r alone, whose singular value is the cutoff.</summary>
    AtTheCutoff,

    /// <summary>On u_(r+1) alone, whose singular value is 1 − 2⁻¹⁰ times the cutoff.</summary>
    BelowTheCutoff,
}
