using Verification.Implementation.QuadraticNetworks.Descent;

namespace Verification.Spec.QuadraticNetworks.Descent;

/// <summary>How far the upper and the lower bounds of risk and distance by the gradient lie apart: numbers of spectra
/// alone, which know nothing of a run but its depth.</summary>
internal static class SubBarrierQuotients
{
    /// <summary>The first of the ε at which exponents are fitted.</summary>
    public const int FirstMark = 3;

    /// <summary>Upper over lower constant of risk/ε² from the first mark on, below which the risk stays.</summary>
    public static double Risk(SubBarrierDescentOutcome o)
    {
        double σ2 = o.Sigma * o.Sigma;
        double root = Math.Sqrt(o.Risks[FirstMark] / o.LeastEigenvalue) / σ2;
        double squaredNorm = o.SquaredNorm + (root - Math.Sqrt(o.Depth)) * σ2;
        return o.LargestEigenvalue * squaredNorm / (o.LeastEigenvalue * (1 - root) * σ2);
    }

    /// <summary>Upper over lower constant of distance/ε from the first mark on.</summary>
    public static double Distance(SubBarrierDescentOutcome o) =>
        Math.Sqrt(o.LargestEigenvalue / o.LeastEigenvalue * Risk(o));

    /// <summary>The same of the population risk over ε², with the spread of the expected covariance.</summary>
    public static double Population(SubBarrierDescentOutcome o) =>
        o.PopulationLargest / o.PopulationLeast * o.LargestEigenvalue / o.LeastEigenvalue * Risk(o);

    /// <summary>By how much a quotient of population risk and squared distance leaves [C, Λ], relative to its
    /// end.</summary>
    public static double Outside(double quotient, SubBarrierDescentOutcome o) =>
        Math.Max(quotient / o.PopulationLargest - 1, 1 - quotient / o.PopulationLeast);
}
