using System.Text.Json.Serialization;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>A descent from below the barrier, in absolute units.</summary>
/// <param name="Sigma">σ = σ_min(W*).</param>
/// <param name="Depth">θ = L(W_0)/(λσ⁴), an upper bound, below 1.</param>
/// <param name="LeastEigenvalue">λ, least eigenvalue of the covariance, less its error; 0 where there is no barrier to
/// start below.</param>
/// <param name="LargestEigenvalue">Λ, greatest eigenvalue of the covariance, plus its error.</param>
/// <param name="PopulationLargest">Greatest eigenvalue of the expected covariance.</param>
/// <param name="PopulationLeast">Least eigenvalue of the expected covariance.</param>
/// <param name="SquaredNorm">B², bound of ‖W‖² on the sublevel set of W_0.</param>
/// <param name="Curvature">L_s, bound of the curvature there.</param>
/// <param name="Step">η.</param>
/// <param name="StartRisk">L(W_0).</param>
/// <param name="WorstRatio">max_k L(W_{k+1})/L(W_k).</param>
/// <param name="RelativeError">Bound of the relative rounding error of every risk and distance of the run.</param>
/// <param name="LeastSquaredSingularValue">min σ_d(W_k)² over k = 0, 1, 2, 4, 8, … and the last.</param>
/// <param name="SingularValueError">Proven bound of its error, and of that of σ².</param>
/// <param name="LeastRisk">min_k L(W_k)/‖∇L(W_k)‖².</param>
/// <param name="GreatestRisk">max_k L(W_k)/‖∇L(W_k)‖².</param>
/// <param name="LeastDistance">min_k ‖W_kᵀW_k − S*‖/‖∇L(W_k)‖.</param>
/// <param name="GreatestDistance">max_k ‖W_kᵀW_k − S*‖/‖∇L(W_k)‖.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Converged">Whether the last ε was reached.</param>
/// <param name="StartGradient">‖∇L(W_0)‖; then at the first iterate with ‖∇L‖ ≤ ε_j, to 9 digits:</param>
/// <param name="Iterations">its number,</param>
/// <param name="Gradients">its ‖∇L‖,</param>
/// <param name="Risks">its risk,</param>
/// <param name="PopulationRisks">its population risk,</param>
/// <param name="Distances">and ‖WᵀW − S*‖_F. NaN where the descent did not get there.</param>
public sealed record SubBarrierDescentOutcome(
    double Sigma,
    double Depth,
    double LeastEigenvalue,
    double LargestEigenvalue,
    double PopulationLargest,
    double PopulationLeast,
    double SquaredNorm,
    double Curvature,
    double Step,
    double StartRisk,
    double WorstRatio,
    double RelativeError,
    double LeastSquaredSingularValue,
    double SingularValueError,
    double LeastRisk,
    double GreatestRisk,
    double LeastDistance,
    double GreatestDistance,
    int Steps,
    bool Converged,
    double StartGradient,
    double[] Iterations,
    double[] Gradients,
    double[] Risks,
    double[] PopulationRisks,
    double[] Distances)
{
    /// <summary>Whether the covariance is certainly positive definite, so that there is a barrier.</summary>
    public bool HasBarrier => LeastEigenvalue > 0;

    /// <summary>Bound of the relative error of what is kept at the ε_j, beside <see cref="RelativeError"/>.</summary>
    public static double StoredError { get; } = ShortDecimal.RelativeError(9);

    /// <summary>ε_j = 10^(−j/2)·‖∇L(W_0)‖, j = 1, …, 10.</summary>
    [JsonIgnore]
    public double[] Epsilons =>
        [.. Enumerable.Range(1, Marks).Select(j => StartGradient * ElementaryFunctions.Exp(-j * HalfLn10))];

    /// <summary>How many ε_j there are.</summary>
    internal const int Marks = 10;

    private const double HalfLn10 = 1.151292546497023; // half of OEIS A002392
}
