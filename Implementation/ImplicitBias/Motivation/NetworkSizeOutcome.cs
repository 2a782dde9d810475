namespace Verification.Implementation.ImplicitBias.Motivation;

/// <summary>Students of growing width on one problem, after training without regularization.</summary>
/// <param name="Training">Share of training examples with a wrong sign, one a width.</param>
/// <param name="Test">Share of test examples with a wrong sign.</param>
/// <param name="PathNorms">Σ|a_j|‖(w_j, b_j)‖ at the end.</param>
/// <param name="IsFinite">Whether all weights stayed finite.</param>
public sealed record NetworkSizeOutcome(double[] Training, double[] Test, double[] PathNorms, bool IsFinite);
