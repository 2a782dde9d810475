using Verification.Spec.RandomSystems.Existence;
using Verification.Spec.RandomSystems.HessianDescent;
using Verification.Spec.RandomSystems.Model;
using Verification.Spec.RandomSystems.Zeros;

namespace Verification.Spec.RandomSystems;

/// <summary>The claims about systems of random equations, section by section of the talk.</summary>
public static class RandomSystemsClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "random-systems",
        Title = "Overparametrized systems of random equations",
        Folder = "RandomSystems",
        Document = RandomSystemsTalk.Document,
        Claims = All,
        NotExamined = RandomSystemsCoverage.NotExamined,
        Coverage = RandomSystemsCoverage.Entries,
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All => [.. Model, .. History, .. Thresholds, .. Hessian, .. ExactSolutions];

    private static Claim[] Model =>
    [
        new DerivativeCovariances(),
    ];

    private static Claim[] History =>
    [
        new BezoutNumber(),
        new MeanOfRealZeros(),
        new ConcentrationOfRealZeros(),
    ];

    private static Claim[] Thresholds =>
    [
        new ExistenceBounds(),
        new ExistenceThresholds(),
        new GradientDescentThreshold(),
        new LowerBoundAsymptotics(),
    ];

    private static Claim[] Hessian =>
    [
        new RiemannianHessian(),
        new OrthogonalSteps(),
        new HessianDescentStep(),
        new HessianDescentWithSlack(),
        new ThresholdEquation(),
        new HessianDescentTheorem(),
        new HessianLaw(),
        new LowestEigenvalue(),
        new SpectralEdgeDuality(),
        new HessianDescentThreshold(),
        new ThresholdInClosedForm(),
    ];

    private static Claim[] ExactSolutions =>
    [
        new ApproximateSolution(),
        new NewtonCertificate(),
    ];
}
