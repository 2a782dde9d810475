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
    ];

    /// <summary>Linear rates of descent methods under PL.</summary>
    private static Claim[] Rates =>
    [
    ];

    /// <summary>The loss landscape, PL* from the tangent kernel, and when the kernel stays well conditioned.</summary>
    private static Claim[] Conditioning =>
    [
        new LossHessian(),
        new MinimumSetDimension(),
        new LocalNonconvexity(),
    ];

    /// <summary>Wide networks: Hessians, certificates, convergence inside the ball.</summary>
    private static Claim[] Networks =>
    [
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
        new ProxyBelowLoss(),
        new ProxyDescent(),
        new UniformDeviation(),
    ];
}
