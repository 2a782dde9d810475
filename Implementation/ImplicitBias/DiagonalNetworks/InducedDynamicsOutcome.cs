namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>The motion of β at a point of the flow from α𝟏.</summary>
/// <param name="Predictor">β, d numbers.</param>
/// <param name="Gradient">∇‖Xβ − y‖², d numbers.</param>
/// <param name="Velocity">β̇ = 2w₊ẇ₊ − 2w₋ẇ₋ with ẇ = −∇_wL by differences of the loss in the weights.</param>
/// <param name="Error">Proven bound of the error of each velocity, and of (w₊² + w₋²)·gradient against the exact
/// flow's.</param>
public sealed record InducedDynamicsOutcome(double[] Predictor, double[] Gradient, double[] Velocity, double Error);
