namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Excess population error along the path from least ℓ2 to least ℓ1 norm.</summary>
/// <param name="Scales">α^(D/2), descending, so that networks of different depth compare at the same α^D.</param>
/// <param name="Errors">‖β_α − β*‖² at each.</param>
/// <param name="ErrorBounds">Proven bounds of their errors; infinite where Newton's method failed.</param>
public sealed record SparsePathOutcome(double[] Scales, double[] Errors, double[] ErrorBounds);
