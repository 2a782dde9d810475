namespace Verification.Implementation.ImplicitBias;

/// <summary>A certified solution of: minimize Σ_j q(β_j/s) subject to Xβ = y.</summary>
/// <param name="Multiplier">ν, m entries: the potential's slope at the solution is Xᵀν, up to rounding.</param>
/// <param name="Slopes">z = Xᵀν as computed, d entries.</param>
/// <param name="Solution">β̃ = s·h(z), d entries.</param>
/// <param name="Radius">Bounds of |β̃_j − β_j| for the exact solution β, proven; +∞ where nothing is.</param>
/// <param name="SlopeRadius">Bounds of |z_j − q′(β_j/s)|, proven; +∞ where nothing is.</param>
/// <param name="IsCertified">Whether the bounds are finite.</param>
/// <param name="Steps">Newton steps taken.</param>
public sealed record PotentialMinimum(
    double[] Multiplier,
    double[] Slopes,
    double[] Solution,
    double[] Radius,
    double[] SlopeRadius,
    bool IsCertified,
    int Steps);
