namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

/// <summary>Diagonal networks of depth 2.</summary>
internal static class DiagonalNetworksCoverage
{
    private const string KernelVsDeep = "Scale of Init: Kernel vs Deep";

    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(
            KernelVsDeep,
            "the squared parametrization and its unbiased start",
            [],
            "Definitions; the first slide prints x_i for x_j."),
        new(KernelVsDeep, "K_0 = 4⟨x, x′⟩", ["tangent-kernel-constant"]),
        new(KernelVsDeep, "the ℓ2 limit", ["kernel-limit"]),
        new(KernelVsDeep, "the ℓ1 limit", ["rich-limit", "rich-limit-rate"]),
        new(
            KernelVsDeep,
            "it is a special case of matrix factorization with commutative measurements",
            ["commuting-factorization", "potential-of-the-flow"],
            "Diagonal measurements diag(x_i, −x_i) commute; the exponential form of one is the link of the other."),
        new(KernelVsDeep, "Q_α at every α", ["potential-of-the-flow"]),
        new("Interpolating between Kernel and Deep", "Q_α, with a figure of q", ["potential-of-the-flow"]),
        new("Interpolating between Kernel and Deep", "induced dynamics", ["induced-dynamics"]),
        new("Sparse Learning, first slide", "population error against α", ["sparse-learning"]),
        new("Sparse Learning, second slide", "how small α needs to be", ["alpha-needed"]),
    ];
}
