namespace Verification.Implementation.Numerics.Optimization;

/// <summary>Where a minimizer ended. All numbers are finite.</summary>
/// <param name="Point">
/// The best point seen: of those whose value equals the lowest up to rounding (10⁻¹⁰ relative), the one with the
/// smallest gradient.
/// </param>
/// <param name="Value">The function there.</param>
/// <param name="GradientNorm">Euclidean norm of the gradient there.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Evaluations of the function and its gradient.</param>
/// <param name="Reason">Why the minimizer stopped.</param>
public sealed record MinimizationResult(
    double[] Point, double Value, double GradientNorm, int Iterations, int Evaluations, StoppingReason Reason);
