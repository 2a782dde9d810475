namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Families of polynomial links f, one of each degree k.</summary>
public enum PolynomialLink
{
    /// <summary>H_k/√k!, of variance 1.</summary>
    Hermite,

    /// <summary>x^k.</summary>
    Power,

    /// <summary>1 + H_k.</summary>
    ShiftedHermite,

    /// <summary>H_k + H_{k+1}.</summary>
    HermiteSum,
}
