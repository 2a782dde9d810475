using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// The learner's parity is one of the 2^{n−r} that fit samples of rank r, and S is uniform among them: P = E[2^{r−n}],
// by the chain r → r with probability 2^{r−n}. Two parities agree on half of the inputs or on all: accuracy ½ + ½P. No
// learner has more, so that the network is as good as any algorithm with these samples.

/// <summary>How often SGD on the emulation network finds a random parity.</summary>
public sealed record RecoveryProbability : EmulationClaim
{
    private const string Recovery = "exact recovery", Accuracy = "accuracy";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/recovery-probability",
        Title = "From T samples a random parity is found with probability E[2^(r−n)], and the accuracy is ½ + ½ of it",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Formalizing the problem", "derived here, beside the weak learning"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            P(\mathrm{out}_T=\chi_S)=\mathbb{E}\,2^{r-n},\quad r=\operatorname{rank}_{\mathbb{F}_2}(x_1,\dots,x_T)
            P(\mathrm{out}_T(X)=\chi_S(X))=\tfrac12+\tfrac12\,\mathbb{E}\,2^{r-n}
            """),
        Hypotheses =
        [
            "uniform inputs", "S uniform over all subsets, the empty one included", "one sample a step",
            "γ a power of two, at most ½; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))",
        ],
        Method =
            "The share of runs whose output is the target at all inputs is compared with the exact rational number by "
                + "Clopper–Pearson, and the mean accuracy over all inputs by an empirical Bernstein interval, at "
                + "fewer samples than coordinates, as many, and more.",
    };

    [Parameter("counts", "numbers of samples T, where samples is 0", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Counts { get; init; } = [2, 3, 5];

    [Parameter("fewer", "samples by which theory has fewer", Minimum = -1, Maximum = 1)]
    public int Fewer { get; init; }

    [Parameter("full-rank", "whether theory is the probability of full rank")]
    public bool IsFullRank { get; init; }

    [Parameter("guess", "the accuracy of a wrong parity", Minimum = 0, Maximum = 1)]
    public double Guess { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the probability of full rank, Π(1 − 2^(i−T))", this with { IsFullRank = true }, Recovery),
        new("one sample fewer", this with { Fewer = 1 }, Recovery),
        new("one sample more", this with { Fewer = -1 }, Recovery),
        new("a wrong parity is right on a quarter of the inputs", this with { Guess = 0.25 }, Accuracy),
        new("steps that average over two samples", this with { Batch = 2 }, Recovery),
    ];

    public override int Decisions => 2 * Cells.Count;

    protected override IReadOnlyList<EmulationCell> Cells =>
        [.. from n in Coordinates from T in Samples == 0 ? Counts : [Samples] select Cell(n) with { Samples = T }];

    public RecoveryProbability() => Coordinates = [3];

    public override IEnumerable<string> UnmetHypotheses =>
        Degree < 0 ? base.UnmetHypotheses : [.. base.UnmetHypotheses, "S is uniform over all subsets: k = −1."];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Coordinates = [3, 4, 5], Counts = [2, 3, 4, 5, 6] };

    // An empirical Bernstein interval is the wider one: the accuracy has a variance of 1/16 at most.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().SelectMany(part => (Evidence[])
        [
            part.Part.AgreeInShare(
                $"the target found, n = {part.Cell.Coordinates}, T = {part.Cell.Samples}",
                (_, o) => o.IsTarget ? TrialResult.Success : TrialResult.Failure,
                Theory(part.Cell),
                finiteSizeCorrection: 1e-15,
                Resolution).Named(Recovery),
            part.Part.Agree(
                $"the accuracy, n = {part.Cell.Coordinates}, T = {part.Cell.Samples}",
                (_, o) => o.Accuracy,
                Guess + (1 - Guess) * Theory(part.Cell),
                finiteSizeCorrection: 1e-15,
                resolution: 1.5 * Resolution,
                MeanLaw.Within(0, 1)).Named(Accuracy),
        ]),
    ]);

    private const double Resolution = 0.09;

    // One rounding of a rational number.
    private double Theory(EmulationCell cell)
    {
        int samples = Math.Max(0, cell.Samples - Fewer);
        return (IsFullRank
            ? BinaryRankLaw.FullRank(cell.Coordinates, samples)
            : BinaryRankLaw.Recovery(cell.Coordinates, samples)).Rounded().Value;
    }
}
