namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Where a linear model starts.</summary>
public enum StartingPoint
{
    /// <summary>At 0.</summary>
    Zero,

    /// <summary>At Xᵀc for a Gaussian c.</summary>
    RowSpace,

    /// <summary>At a Gaussian point.</summary>
    Anywhere,
}
