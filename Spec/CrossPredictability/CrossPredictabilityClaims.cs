using Verification.Spec.CrossPredictability.Classes;
using Verification.Spec.CrossPredictability.Emulation;
using Verification.Spec.CrossPredictability.Formalization;
using Verification.Spec.CrossPredictability.Proof;

namespace Verification.Spec.CrossPredictability;

/// <summary>The claims about cross-predictability, section by section of the talk.</summary>
public static class CrossPredictabilityClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "cross-predictability",
        Title = "Cross-predictability, noisy gradient descent and universal emulation",
        Folder = "CrossPredictability",
        Document = CrossPredictabilityTalk.Document,
        Claims = All,
        NotExamined = CrossPredictabilityCoverage.NotExamined,
        Coverage = CrossPredictabilityCoverage.Entries,
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All => [.. Formalization, .. Classes, .. EmulationSection.Claims, .. Proof];

    private static Claim[] Formalization =>
    [
        new ParityOrthonormality(),
        new BalancedParities(),
    ];

    private static Claim[] Classes =>
    [
        new ClassTable(),
        new DualForm(),
        new ParityGradientVariance(),
    ];

    private static Claim[] Proof =>
    [
        new JunkAccuracy(),
        new RadonNikodym(),
        new Tensorization(),
        new ReplicaBound(),
        new SecondDefinition(),
    ];
}
