namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>How the coordinates of a sample depend on one another. Each keeps a jointly continuous law jointly
/// continuous.</summary>
public enum CoordinateDependence
{
    /// <summary>They are independent.</summary>
    Independent,

    /// <summary>x_1 = z_1, x_j = x_{j−1}/2 + √¾·z_j with independent z_j: neighbors have correlation ½ where the z_j
    /// share a variance.</summary>
    Correlated,

    /// <summary>x = z/U with independent z_j and one uniform U in (0, 1]: heavy tails, shared by all coordinates,
    /// without a mean.</summary>
    SharedRadius,
}
