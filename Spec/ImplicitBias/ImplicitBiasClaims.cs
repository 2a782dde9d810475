using Verification.Spec.ImplicitBias.DiagonalNetworks;
using Verification.Spec.ImplicitBias.Geometry;
using Verification.Spec.ImplicitBias.Homogeneous;
using Verification.Spec.ImplicitBias.KernelRegime;
using Verification.Spec.ImplicitBias.MatrixFactorization;
using Verification.Spec.ImplicitBias.Motivation;
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
        NotExamined = ImplicitBiasNotExamined.All,
        Coverage =
        [
            .. MotivationCoverage.All,
            .. GeometryCoverage.All,
            .. ParametrizationCoverage.All,
            .. HomogeneousCoverage.All,
            .. KernelRegimeCoverage.All,
            .. DiagonalNetworksCoverage.All,
            .. RegularizationCoverage.All,
        ],
    };

    /// <summary>All of them, in the order of the talk.</summary>
    private static Claim[] All =>
    [
        .. Motivation,
        .. Geometry,
        .. Parametrization,
        .. Homogeneous,
        .. KernelRegime,
        .. DiagonalNetworks,
        .. Regularization,
    ];

    /// <summary>Size of the weights, adaptive methods.</summary>
    private static Claim[] Motivation => [new SizeOfWeights(), new AdaptiveMethods()];

    /// <summary>Where descent in different geometries goes.</summary>
    private static Claim[] Geometry =>
    [
        new GradientDescentMinimumNorm(),
        new MirrorDescentBregman(),
        new NaturalGradientOrder(),
        new HardMarginDirection(),
        new CoordinateDescentMargin(),
    ];

    /// <summary>Factorized matrices, convolutions, networks on the line.</summary>
    private static Claim[] Parametrization =>
    [
        new CommutingFactorization(),
        new NuclearNormCounterexample(),
        new UnboundedCompletion(),
        new ConvolutionNorm(),
        new ConvolutionDepth(),
        new ReluFunctionNorm(),
    ];

    /// <summary>Homogeneous models and their induced regularizers.</summary>
    private static Claim[] Homogeneous =>
    [
        new Homogeneity(),
        new SmoothedMargin(),
        new StationaryDirection(),
        new LayeredNorm(),
        new StationaryInWeightsOnly(),
    ];

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
        new PotentialOfTheFlow(),
        new InducedDynamics(),
        new PotentialOfDepth(),
        new KernelLimit(),
        new RichLimit(),
        new RichLimitRate(),
        new SparseLearning(),
        new AlphaNeeded(),
    ];

    /// <summary>Explicit against implicit regularization, matrix completion, squared against exponential
    /// loss.</summary>
    private static Claim[] Regularization =>
    [
        new ExplicitPenalty(),
        new ExplicitIsDepthFour(),
        new UnobservedEntries(),
        new KernelMachineLimit(),
    ];
}
