using Verification.Spec.CrossPredictability.Classes;
using Verification.Spec.CrossPredictability.Descent;
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
    private static Claim[] All =>
        [.. Formalization, .. Classes, .. Descent, .. EmulationSection.Claims, .. Proof];

    private static Claim[] Formalization =>
    [
        new PerceptronOnParities(),
        new ParityOrthonormality(),
        new PermutationSymmetry(),
        new BalancedParities(),
        new WeakLearningOfParities(),
    ];

    private static Claim[] Classes =>
    [
        new ClassTable(),
        new DualForm(),
        new StatisticalQueries(),
        new ParityGradientVariance(),
        new BatchCrossPredictability(),
    ];

    private static Claim[] Descent =>
    [
        new LowCrossPredictability(),
        new RandomParityDescent(),
        new MonomialDescent(),
        new MonomialsOfBoundedDegree(),
        new OrderOfDegrees(),
    ];

    private static Claim[] Proof =>
    [
        new TotalVariationBound(),
        new JunkAccuracy(),
        new DataProcessing(),
        new PinskerGaussian(),
        new RadonNikodym(),
        new Tensorization(),
        new ReplicaBound(),
        new JunkFlow(),
        new SecondDefinition(),
    ];
}
