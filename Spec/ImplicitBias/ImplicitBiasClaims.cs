using Verification.Spec.ImplicitBias.DiagonalNetworks;
using Verification.Spec.ImplicitBias.KernelRegime;
using Verification.Spec.ImplicitBias.Regularization;

namespace Verification.Spec.ImplicitBias;

/// <summary>The claims about what gradient descent converges to, section by section of the talk.</summary>
public static class ImplicitBiasClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "implicit-bias",
        Title = "Implicit bias: the kernel and the rich regime",
        Folder = "ImplicitBias",
        Document = ImplicitBiasTalk.Document,
        Claims = All,
        NotExamined = NotExamined,
        Coverage = [.. DiagonalCoverage.Entries],
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All => [.. GeometryClaims.All, .. KernelRegime, .. DiagonalNetworks, .. Regularization];

    /// <summary>What stands in the talk without being examined.</summary>
    private static NotExamined[] NotExamined => [.. GeometryClaims.NotExamined, .. DiagonalCoverage.NotExamined];

    /// <summary>When training is that of a kernel.</summary>
    private static Claim[] KernelRegime =>
    [
        new Linearization(),
        new TangentKernelConstant(),
        new ScalingLimit(),
        new ScaledPredictor(),
    ];

    /// <summary>Diagonal networks between the kernel and the rich regime.</summary>
    private static Claim[] DiagonalNetworks =>
    [
        new LayeredNorm(),
        new StationaryInWeightsOnly(),
        new PotentialOfTheFlow(),
        new InducedDynamics(),
        new PotentialOfDepth(),
        new KernelLimit(),
        new RichLimit(),
        new RichLimitRate(),
    ];

    /// <summary>
    /// Explicit against implicit regularization, sparse regression, squared against exponential loss.
    /// </summary>
    private static Claim[] Regularization =>
    [
        new SparseLearning(),
        new ExplicitPenalty(),
        new ExplicitIsDepthFour(),
        new KernelMachineLimit(),
    ];
}
