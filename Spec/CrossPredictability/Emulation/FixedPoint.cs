using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// With the memory full the output is the prediction, ±1. Where it is right for every input the loss is 0 and so is its
// gradient: further steps change no bit. Where it is wrong they rewrite the circuit, and training has to stop at T.

/// <summary>Further steps leave a right answer alone.</summary>
public sealed record FixedPoint : EmulationClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/fixed-point",
        Title = "Once samples of full rank are stored, further steps of SGD change no weight",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("The universal emulation argument", "derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            @"\operatorname{rank}_{\mathbb{F}_2}(x_1,\dots,x_T)=n\ \Rightarrow\ W^{(t)}=W^{(T)}\ \text{for all } "
                + @"t\ge T"),
        Hypotheses =
        [
            "γ a power of two, at most ½; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))",
            "samples of full rank",
            "one sample a step",
        ],
        Method =
            "After T = 2n steps eight further ones with fresh samples; the edges whose weight changed are counted, "
                + "where the samples had full rank. Where they had not, every other prediction is wrong, and the "
                + "mutants show what follows.",
    };

    [Parameter("further", "steps after the memory is full", Minimum = 1, Maximum = 64)]
    public int FurtherSteps { get; init; } = 8;

    [Parameter("deficit", "by how much the rank may fall short of n", Minimum = 0, Maximum = 12)]
    public int Deficit { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("also at rank n − 1", this with { Deficit = 1 }),
        new("also at any rank", this with { Deficit = 12 }),
        new("also where bits are read at 1, which cleared cells reach", this with { ReadThreshold = 1 }),
    ];

    protected override IReadOnlyList<EmulationCell> Cells =>
        [.. Coordinates.Select(n => Cell(n) with { FurtherSteps = FurtherSteps })];

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Zero(
        examination.Given((cell, o) => o.Rank >= cell.Coordinates - Deficit),
        "edges that the further steps changed",
        (_, o) => o.ChangedEdges);
}
