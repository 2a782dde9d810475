using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// Averaged over two samples a step writes half the sum of both: of different labels nothing into the tag, so that the
// slot stays open and the next step writes over it; of one label and different bits a half, which the reader takes for
// a fraction. What batch 1 does with the probability of the rank law, batch 2 rarely does.

/// <summary>This emulation is one of single samples.</summary>
public sealed record BatchSizeCliff : EmulationClaim
{
    private const string Single = "single samples", Averaged = "averages";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/batch-size-cliff",
        Title = "A network that learns parities from single samples does not from averages over two",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = CrossPredictabilityTalk.At(
            "Results", "E. Abbe, P. Kamath, E. Malach, C. Sandon, N. Srebro, arXiv:2108.04190; measured here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            b=1:\quad P(\mathrm{out}_T=\chi_S)=\mathbb{E}\,2^{r-n}
            b\in\{2,4\},\ n=3,\ T=2n:\quad P(\mathrm{sign}\,\mathrm{out}_T\ne\chi_S)\ge\tfrac{7}{10}
            """),
        Hypotheses = ["the same network and rate", "T steps, each with b fresh uniform samples", "S uniform"],
        Method =
            "The share of runs that end in the target at all inputs: with single samples against the exact law, with "
                + "averages, where its sign suffices, against a bound. How the share falls with b is measured, not "
                + "derived.",
    };

    [Parameter("averages", "batches that are claimed to fail", Minimum = 1, Maximum = 64)]
    public Choices<int> Averages { get; init; } = [2, 4];

    [Parameter("failure", "probability with which they fail, at least", Minimum = 0.05, Maximum = 0.99)]
    public double Failure { get; init; } = 0.7;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("averages over two do as single samples", this with { Batch = 2 }, Single),
        new("single samples fail too", this with { Averages = [1] }, Averaged),
        new("averages over two fail in 99 of 100 runs", this with { Averages = [2], Failure = 0.99 }, Averaged),
    ];

    public BatchSizeCliff() => Coordinates = [3];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (string unmet in base.UnmetHypotheses)
                yield return unmet;
            if (Degree >= 0)
                yield return "S is uniform over all subsets: k = −1";
            if (Coordinates.Any(n => n != 3 || Samples is not (0 or 6)))
                yield return "what averages do is stated for n = 3 and T = 6";
        }
    }

    public override int Decisions => Coordinates.Count * (1 + Averages.Count);

    protected override IReadOnlyList<EmulationCell> Cells =>
    [
        .. from n in Coordinates
           from b in (int[])[Batch, .. Averages]
           select Cell(n) with { Batch = b },
    ];

    // Averages fail in 0.82 to 0.85 of runs, by pilots with other seeds. A share that is claimed closer to that, or
    // above, is not planned for: the trials of the first decision refute it or leave it open.
    protected override int TrialsNeeded(double level) => Failure <= 0.75
        ? Math.Max(TrialDesign.TrialsToPin(Resolution, level), TrialDesign.TrialsNeeded(Failure, truth: 0.8, level))
        : TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        .. Coordinates.Select(n => examination.Where(cell => cell.Coordinates == n && cell.Batch == Batch).AgreeInShare(
            $"the target found, n = {n}, batch {Batch}",
            (_, o) => o.IsTarget ? TrialResult.Success : TrialResult.Failure,
            BinaryRankLaw.Recovery(n, Samples == 0 ? 2 * n : Samples).Rounded().Value,
            finiteSizeCorrection: 1e-15,
            Resolution).Named(Single)),
        .. from n in Coordinates
           from b in Averages
           select examination.Where(cell => cell.Coordinates == n && cell.Batch == b).Count(
               $"the target's sign not found, n = {n}, batch {b}",
               (_, o) => !o.HasTargetsSign,
               (_, _) => true,
               Failure).Named(Averaged),
    ]);

    private const double Resolution = 0.1;
}
