using Verification.Spec.PolyakLojasiewicz.Conditioning;
using Verification.Spec.PolyakLojasiewicz.Conditions;
using Verification.Spec.PolyakLojasiewicz.Networks;
using Verification.Spec.PolyakLojasiewicz.Rates;
using Verification.Spec.PolyakLojasiewicz.Remedies;

namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The claims about the Polyak–Łojasiewicz condition and wide networks, section by section of the
/// talk.</summary>
public static class PolyakLojasiewiczClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "polyak-lojasiewicz",
        Title = "The Polyak–Łojasiewicz condition and wide networks",
        Folder = "PolyakLojasiewicz",
        Document = OverparameterizedLandscapesTalk.Document,
        Claims = All,
        NotExamined = PolyakLojasiewiczNotExamined.All,
        Coverage =
        [
            .. PolyakLojasiewiczCoverage.Conditions,
            .. PolyakLojasiewiczCoverage.Rates,
            .. ConditioningCoverage.All,
            .. NetworksCoverage.All,
            .. RemediesCoverage.All,
        ],
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All => [.. Conditions, .. Rates, .. Conditioning, .. Networks, .. Remedies];

    /// <summary>PL among its neighbors: strong convexity, quadratic growth, error bounds.</summary>
    private static Claim[] Conditions =>
    [
        new StrongConvexityImpliesPl(),
        new StationaryPointsAreGlobal(),
        new StationarityWithoutPl(),
        new PlWithoutConvexity(),
        new BestPlConstant(),
        new ConditionChain(),
        new ChainConverses(),
        new PlWithoutSecant(),
        new QuadraticGrowth(),
        new NearestMinimizer(),
        new PlStarConvention(),
    ];

    /// <summary>Linear rates of descent methods under PL.</summary>
    private static Claim[] Rates =>
    [
        new GradientDescentRate(),
        new OneDimensionalRate(),
        new SharperDescentRate(),
        new TurningGradient(),
        new RandomizedCoordinateRate(),
        new GreedyCoordinateRate(),
        new SgdConstantStep(),
        new SgdDecreasingStep(),
        new SgdInterpolation(),
        new ProximalGradientRate(),
    ];

    /// <summary>The loss landscape, PL* from the tangent kernel, and when the kernel stays well conditioned.</summary>
    private static Claim[] Conditioning =>
    [
        new LossHessian(),
        new LandscapeDimension(),
        new LocalNonconvexity(),
        new UniformConditioningImpliesPl(),
        new GaussianConditionNumber(),
        new KernelAtInitialization(),
        new DegenerateData(),
        new KernelOnTheLine(),
        new SingularSet(),
        new SmallHessianRadius(),
    ];

    /// <summary>Wide networks: Hessians, certificates, convergence inside the ball.</summary>
    private static Claim[] Networks =>
    [
        new ShallowHessian(),
        new ShallowGradient(),
        new DeepHessian(),
        new ConvolutionalHessian(),
        new NonlinearOutputHessian(),
        new WidthCertificates(),
        new Coverage(),
        new ConvergenceInTheBall(),
        new DeepConvergence(),
        new LazyDisplacement(),
        new ConditionNumber(),
        new ChainOfCertificates(),
    ];

    /// <summary>Limitations, proxy conditions, statistical learning.</summary>
    private static Claim[] Remedies =>
    [
        new LazyRegime(),
        new CrossEntropyHasNoPl(),
        new NonsmoothRelu(),
        new ProxyConvexity(),
        new OneNeuronProxyConvexity(),
        new ProxiesAlwaysExist(),
        new ProxyPl(),
        new ProxyBelowTheLoss(),
        new ProxyDescent(),
        new UniformDeviation(),
    ];
}
