namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The claims about the Polyak–Łojasiewicz condition and wide networks, section by section of the talk.</summary>
public static class PolyakLojasiewiczClaims
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Claim> All => [.. Conditions, .. Rates, .. Conditioning, .. Networks, .. Remedies];

    /// <summary>What stands in the talk without being examined.</summary>
    public static IReadOnlyList<NotExamined> NotExamined =>
    [
    ];

    /// <summary>PL among its neighbors: strong convexity, quadratic growth, error bounds.</summary>
    private static Claim[] Conditions =>
    [
        new StrongConvexityImpliesPolyak(),
        new StationaryPointsAreGlobal(),
        new PolyakWithoutConvexity(),
        new BestPolyakConstant(),
        new ConditionChain(),
        new ChainConverses(),
        new PolyakWithoutSecant(),
        new QuadraticGrowth(),
        new NearestMinimizer(),
        new LocalPolyakConvention(),
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
        new StochasticConstantStep(),
        new StochasticDecreasingStep(),
        new StochasticInterpolation(),
        new ProximalGradientRate(),
    ];

    /// <summary>The loss landscape, PL* from the tangent kernel, and when the kernel stays well conditioned.</summary>
    private static Claim[] Conditioning =>
    [
        new UniformConditioning(),
        new GaussianCondition(),
        new KernelAtInitialization(),
        new DegenerateInputs(),
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
        new NonlinearOutputHessian(),
        new WidthCertificates(),
        new Coverage(),
        new ConvergenceInTheBall(),
        new LazyDisplacement(),
        new ConditionNumber(),
        new ChainOfCertificates(),
    ];

    /// <summary>Limitations, proxy conditions, statistical learning.</summary>
    private static Claim[] Remedies =>
    [
    ];
}
