using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// Theorem 2 at one learner: a network of rectifiers whose circuit is Gauss–Jordan elimination over GF(2) behind slots
// that single steps of SGD fill. After T steps its output is the parity that elimination finds, at all 2ⁿ inputs. No
// statistics: each run is compared with elimination on machine integers, in exact arithmetic.

/// <summary>SGD on the emulation network is elimination over GF(2).</summary>
public sealed record EmulationExactness : EmulationClaim
{
    private const string RunByRun = "run by run", FullRank = "samples of full rank";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/emulation-exactness",
        Title = "SGD with single samples on a network of rectifiers is elimination over GF(2), and learns every parity",
        Kind = ClaimKind.Existence,
        Source = CrossPredictabilityTalk.At(Results, "E. Abbe, C. Sandon, arXiv:2001.02992; the network is ours"),
        Quotations =
        [
            "**Theorem 2.** SGD can learn efficiently any efficiently learnable distribution",
            "- poly-size NN",
            "- poly-time initialization",
            "- poly-steps",
        ],
        Statement = new(
            """
            \mathrm{out}_T(x)=\chi_{\hat S}(x)\ \text{for all } x\in\{\pm1\}^n,\quad \hat S \text{ by elimination from } (x_t,\chi_S(x_t))_{t\le T}
            \operatorname{rank}_{\mathbb{F}_2}(x_1,\dots,x_T)=n \ \Rightarrow\ \mathrm{out}_T=\chi_S
            """),
        Hypotheses =
        [
            "loss ½(out − y)², one fresh sample a step, every edge trained at the rate γ",
            "γ a power of two, at most ½; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))",
            "the network and its start are chosen, O(T·n²) vertices",
        ],
        Method =
            "Uniform samples of a uniformly drawn parity. After T = 2n steps the output at every input is compared "
                + "with the parity that elimination on machine integers finds, and, where the samples have full rank, "
                + "with the target. It demonstrates the theorem at one learner, not for every learner.",
    };

    [Parameter("deficit", "by how much the rank may fall short of n", Minimum = 0, Maximum = 12)]
    public int Deficit { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("paths closed by 1 + 2γ, which a written slot exceeds", this with { Inhibition = 1 + 2 * Rate }, RunByRun),
        new("the leaf takes n from an open slot, and forgets its tag", this with { LeafOffset = 0 }, RunByRun),
        new("bits read at 1, which cleared cells reach", this with { ReadThreshold = 1 }, RunByRun),
        new("bit edges that start at γ/2", this with { InitialBitWeight = 0.5 }, RunByRun),
        new("stored cells read with the present bit", this with { IsGated = false }, RunByRun),
        new("steps of 3γ/2", this with { RateRatio = 1.5 }, RunByRun),
        new("rank n − 1 suffices", this with { Deficit = 1 }, FullRank),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Coordinates = [2, 3, 4, 6, 8] };

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        Always(examination, "the output is ±1 and that of elimination at all inputs", (_, o) => o.IsLearner)
            .Named(RunByRun),
        Always(
            examination.Given((cell, o) => o.Rank >= cell.Coordinates - Deficit),
            "samples of full rank: the output is the target at all inputs",
            (_, o) => o.IsTarget).Named(FullRank),
    ]);
}
