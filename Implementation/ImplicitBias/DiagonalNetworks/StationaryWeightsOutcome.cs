namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// Stationarity of a point in weights and of its predictor, exact: numerators over positive denominators.
/// </summary>
/// <param name="WeightResidual">max_j |u_j − λv_jx_j| with λ = 1/x₁ from the first coordinate, times x₁^(3/2)·1000: 0
/// exactly if u is stationary for ½‖w‖² on f ≥ 1.</param>
/// <param name="FunctionResidual">|νx₂| − 2 with ν = 2/x₁, times x₁: not positive exactly if β is stationary for R =
/// 2‖β‖₁ on ⟨β, x⟩ ≥ 1 with β₂ = 0.</param>
/// <param name="Excess">‖β‖₁/min ‖β‖₁ − 1 times x₁.</param>
public sealed record StationaryWeightsOutcome(double WeightResidual, double FunctionResidual, double Excess);
