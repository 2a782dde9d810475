namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>How a student of width d comes to have rank d − 1.</summary>
public enum DeficientStart
{
    /// <summary>Its last row is exactly zero.</summary>
    ZeroRow,

    /// <summary>Its last row equals the one before it.</summary>
    EqualRows,

    /// <summary>Its weights are projected off a random direction, in floating point.</summary>
    Projected,
}
