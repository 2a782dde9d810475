using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// "D-homogenous: F(cw) = c^D F(w)": for every c > 0. For c < 0 it fails where units rectify: [−z]₊ is not −[z]₊. With c
// a power of 2 nothing rounds differently at w and at cw: the residual is exact.

/// <summary>The talk's models are homogeneous of the degree that it names, for positive factors and without inner
/// biases.</summary>
public sealed partial record Homogeneity : Claim<HomogeneityCell, HomogeneityOutcome>
{
    private static readonly HomogeneousModel[] PrintedModels =
    [
        HomogeneousModel.Linear,
        HomogeneousModel.MatrixFactorization,
        HomogeneousModel.TwoLayerRelu,
        HomogeneousModel.DeepLinear,
        HomogeneousModel.DeepConvolution,
        HomogeneousModel.DeepRelu,
    ];

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/homogeneity",
        Title = "Linear models, factorizations, linear, convolutional and ReLU networks are homogeneous, for c > 0",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At("Parameter Space", ImplicitBiasTalk.HomogeneousModels),
        Quotations =
        [
            @"*D*-homogenous:  $F(c\mathbf{w}) = c^D F(\mathbf{w})$ , i.e.  $f(c\mathbf{w}, x) = c^D f(\mathbf{w}, x)$",
            "*D* layer ReLU net",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"f(cw,x)=c^Df(w,x) \text{ for every } c;\quad D=1\text{: linear};\ D=2\text{: } UV,\ \text{two-layer "
                + @"ReLU};\ D\text{: networks of } D \text{ layers}")
        {
            Corrected = @"f(cw,x)=c^Df(w,x) \text{ for every } c>0, \text{ and for linear networks for every } c",
            Reason =
                "$[-z]_+\\ne-[z]_+$: at $c=-1$ a ReLU network takes other units. Biases within the units of the first "
                    + "layer keep the degree; biases further up, or of the output, do not.",
        },
        Hypotheses = ["c > 0", "no biases above the first layer"],
        Method =
            "Gaussian weights and inputs; c = 2 and ½, at which every operation scales without rounding, so that the "
                + "identity is exact in doubles. Two layers with biases in the units are included.",
    };

    [Parameter("d", "inputs, and units a layer", Minimum = 1, Maximum = 30, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 4];

    [Parameter("degree", "added to the degree", Minimum = -2, Maximum = 2)]
    public int ExtraDegree { get; init; }

    [Parameter("negative", "whether c = −1 is included")]
    public bool HasNegativeFactor { get; init; }

    [Parameter("output-bias", "whether two layers with a bias of the output are included")]
    public bool HasOutputBias { get; init; }

    [Parameter("inner-bias", "whether three layers with a bias in the second are included")]
    public bool HasInnerBias { get; init; }

    public override Claim AsPrinted => this with { HasNegativeFactor = true };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("c = −1 as well", this with { HasNegativeFactor = true }),
        new("one degree more", this with { ExtraDegree = 1 }),
        new("a bias of the output", this with { HasOutputBias = true }),
        new("biases in the second of three layers", this with { HasInnerBias = true }),
    ];

    protected override Experiment<HomogeneityCell, HomogeneityOutcome> Experiment { get; } =
        new HomogeneityExperiment();

    protected override IReadOnlyList<HomogeneityCell> Cells =>
    [
        .. from model in Models
           from d in Dimensions
           from c in HasNegativeFactor ? (double[])[2, 0.5, -1] : [2, 0.5]
           select new HomogeneityCell(model, d, c),
    ];

    private HomogeneousModel[] Models =>
    [
        .. PrintedModels,
        HomogeneousModel.TwoLayerReluUnitBias,
        .. HasOutputBias ? [HomogeneousModel.TwoLayerReluOutputBias] : (HomogeneousModel[])[],
        .. HasInnerBias ? [HomogeneousModel.DeepReluInnerBias] : (HomogeneousModel[])[],
    ];

    protected override Evidence Judge(Examination<HomogeneityCell, HomogeneityOutcome> examination) =>
        examination.ForAll(
            "|f(cw) − c^D f(w)|, relative to both",
            (cell, o) =>
            {
                double expected = o.Value;
                for (int k = 0; k < o.Degree + ExtraDegree; k++)
                    expected *= cell.Factor;
                double size = Math.Abs(expected) + Math.Abs(o.Scaled);
                return size == 0 ? 0 : Math.Abs(o.Scaled - expected) / size;
            },
            (_, _) => 0,
            "none: products with powers of 2 do not round");
}
