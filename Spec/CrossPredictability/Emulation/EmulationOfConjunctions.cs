using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// "any … learnable distribution": the memory does not know what is computed from it. Behind the same slots stands
// Valiant's learner of conjunctions, which keeps every literal that no accepted sample violates; it accepts nothing
// that the target rejects.

/// <summary>Another circuit behind the same memory learns another class.</summary>
public sealed record EmulationOfConjunctions : EmulationClaim
{
    private const string RunByRun = "run by run", OneSided = "one-sided";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/emulation-of-conjunctions",
        Title = "With another circuit behind the same memory SGD is the learner of conjunctions, input by input",
        Kind = ClaimKind.Existence,
        Source = CrossPredictabilityTalk.At(
            Results, "E. Abbe, C. Sandon, arXiv:2001.02992; L. Valiant, 1984, for the learner; the network is ours"),
        Quotations =
        [
            "**Theorem 2.** SGD can learn efficiently any efficiently learnable distribution",
            "that can be learned",
            "by some algorithm in poly-time",
        ],
        Statement = new(
            """
            \mathrm{out}_T(x)=-1 \iff x \text{ satisfies every literal that no accepted } x_t \text{ violates}
            \mathrm{out}_T(x)=-1 \ \Rightarrow\ F(x)=-1
            """),
        Hypotheses =
        [
            "F = −1 on a conjunction of literals, 1 elsewhere",
            "loss ½(out − y)², one fresh sample a step",
            "γ a power of two, at most ½; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))",
        ],
        Method =
            "Uniform samples of a random conjunction: each coordinate stands in it with probability ½, with either "
                + "sign. After T = 2n steps the output at every input is compared with the reference learner on "
                + "machine integers, without tolerance, and with the target.",
    };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("bits read at 1, which cleared cells reach", this with { ReadThreshold = 1 }, RunByRun),
        new("bit edges that start at γ/2", this with { InitialBitWeight = 0.5 }, RunByRun),
        new("stored cells read with the present bit", this with { IsGated = false }, RunByRun),
        new("the present bit for a stored one: acceptance beyond the target", this with { IsGated = false }, OneSided),
        new("the leaf takes n from an open slot, and forgets its tag", this with { LeafOffset = 0 }, RunByRun),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Coordinates = [2, 3, 4, 6, 8] };

    protected override IReadOnlyList<EmulationCell> Cells =>
        [.. Coordinates.Select(n => Cell(n) with { Learner = EmulatedLearner.Conjunctions })];

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        Always(examination, "the output is ±1 and that of the learner at all inputs", (_, o) => o.IsLearner)
            .Named(RunByRun),
        Zero(examination, "inputs accepted that the target rejects", (_, o) => o.FalseAcceptances).Named(OneSided),
    ]);
}
