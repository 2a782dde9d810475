using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>What <see cref="LeakyReluNetwork"/> computes at one set of weights.</summary>
/// <param name="Loss">L = (1/n)Σℓ(y_if_i).</param>
/// <param name="Gradient">∇L, m × d.</param>
/// <param name="Proxy">Ĝ = (1/n)Σ 1/(1 + e^(y_if_i)).</param>
/// <param name="TrainingError">Share of the samples with y_if_i ≤ 0.</param>
public sealed record LeakyReluPoint(double Loss, Matrix Gradient, double Proxy, double TrainingError);
