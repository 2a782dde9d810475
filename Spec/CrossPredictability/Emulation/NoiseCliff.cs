using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// Readers are flat a quarter of γ away from what is stored, so that small noise on all weights is lost in them; the
// circuit behind passes noise of its own weights on, through AND and XOR, up to the sign at the leaf. How much it takes
// is measured at small sizes, with a cliff between a hundredth and a half of γ; nothing is proven about large n.

/// <summary>Noise on all weights: harmless at a hundredth of the rate, fatal at a half.</summary>
public sealed record NoiseCliff : EmulationClaim
{
    private const string Small = "small noise", Large = "large noise";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/noise-cliff",
        Title = "Normal noise on every weight leaves the emulation alone at γ/100 and ends it at γ/2",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = CrossPredictabilityTalk.At(Results, "measured here, beside the poly-noise of Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            W^{(t)}=W^{(t-1)}-\gamma\nabla L+Z^{(t)},\quad Z^{(t)}_e\sim N(0,\sigma^2),\quad n=3,\ T=6
            \sigma=\gamma/100:\quad P(\mathrm{sign}\,\mathrm{out}_T=\chi_{\hat S})\ge\tfrac{9}{10},
            \sigma=\gamma/2:\quad P(\mathrm{sign}\,\mathrm{out}_T\ne\chi_{\hat S})\ge\tfrac{3}{4}
            """),
        Hypotheses = ["independent normal noise on each edge after each step", "γ = 1/16, B = 4", "sizes as stated"],
        Method =
            "Runs whose output has the sign of what elimination finds, at all inputs, are counted at both levels of "
                + "noise.",
    };

    [Parameter("small", "σ/γ that leaves it alone", Minimum = 0, Maximum = 16)]
    public double SmallNoise { get; init; } = 0.01;

    [Parameter("large", "σ/γ that ends it", Minimum = 0, Maximum = 16)]
    public double LargeNoise { get; init; } = 0.5;

    [Parameter("share", "share of the runs that small noise leaves alone, at least", Minimum = 0.5, Maximum = 0.95)]
    public double Share { get; init; } = 0.9;

    // Of eight parities one is found by chance, and is by an output of one sign.
    [Parameter("failure", "share of the runs that large noise ends, at least", Minimum = 0.05, Maximum = 0.8)]
    public double Failure { get; init; } = 0.75;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("γ/8 leaves it alone", this with { SmallNoise = 0.125 }, Small),
        new("γ/50 ends it", this with { LargeNoise = 0.02 }, Large),
        new("γ/100 leaves it alone where bits are read at 1", this with { ReadThreshold = 1 }, Small),
    ];

    public NoiseCliff() => (Coordinates, Inhibition) = ([3], 4);

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (string unmet in base.UnmetHypotheses)
                yield return unmet;
            if (Coordinates.Any(n => n != 3 || Samples is not (0 or 6)) || Rate != 0.0625 || Inhibition != 4)
                yield return "the sizes are those stated: n = 3, T = 6, γ = 1/16, B = 4";
        }
    }

    public override int Decisions => 2;

    protected override IReadOnlyList<EmulationCell> Cells =>
    [
        .. from n in Coordinates
           from noise in (double[])[SmallNoise, LargeNoise]
           select Cell(n) with { Noise = Noise + noise },
    ];

    protected override int TrialsNeeded(double level) => Math.Max(
        TrialDesign.TrialsNeeded(Share, truth: 0.99, level / 2),
        TrialDesign.TrialsNeeded(Failure, truth: 0.87, level / 2));

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Noise == Noise + SmallNoise).Count(
            "the sign of elimination at all inputs",
            (_, o) => o.HasLearnersSign,
            (_, _) => true,
            Share).Named(Small),
        examination.Where(cell => cell.Noise == Noise + LargeNoise).Count(
            "another sign somewhere",
            (_, o) => !o.HasLearnersSign,
            (_, _) => true,
            Failure).Named(Large),
    ]);
}
