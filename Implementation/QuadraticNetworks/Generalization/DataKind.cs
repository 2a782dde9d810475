namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>How the data of a width experiment are drawn.</summary>
public enum DataKind
{
    /// <summary>Standard normal coordinates.</summary>
    Gaussian,

    /// <summary>Coordinates −1, 0, 1 with equal probability, and the identity as teacher: everything is an
    /// integer.</summary>
    SmallIntegers,
}
