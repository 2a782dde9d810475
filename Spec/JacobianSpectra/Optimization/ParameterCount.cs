using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Optimization;

// "Possible extension: … # training data ≤ 2 × # parameters": one neuron on a line has p = 2 parameters, and n = 3 ≤ 2p
// inputs 1, 2, 3 have full rank and are distinct up to sign. vφ(wx) is convex and positive or concave and negative in
// x, so that the labels 0, 1, 0 leave (2·1)²/6 at least; the constant 1/3 attains it. Twice as many labels as
// parameters are a set of which the outputs, a smooth image of ℝᵖ, are a null set for any n > p.

/// <summary>Twice as many samples as parameters are too many.</summary>
public sealed record ParameterCount : LossFloorClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/parameter-count",
        Title = "Three samples and two parameters satisfy n ≤ 2p, and the loss stays above 2/3",
        Kind = ClaimKind.Counterexample,
        Source = JacobianSpectraTalk.At("Theory for smooth activations", JacobianSpectraTalk.OptimizationPaper),
        Quotations =
        [
            @"Possible extension: If  $\text{rank}(\mathbf{X}) = d$ ,  $\#$  training data  $\leq 2 \times \#$  "
                + @"parameters\*",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \operatorname{rank}(X)=d,\ n\le2p \Rightarrow \inf_{v,W}\mathcal{L}=0,\quad p=k(d+1)
            """)
        {
            Corrected =
                """
                n\le p \text{ is necessary for generic labels; examined for } p=2:
                k=d=1,\ x=(1,2,3),\ y=(0,1,0):\ \inf_{v,W}\mathcal{L}=\tfrac23
                """,
            Reason =
                "vφ(wx) is convex in x for v ≥ 0, so that 2f(2) ≤ f(1) + f(3), and negative for v < 0. The first "
                    + "leaves (2y_2 − y_1 − y_3)²/6 = 2/3, the second 1. The outputs are a smooth image of p < n "
                    + "numbers, of measure zero. The asterisk has no note; 2n ≤ p would be consistent.",
        },
        Hypotheses = ["softplus without bias", "one neuron on the line: p = 2"],
        Method =
            "The convexity in interval arithmetic at the start of the talk and behind descent, the loss bounded by it "
            + "from below; from above the constant output 1/3.",
    };

    public override Claim AsPrinted => this with { Share = 0 };

    public override string PrintedPart => Attained;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("an infimum five percent higher", this with { Share = 1.05 }, Floor),
        new("an infimum five percent lower", this with { Share = 0.95 }, Attained),
        new("2f(2) ≤ 0.9(f(1) + f(3))", this with { Weight = 0.9 }, Relation),
    ];

    protected override IReadOnlyList<LossFloorCell> Cells =>
        [new(FloorInstance.CollinearTriple, Width: 1, Dimension: 1, Deviation, Steps, Weight)];

    protected override string RelationInWords => "the outputs of one neuron are convex for v ≥ 0, concave for v ≤ 0";

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One neuron on the line, x = (1, 2, 3), y = (0, 1, 0): outputs v·p with positive p and 2p_2 ≤ p_1 + p_3 "
                + "are missed by 2/3 at least.",
        Data =
        [
            ("y", "0; 1; 0"),
            ("n", "3"),
            ("parameters", "2"),
        ],
        Each =
        [
            ("v", ["1", "1/3", "1/100", "-1", "0"]),
            ("p1", ["1", "3"]),
            ("p3", ["1", "5"]),
        ],
        Where =
        [
            ("p", "matrix(3, 1, p1, 1, p3)"),
        ],
        Holds =
        [
            new("n ≤ 2p", "n <= 2*parameters"),
            new("convex", "2*entry(p, 2, 1) <= entry(p, 1, 1) + entry(p, 3, 1)"),
        ],
        Fails =
        [
            new("the loss comes below 2/3", "sum((v*p - y)**2) < 2/3"),
        ],
        Unchecked =
            "the same for all v and convex positive p: ⟨(−1, 2, −1), y − v·p⟩ ≥ 2 for v ≥ 0 bounds the loss by 4/6, "
            + "and y_2 − v·p_2 ≥ 1 for v ≤ 0",
    };
}
