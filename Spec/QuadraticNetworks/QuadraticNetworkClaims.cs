using Verification.Spec.QuadraticNetworks.Descent;
using Verification.Spec.QuadraticNetworks.Generalization;
using Verification.Spec.QuadraticNetworks.Initialization;
using Verification.Spec.QuadraticNetworks.Landscape;
using Verification.Spec.QuadraticNetworks.Model;

namespace Verification.Spec.QuadraticNetworks;

/// <summary>The claims about shallow networks with quadratic activation, section by section of the talk.</summary>
public static class QuadraticNetworkClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "quadratic-networks",
        Title = "Shallow networks with quadratic activation",
        Folder = "QuadraticNetworks",
        Document = StationaryPointsTalk.Document,
        Claims = All,
        NotExamined = NotExamined,
        Coverage =
        [
            .. QuadraticNetworksCoverage.Model,
            .. QuadraticNetworksCoverage.Landscape,
            .. QuadraticNetworksCoverage.Descent,
            .. InitializationCoverage.All,
            .. GeneralizationCoverage.All,
        ],
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All => [.. Model, .. Landscape, .. Descent, .. Initialization, .. Generalization];

    /// <summary>What stands in the talk without being examined.</summary>
    private static NotExamined[] NotExamined =>
    [
        new(
            "quadratic-networks/training-is-np-hard",
            "Training is NP-hard",
            StationaryPointsTalk.At("Motivation, (c)"),
            "A theorem of complexity theory (Blum and Rivest 1989): no finite computation bears on it."),
        new(
            "quadratic-networks/prior-work",
            "Planted networks and quadratic activations in earlier work",
            StationaryPointsTalk.At("Some Prior Work, (a), (b), (d)"),
            "History: Du et al., Li and Yuan, Tian, Zhong et al., Soltanolkotabi, Brutzkus and Globerson, Du and Lee, "
                + "Soltanolkotabi, Javanmard and Lee are named without a statement."),
        new(
            "quadratic-networks/covering-arguments",
            "Covering number and concentration arguments behind the theorems",
            StationaryPointsTalk.At("Remarks, (d)"),
            "A method of proof without a quantity. What it yields is examined: empirical-energy-barrier and "
                + "tensor-condition-concentration, the latter without coverings, from one eigenvalue."),
        new(
            "quadratic-networks/random-weights",
            "Networks with random weights: initial landscape, random features, dynamical systems, extreme learning "
                + "machines",
            StationaryPointsTalk.At("Proper Initialization, (b)"),
            "Names fields (Rahimi and Recht, Gonon et al., Huang et al., Pennington and Worah) without a quantity."),
    ];

    /// <summary>Motivation, the network and its risks.</summary>
    private static Claim[] Model =>
    [
        new StackedQuadratics(),
        new SecondOrderActivations(),
        new NetworkIdentities(),
        new PopulationRiskClosedForm(),
        new PopulationRiskSandwich(),
    ];

    /// <summary>The energy barrier, stationary points and the covariance behind both.</summary>
    private static Claim[] Landscape =>
    [
        new PopulationEnergyBarrier(),
        new EmpiricalEnergyBarrier(),
        new TruncatedConstants(),
        new BarrierTightness(),
        new BarrierRatioIsUnbounded(),
        new BarrierForHeavierTails(),
        new BelowTheBarrier(),
        new FullRankStationaryPoints(),
        new TeacherIdentification(),
        new PopulationStationaryPoints(),
        new FullRankMeansRankD(),
        new NoFullRankSaddles(),
        new StrictSaddles(),
        new CriticalLevels(),
        new TensorCovarianceSpectrum(),
        new TensorConditionConcentration(),
    ];

    /// <summary>Gradient descent.</summary>
    private static Claim[] Descent =>
    [
        new GradientDescentConverges(),
        new DescentNeedsSamples(),
        new DescentTimeNeedsConditioning(),
        new RiskAtSmallGradient(),
        new DescentBounds(),
        new RankNeverIncreases(),
        new DescentAboveTheBarrier(),
        new DescentWithFewSamples(),
        new IdentityStartReachesTheTeacher(),
    ];

    /// <summary>Initialization for random planted weights.</summary>
    private static Claim[] Initialization =>
    [
        new LossFromSpectrum(),
        new WishartSemicircle(),
        new ExpectedInitialLoss(),
        new InitializationBeatsTheBarrier(),
        new InitializationConstant(),
        new InitializationNeedsSamples(),
        new GaussianExtremeSingularValues(),
        new GaussianInitialization(),
    ];

    /// <summary>Sample complexity and generalization.</summary>
    private static Claim[] Generalization =>
    [
        new SpanCondition(),
        new SampleThreshold(),
        new StudentWidth(),
        new PlantedLowerBound(),
        new SpanIsGeometric(),
        new SpanNeedsFullRankTeacher(),
        new SmallTrainingLoss(),
        new OverparametrizationIsHarmless(),
        new PlantedZeroGeneralization(),
        new NarrowInterpolants(),
        new DiscreteSpanProbability(),
    ];
}
