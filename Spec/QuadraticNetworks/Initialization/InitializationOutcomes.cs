using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;

namespace Verification.Spec.QuadraticNetworks.Initialization;

/// <summary>What is certain about a start.</summary>
internal static class InitializationOutcomes
{
    /// <summary>Whether its risk lies below <paramref name="bound"/>·σ_min(W*)⁴; open where rounding errors or the
    /// enclosure of σ_min(W*) leave it so.</summary>
    public static TrialResult Below(this InitializationOutcome outcome, double bound) =>
        outcome.RatioUpper < bound ? TrialResult.Success
        : outcome.RatioLower >= bound ? TrialResult.Failure
        : TrialResult.Open;
}
