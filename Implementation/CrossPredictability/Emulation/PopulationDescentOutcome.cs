namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>What gradient descent with the exact mean over all inputs does to an emulation network.</summary>
/// <param name="LargestGradient">max |E ∂L/∂w| over all edges at the first step, exact.</param>
/// <param name="MovedEdges">Edges whose weight differs from the initial one after all steps.</param>
/// <param name="Accuracy">P(sign(out) = χ_S) after all steps under the uniform law, ties counted ½.</param>
public sealed record PopulationDescentOutcome(
    double LargestGradient, int MovedEdges, double Accuracy);
