namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>The extreme eigenpairs that <see cref="Lanczos"/> found.</summary>
/// <param name="Smallest">The lower end of the spectrum, from above: its value is at least λ_min up to
/// rounding.</param>
/// <param name="Largest">The upper end of the spectrum, from below.</param>
/// <param name="Steps">Products with A that built the Krylov space, its dimension.</param>
/// <param name="Converged">
/// Whether both residuals are at most tolerance·max(|θ_min|, |θ_max|). False: the step limit came first; the pairs are
/// still certified by their residuals.
/// </param>
public sealed record LanczosResult(RitzPair Smallest, RitzPair Largest, int Steps, bool Converged);
