using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// An open slot shows n + 1 vertices of 1 at the leaf, which takes n + 1 away. The step that writes a slot moves its
// write path as well: 1 → h to 1 + γ(n + 1) for the label −1, m → g to 1 + γ for the label 1, where a set bit shows
// 1 + 2γ. At the larger of the two the slot is closed just so, and the derivative at the leaf is −y in every storing
// step.

/// <summary>The output is 0 while samples are stored.</summary>
public sealed record SilenceWhileStoring : EmulationClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/silence-while-storing",
        Title = "While it stores samples the emulation network has the output 0, exactly",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("The universal emulation argument", "derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(@"t<T:\quad \mathrm{out}_t(x_{t+1})=0,\qquad \partial L/\partial\mathrm{out}=-y_{t+1}"),
        Hypotheses = ["γ a power of two", "B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))", "fewer than T samples stored"],
        Method =
            "The largest output over the T storing steps of each run, with the least B that closes written slots; it "
                + "has to be 0 without tolerance.",
    };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("paths closed by 1 + 2γ, what a set bit shows", this with { Inhibition = 1 + 2 * Rate }),
        new("paths closed by 1 + γ(n + 1) at n = 2", this with { Coordinates = [2], Inhibition = 1 + 3 * Rate }),
        new("paths closed by (1 + γ)(1 + 2γ) at n = 4", this with
        {
            Coordinates = [4], Inhibition = (1 + Rate) * (1 + 2 * Rate),
        }),
        new("the leaf takes n, and forgets the tag", this with { LeafOffset = 0 }),
        new("bit edges that start at γ/2", this with { InitialBitWeight = 0.5 }),
    ];

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) =>
        Zero(examination, "the largest output over the storing steps", (_, o) => o.LargestStoringOutput);
}
