using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// In a storing step the gradient lives on the open slot alone. For its tag and its n cells: β, the edge m → g, the edge
// g → leaf; for the constant's path: 1 → h and h → leaf; and the edge of a bit whose source b_i is 1. All others lie
// behind a flat rectifier, a weight 0 or an activation 0. The largest is that of 1 → h: h reaches the leaf by −(n + 1).

/// <summary>Which edges have a gradient while a sample is stored.</summary>
public sealed record GradientSupport : EmulationClaim
{
    private const string Support = "edges with a gradient", Circuit = "the circuit",
        Largest = "the largest derivative";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/gradient-support",
        Title = "A storing step moves 3(n + 1) + 2 + Σb edges, none of them in the circuit",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("The universal emulation argument", "derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            |\{e:\partial_e L\ne0\}|=3(n+1)+2+\sum_i b_i;
            \partial_e L=0 \text{ for each edge into a reader, the control or the computation};
            \max_e|\partial_e L|=n+1
            """),
        Hypotheses =
        [
            "γ a power of two; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))",
            "fewer than T samples stored",
            "ReLU′(0) = 0",
        ],
        Method =
            "Edges whose derivative is not 0 are counted in each of the T storing steps of each run, those into the "
                + "circuit apart, and the largest derivative of the run is kept. All are compared without tolerance.",
    };

    [Parameter("per-cell", "edges that every cell of the open slot moves", Minimum = 0, Maximum = 10)]
    public int EdgesPerCell { get; init; } = 3;

    [Parameter("constant", "edges of the constant's path", Minimum = 0, Maximum = 10)]
    public int ConstantEdges { get; init; } = 2;

    [Parameter("largest", "the largest derivative, beyond n", Minimum = -10, Maximum = 10)]
    public int LargestOffset { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one edge of the constant's path alone", this with { ConstantEdges = 1 }, Support),
        new("the largest derivative is n", this with { LargestOffset = 0 }, Largest),
        new("bit edges of weight γ/2, through which a gradient leaks", this with { InitialBitWeight = 0.5 }, Support),
        new("the leak reaches the gates of the slot", this with { InitialBitWeight = 0.5 }, Circuit),
    ];

    public override int Decisions => 3;

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        Zero(
            examination,
            "edges with a gradient, beside those of the formula, in the worst step",
            (cell, o) => o.Support
                .Zip(o.SetBits, (support, bits) =>
                    Math.Abs(support - EdgesPerCell * (cell.Coordinates + 1) - ConstantEdges - bits))
                .Max()).Named(Support),
        Zero(
            examination,
            "edges into readers, the control or the computation with a gradient, over the run",
            (_, o) => o.CircuitEdges).Named(Circuit),
        Zero(
            examination,
            "|max |∂L/∂w| − (n + 1)|",
            (cell, o) => Math.Abs(o.LargestGradient - (cell.Coordinates + LargestOffset))).Named(Largest),
    ]);
}
