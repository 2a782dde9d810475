namespace Verification.Implementation.OnlineSgd.Hermite;

/// <summary>Functions of one variable whose derivatives are known everywhere but at 0.</summary>
public enum SteinFunction
{
    /// <summary>x^q.</summary>
    Monomial,

    /// <summary>x^q·sign x: its derivatives up to order q − 1 are absolutely continuous, that of order q jumps at
    /// 0.</summary>
    SignedMonomial,
}
