using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// w ← w − γ·(−y)·a with the activation a of the edge's source: the constant 1 for β, the bit b_i for w_i. One step
// writes one sample; later steps leave it.

/// <summary>What the weights of the memory hold after T steps.</summary>
public sealed record StoredSamples : EmulationClaim
{
    private const string Tags = "tags", BitEdges = "cells";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/stored-samples",
        Title = "After T steps the weights hold the T samples: a tag has moved by γy, a bit's edge by γyb",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("The universal emulation argument", "derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            @"\beta_{t,0}=1+\gamma y_t,\qquad w_{t,i}=\gamma\,y_t\,b_{t,i},\quad b_{t,i}=\tfrac{1-x_{t,i}}{2}"),
        Hypotheses = ["γ a power of two; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))", "one sample a step"],
        Method =
            "y(w − w⁰)/γ of all edges of tags and bits, its least and greatest value over the memory of each run, "
                + "compared without tolerance.",
    };

    [Parameter("tag", "what a tag moves by, over γy", Minimum = -4, Maximum = 4)]
    public double Tag { get; init; } = 1;

    [Parameter("set", "what the edge of a set bit moves by, over γy", Minimum = -4, Maximum = 4)]
    public double Set { get; init; } = 1;

    [Parameter("cleared", "what the edge of a cleared bit moves by, over γy", Minimum = -4, Maximum = 4)]
    public double Cleared { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("cleared bits move their edge by −γy, as x in place of b would", this with { Cleared = -1 }, BitEdges),
        new("set bits show 1 + b in their edge: 2γy", this with { Set = 2 }, BitEdges),
        new("steps that average over two samples", this with { Batch = 2 }, Tags),
    ];

    public override int Decisions => 2;

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        Zero(examination, "y(β − 1)/γ over tags, off by", (_, o) => Off(o.Tags, Tag)).Named(Tags),
        Zero(
            examination,
            "y(w − w⁰)/γ over bit edges, off by",
            (_, o) => Math.Max(Off(o.SetCells, Set), Off(o.ClearedCells, Cleared))).Named(BitEdges),
    ]);

    // A run without such a bit has nothing to be off.
    private static double Off(double[] range, double expected) => range.All(double.IsNaN)
        ? 0
        : Math.Max(Math.Abs(range[0] - expected), Math.Abs(range[1] - expected));
}
