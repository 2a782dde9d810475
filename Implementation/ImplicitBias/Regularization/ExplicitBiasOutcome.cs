namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>The interpolant nearest to α𝟏 in weights, beside the ends of gradient flows, on one instance.</summary>
/// <param name="Cost">‖w − α𝟏‖² of the weights that the Lagrangian conditions give, relative to α².</param>
/// <param name="DualBound">The Lagrangian's minimum over all weights, a lower bound of the least cost, relative to
/// α².</param>
/// <param name="CostError">Bound of the errors of both, including what the residual of the weights can hide.</param>
/// <param name="FlowDistance">max_j |β^R_j − β_j(∞)| for the flow of depth D from α^p𝟏.</param>
/// <param name="FlowError">Proven bound of its error.</param>
/// <param name="ImplicitDistance">‖β^R − β_α(∞)‖/‖β^R‖ for depth 2 from α𝟏.</param>
/// <param name="ImplicitError">Proven bound of its error.</param>
/// <param name="IsFinished">Whether every bound is finite.</param>
public sealed record ExplicitBiasOutcome(
    double Cost,
    double DualBound,
    double CostError,
    double FlowDistance,
    double FlowError,
    double ImplicitDistance,
    double ImplicitError,
    bool IsFinished);
