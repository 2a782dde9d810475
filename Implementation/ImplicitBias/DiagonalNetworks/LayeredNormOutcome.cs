namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Squared norms of weights of D diagonal layers whose product is β, relative to Σ|β_j|^(2/D).</summary>
/// <param name="Balanced">Of the balanced weights |w_lj| = |β_j|^(1/D).</param>
/// <param name="Random">Of random weights with the same product, ever nearer to balance.</param>
/// <param name="Growth">log₂ of the ratio of norms (not squared) of the balanced weights of 16β and of β.</param>
/// <param name="Residual">Largest relative deviation of the products from β.</param>
/// <param name="OtherPower">Σ|β_j|^(1/D)/Σ|β_j|^(2/D), for a wrong power.</param>
/// <param name="Error">Bound of the relative errors.</param>
public sealed record LayeredNormOutcome(
    double Balanced, double[] Random, double Growth, double Residual, double OtherPower, double Error);
