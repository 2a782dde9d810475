using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;

namespace Verification.Spec.QuadraticNetworks.Initialization;

/// <summary>What is certain about a start.</summary>
internal static class InitializationOutcomes
{
    /// <summary>Whether its risk lies below <paramref name="bound"/>·σ_min(W*)⁴; open where rounding errors or the
    /// enclosure of σ_min(W*) leave it so.</summary>
    public static TrialResult Below(this InitializationOutcome outcome, double bound)
    {
        double lower = outcome.LeastEigenvalueLower;
        double upper = outcome.LeastEigenvalueUpper;
        return outcome.Loss + outcome.Error < bound * lower * lower ? TrialResult.Success
            : Math.Max(0, outcome.Loss - outcome.Error) >= bound * upper * upper ? TrialResult.Failure
            : TrialResult.Open;
    }
}
