using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// J ∈ ℝ^(nK×p) has nK left singular vectors, as the sum on the same slide says. I and N are to split ℝ^(nK): the
// tables of the talk have ‖Π_I y‖² + ‖Π_N y‖² = ‖y‖². Up to n, (K − 1)n directions are in neither.

/// <summary>The information and the nuisance space split the space of outputs.</summary>
public sealed partial record InformationAndNuisance : Claim<SpaceSplitCell, SpaceSplitOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/information-and-nuisance",
        Title = "Information and nuisance space split ℝ^(nK) where the nuisance space goes on to the index nK",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At(
            "Information and nuisance spaces", JacobianSpectraTalk.JacobianPaper + ", Definition 1.1"),
        Quotations =
        [
            @"Jacobian  $\mathbf{J} \in \mathbb{R}^{nK \times p}$",
            @"\mathbf{J} = \sum_{s=1}^{nK} \lambda_s \mathbf{u}_s \mathbf{v}_s^T",
            @"**Information space:**  $\mathcal{I} = \text{span}(\{\mathbf{u}_s\}_{s=1}^r)$",
            @"**nuisance space:**  $\mathcal{N} = \text{span}(\{\mathbf{u}_s\}_{s=r+1}^n)$",
            @"$\mathbf{J}_{init}$	0.724	0.690	$5.44 \cdot 10^{-3}$	0.886	0.465	$4.10 \cdot 10^{-3}$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \mathcal{I}=\mathrm{span}\{u_s\}_{s=1}^r,\ \mathcal{N}=\mathrm{span}\{u_s\}_{s=r+1}^n:
            \ \|\Pi_\mathcal{I}y\|^2+\|\Pi_\mathcal{N}y\|^2=\|y\|^2 \text{ for } y\in\mathbb{R}^{nK}
            """)
        {
            Corrected =
                """
                \mathcal{N}=\mathrm{span}\{u_s\}_{s=r+1}^{nK}:
                \ \|\Pi_\mathcal{I}y\|^2+\|\Pi_\mathcal{N}y\|^2=\|y\|^2
                """,
            Reason =
                "The slide says what the spaces are, not that they are complements; the bias, which counts what is not "
                + "in $\\mathcal{I}$, and the tables, whose first row has $0.724^2+0.690^2=1.000$ for the labels of "
                + "three classes, take them to be. Up to the index n they are for K = 1 alone: for K > 1 they have n "
                + "dimensions together, of nK, and a residual along $u_{nK}$ is in neither, and the least reduced of "
                + "all. Definition 1.1 of the paper has nK.",
        },
        Hypotheses = ["r ≤ n", "the printed form for K > 1, as in the tables"],
        Method =
            "Tangent kernels of random networks, their eigenvectors with a measured defect of orthogonality, and the "
            + "energy of uniform unit vectors by index.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 60, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 4];

    [Parameter("outputs", "K", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Outputs { get; init; } = [2, 3];

    [Parameter("r", "dimension of the information space, at most n", Minimum = 1, Maximum = 60)]
    public int Information { get; init; } = 1;

    [Parameter("d", "coordinates of an input", Minimum = 1, Maximum = 50)]
    public int Dimension { get; init; } = 3;

    [Parameter("k", "neurons", Minimum = 1, Maximum = 500)]
    public int Width { get; init; } = 12;

    [Parameter("activation", "φ")]
    public Activation Activation { get; init; } = Activation.Softplus;

    [Parameter("last", "the last index of the nuisance space")]
    public LastIndex Last { get; init; } = LastIndex.Outputs;

    [Parameter("overlap", "whether the nuisance space begins at r")]
    public bool HasOverlap { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Samples.Any(n => Information > n) ? ["The dimension r of the information space is at most n."] : [];

    public override Claim AsPrinted => this with { Last = LastIndex.Samples };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a nuisance space that ends one before the last", this with { Last = LastIndex.OneBefore }),
        new("a nuisance space that begins at r", this with { HasOverlap = true }),
    ];

    protected override Experiment<SpaceSplitCell, SpaceSplitOutcome> Experiment { get; } = new SpaceSplitExperiment();

    protected override IReadOnlyList<SpaceSplitCell> Cells => UnmetHypotheses.Any()
        ? []
        : [
            .. from n in Samples
               from K in Outputs
               select new SpaceSplitCell(n, K, Dimension, Width, Information, Activation),
        ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<SpaceSplitCell, SpaceSplitOutcome> examination) =>
        examination.ForAll(
            "energy in both spaces less all energy",
            (_, o) => Math.Abs(o.Information + Nuisance(o) - 1),
            (_, o) => o.Error,
            "the defect of orthogonality of the computed vectors, measured, and (4nK + 16)u of rounding");

    private double Nuisance(SpaceSplitOutcome o) => o.Nuisance + (HasOverlap ? o.AtTheCutoff : 0) + Last switch
    {
        LastIndex.Samples => 0,
        LastIndex.OneBefore => o.Beyond,
        _ => o.Beyond + o.Last,
    };
}
