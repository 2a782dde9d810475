namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Fills a span with independent standard normals; for tests, with the numbers that a law is taken apart
/// with.</summary>
/// <param name="normals">Overwritten.</param>
public delegate void NormalSource(Span<double> normals);
