namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>A run of projected stochastic gradient descent.</summary>
/// <param name="Risk">R_n at its end.</param>
/// <param name="RiskError">Proven bound of the rounding of <paramref name="Risk"/>, at the weights that the run
/// ended with.</param>
/// <param name="SquaredNorm">‖W‖_F² at its end, within a relative error of (D + 5)m·2⁻⁵³.</param>
/// <param name="LargestSquaredNorm">The largest ‖W‖_F² at the start and after a step, within the same.</param>
/// <param name="Scaled">Share of the steps that left the ball, so that the projection moved them.</param>
/// <param name="Curve">R_n after the epochs of <see cref="EluTrainingExperiment.Looks"/> that the run reached.</param>
public sealed record EluTrainingOutcome(
    double Risk, double RiskError, double SquaredNorm, double LargestSquaredNorm, double Scaled, double[] Curve);
