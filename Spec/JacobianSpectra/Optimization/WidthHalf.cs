using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Spec.Counterexamples;
using Verification.Spec.Parameters;

namespace Verification.Spec.JacobianSpectra.Optimization;

// "# training data ≤ 2 × # width (k ≥ n/2)": n = 2 and k = 1 satisfy it, but a single softplus neuron has outputs of
// one sign, and opposite labels are not fitted. What is left is the least loss of a neuron: one label is missed by its
// whole size, and that is enough, with weights that tell the inputs apart. At larger n: of k pairs ±x_i, the last one
// the sum of the others, f(x_i) − f(−x_i) = vᵀWx_i add up to 0 with the signs of the labels, which the outputs are then
// orthogonal to.

/// <summary>Half as many neurons as samples are not enough.</summary>
public sealed record WidthHalf : LossFloorClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/width-half",
        Title = "For n = 2 and every even n ≥ 6 there are n distinct samples that no network of width n/2 fits",
        Kind = ClaimKind.Counterexample,
        Source = JacobianSpectraTalk.At("Theory for smooth activations", JacobianSpectraTalk.OptimizationPaper),
        Quotations =
        [
            @"Overparameterization: # training data  $\leq 2 \times$  # width ( $k \geq \frac{n}{2}$ )",
            @"Zero training error:  $\mathcal{L}(\mathbf{v}_{\tau}, \mathbf{W}_{\tau}) \leq (1 - \rho)^{\tau} "
                + @"\mathcal{L}(\mathbf{v}_0, \mathbf{W}_0)$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            k\ge\tfrac n2,\ x_i\ne x_j
            \Rightarrow \inf_{v,W}\mathcal{L}=0 \text{, reached by descent with high probability}
            """)
        {
            Corrected =
                """
                n=2,\ k=1,\ y=(1,-1):\ \inf_{v,W}\mathcal{L}=1;
                n=2k\ge6,\ \pm x_1,\dots,\pm x_k,\ x_k=\sum_{i<k}x_i,\ y=\pm(1,\dots,1,-1):\ \inf_{v,W}\mathcal{L}=n
                """,
            Reason =
                "log(1 + e^z) is positive, so that f(x_1)f(x_2) = v²φφ > 0 for one neuron: one of the labels 1, −1 is "
                    + "missed by 1 at least, whatever the start, the step and the number of steps. High probability, "
                    + "of which a small n says nothing, is no way out: for every even n ≥ 6 there are inputs at which "
                    + "no weights do better than v = 0, as f(x) − f(−x) = vᵀWx makes the outputs orthogonal to the "
                    + "labels (at any width: distinct-inputs). What holds at the width n/2 is local "
                    + "(local-convergence).",
        },
        Hypotheses =
        [
            "softplus without bias", "e_1 and e_2 with the labels 1 and −1, or k pairs in the plane, for k neurons",
        ],
        Method =
            "The signs of both outputs, and the relation between those of pairs, in interval arithmetic at the start "
            + "of the talk and behind descent; the enclosed loss of v = 1/40, W = (40, −40), and that of v = 0.",
    };

    [Parameter("k", "widths, for as many pairs of inputs", Minimum = 3, Maximum = 40)]
    public Choices<int> Widths { get; init; } = [3, 12];

    public override Claim AsPrinted => this with { Share = 0 };

    public override string PrintedPart => Attained;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("an infimum five percent higher", this with { Share = 1.05 }, Floor),
        new("an infimum five percent lower", this with { Share = 0.95 }, Attained),
    ];

    protected override IReadOnlyList<LossFloorCell> Cells =>
    [
        new(FloorInstance.OppositeLabels, Width: 1, Dimension: 2, Deviation, Steps, Weight),
        .. Widths.Select(k => new LossFloorCell(
            FloorInstance.OppositePairsOfWidth, k, Dimension: 2, Deviation, Steps, Weight)),
    ];

    protected override string RelationInWords => "both outputs of one neuron have the sign of v; yᵀf = 0 for the pairs";

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Two samples, one neuron: with the labels 1 and −1, and outputs f_1 = v·p_1, f_2 = v·p_2 with positive "
                + "p_1, p_2, the loss is 1 at least, for any sign of v.",
        Data =
        [
            ("y", "1; -1"),
        ],
        Each =
        [
            ("v", ["2", "1/2", "0", "-1/2", "-2"]),
            ("p1", ["1/1000", "1", "1000"]),
            ("p2", ["1/1000", "1", "1000"]),
        ],
        Where =
        [
            ("loss", "(v*p1 - entry(y, 1, 1))**2 + (v*p2 - entry(y, 2, 1))**2"),
        ],
        Holds =
        [
            new("the outputs have one sign", "v*p1*v*p2 >= 0"),
        ],
        Fails =
        [
            new("the loss comes below 1", "loss < 1"),
        ],
        Unchecked = "the same for all v, p_1 > 0 and p_2 > 0: (v·p + 1)² ≥ 1 for v ≥ 0, (v·p − 1)² ≥ 1 for v ≤ 0",
    };
}
