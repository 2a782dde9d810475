using Verification.Spec.OnlineSgd.Dynamics;
using Verification.Spec.OnlineSgd.Hermite;
using Verification.Spec.OnlineSgd.Population;
using Verification.Spec.OnlineSgd.Proof;
using Verification.Spec.OnlineSgd.Samples;

namespace Verification.Spec.OnlineSgd;

/// <summary>The claims about online SGD on single-index models, section by section of the lecture.</summary>
public static class OnlineSgdClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "online-sgd",
        Title = "Online SGD on single-index models",
        Folder = "OnlineSgd",
        Document = OnlineSgdLecture.Document,
        Claims = All,
        NotExamined = OnlineSgdCoverage.NotExamined,
        Coverage = OnlineSgdCoverage.Entries,
    };

    /// <summary>All of them, in the order of the lecture.</summary>
    private static Claim[] All => [.. Basis, .. Landscape, .. Flow, .. Algorithm, .. Proof, .. Beyond];

    private static Claim[] Basis =>
    [
        new HermiteOrthogonality(),
        new HermiteDerivative(),
        new GaussianIntegrationByParts(),
        new HermiteRecurrence(),
        new HermiteExpansion(),
        new HermiteCorrelation(),
    ];

    private static Claim[] Landscape =>
    [
        new LossFormula(),
        new LossesOfNamedLinks(),
        new SphericalGradient(),
        new LandscapeOfDegree(),
        new InitialOverlap(),
        new InitialGradient(),
    ];

    private static Claim[] Flow =>
    [
        new GradientFlowTimes(),
        new SmallOverlapSolution(),
        new DistanceFromTheFlow(),
        new FewerSamplesThanDimensions(),
    ];

    private static Claim[] Algorithm =>
    [
        new OverlapIsAChain(),
        new LinearTimeOfDegreeOne(),
        new LogLinearTimeOfDegreeTwo(),
        new PolynomialTimeOfHigherDegree(),
        new TimesOfOtherLinks(),
        new CriticalStepOfDegreeTwo(),
    ];

    private static Claim[] Proof =>
    [
        new SampleGradient(),
        new MaximalInequality(),
        new Hypercontractivity(),
        new NoiseBelowTheStart(),
        new DiscreteBihariLaSalle(),
        new MostOfTheSearch(),
        new ScalesFromTwoConditions(),
    ];

    private static Claim[] Beyond =>
    [
        new UniformConcentration(),
        new RepeatedSamples(),
        new SmoothedLandscape(),
        new AbsoluteLoss(),
        new ReusedBatch(),
        new GenerativeExponent(),
    ];
}
