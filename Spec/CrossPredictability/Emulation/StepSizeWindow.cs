using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// A run at the rate ργ shows ρ in tags and cleared cells and 2ρ in set ones, where at most 1/γ is shown on the side of
// label −1, because rectifiers end at 0. Readers at ½ and 3/2 are flat from a quarter away: 3/4 ≤ ρ ≤ 5/4, 7/4 ≤ 2ρ and
// 7/4 ≤ 1/γ. So the window is [7/8, 5/4], and γ ≤ 4/7.

/// <summary>At which rates a network that was built for γ emulates.</summary>
public sealed record StepSizeWindow : EmulationClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/step-size-window",
        Title = "A network built for the rate γ ≤ ½ emulates exactly at every rate between 7γ/8 and 5γ/4",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At(Results, "derived here, beside the poly-rate of Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            @"\gamma\le\tfrac12,\ \tfrac78\le\rho\le\tfrac54:\quad \mathrm{out}_T=\chi_{\hat S}\ \text{at the rate } \rho\gamma"),
        Hypotheses = ["γ a power of two, ρ dyadic; B ≥ max(1 + γ(n + 1), (1 + γ)(1 + 2γ))", "one sample a step"],
        Method =
            "Both ends of the window and γ itself, at the largest γ = ½: the output at all inputs is that of "
                + "elimination, exactly ±1. A sixteenth outside it no longer is, nor at γ = 1.",
    };

    [Parameter("ratios", "ρ, the run's rate over γ, times the ratio", Minimum = 0.0625, Maximum = 4)]
    public Choices<double> Ratios { get; init; } = [0.875, 1, 1.25];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a sixteenth above", this with { Ratios = [1.3125] }),
        new("a sixteenth below", this with { Ratios = [0.8125] }),
        new("half above: ρ = 3/2", this with { Ratios = [1.5] }),
        new("γ = 1, where a set bit of label −1 shows 1 in place of 2", this with { Rate = 1 }),
    ];

    // The claim speaks of every ratio of the window, and of none beside it.
    protected override string? UnmetRate => Ratios.All(ρ => ρ * RateRatio is >= 0.875 and <= 1.25)
        ? null
        : "ρ, each of the ratios times the ratio, lies between 7/8 and 5/4";

    public StepSizeWindow() => (Coordinates, Rate) = ([3], 0.5);

    protected override IReadOnlyList<EmulationCell> Cells =>
    [
        .. from n in Coordinates
           from ρ in Ratios
           select (this with { RateRatio = ρ * RateRatio }).Cell(n),
    ];

    protected override Evidence Judge(Examination<EmulationCell, EmulationOutcome> examination) =>
        Always(examination, "the output is ±1 and that of elimination at all inputs", (_, o) => o.IsLearner);
}
