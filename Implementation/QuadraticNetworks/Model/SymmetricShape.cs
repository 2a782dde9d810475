namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Symmetric matrices at which the population risk is examined.</summary>
public enum SymmetricShape
{
    /// <summary>Independent Gaussian entries.</summary>
    Gaussian,

    /// <summary>WᵀW − S* of random student and teacher.</summary>
    Difference,

    /// <summary>E_11 − E_22: the risk is κ‖A‖².</summary>
    DiagonalPair,

    /// <summary>E_12 + E_21: the risk is 2μ2²‖A‖².</summary>
    OffDiagonalPair,

    /// <summary>The identity: the risk is (μ4 + (d − 1)μ2²)‖A‖².</summary>
    Identity,
}
