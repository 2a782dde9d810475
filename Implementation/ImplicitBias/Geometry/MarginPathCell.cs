namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Sizes of <see cref="MarginPathExperiment"/>.</summary>
/// <param name="Samples">m, 2 to 100.</param>
/// <param name="Dimension">d, 1 to 30.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="LastLogTime">log t of the last point, 2 to 10⁴.</param>
/// <param name="Points">Number of points, 2 to 100, equally spaced in log log t from log t = 1.</param>
/// <param name="StepsPerUnit">Backward Euler steps a unit of log t up to 50, 1 to 1000; a tenth of that from there
/// on.</param>
public sealed record MarginPathCell(
    int Samples, int Dimension, MarginLoss Loss, double LastLogTime, int Points, int StepsPerUnit);
