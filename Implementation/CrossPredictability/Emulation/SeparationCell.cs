namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Sizes of <see cref="SeparationExperiment"/>.</summary>
/// <param name="Coordinates">n, at most 5: the affine thresholds are listed.</param>
/// <param name="Samples">T, samples of SGD and steps of descent with the population gradient.</param>
/// <param name="Degree">|S|, at least 1.</param>
/// <param name="Rate">γ, a power of two.</param>
/// <param name="Batch">Samples over which a step of SGD averages.</param>
public sealed record SeparationCell(int Coordinates, int Samples, int Degree, double Rate, int Batch);
