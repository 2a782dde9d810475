using Verification.Spec.RandomSystems.EluNetworks;
using Verification.Spec.RandomSystems.Existence;
using Verification.Spec.RandomSystems.GradientDescent;
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
    private static Claim[] All =>
    [
        .. Experiment, .. Model, .. History, .. Thresholds, .. Gradient, .. Hessian, .. Solutions,
        .. Epilogue,
    ];

    private static Claim[] Experiment =>
    [
        new EluNetwork(),
        new EluTraining(),
        new RiskFallsWithParameters(),
    ];

    private static Claim[] Model =>
    [
        new DerivativeCovariances(),
        new RiskLevel(),
        new SolutionSet(),
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

    private static Claim[] Gradient =>
    [
        new ProjectedGradientDescent(),
        new GradientFlowLinearized(),
        new GradientDescentTheorem(),
        new NoUniformGradientBound(),
    ];

    private static Claim[] Hessian =>
    [
        new RiemannianHessian(),
        new RadialDerivative(),
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
        new TwoPhase(),
    ];

    private static Claim[] Solutions =>
    [
        new ApproximateSolution(),
        new NewtonCertificate(),
        new ExactSolutions(),
    ];

    private static Claim[] Epilogue =>
    [
        new MatchedCovariance(),
        new NetworkAgainstTheory(),
    ];
}
