namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="InducedDynamicsExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 64.</param>
/// <param name="Samples">m, 1 to d.</param>
/// <param name="Start">α > 0.</param>
/// <param name="Steps">Taylor steps along the flow at which the velocity is taken, 0 to 200.</param>
public sealed record InducedDynamicsCell(int Dimension, int Samples, double Start, int Steps);
