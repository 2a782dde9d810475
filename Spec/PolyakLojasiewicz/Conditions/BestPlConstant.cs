using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The example x² + 3sin²x of Karimi, Nutini and Schmidt, who state μ = 1/32: valid, but the best constant inf ½f′²/f is
// 5.6 times as large.

/// <summary>The best Polyak–Łojasiewicz constant of the standard non-convex example.</summary>
public sealed record BestPlConstant : Claim<LandscapeCell, LandscapeOutcome>
{
    // Half a unit of the last digit given.
    private const double LastDigit = 5e-12;

    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/best-pl-constant",
        Title = "The best PL constant of x² + 3·sin²x is 0.17553098588, 5.6 times the 1/32 of the literature",
        Kind = ClaimKind.Identity,
        Source = OverparameterizedLandscapesTalk.At(
            "Polyak-Lojasiewicz (PL) condition", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", section 2.2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(@"f(x)=x^2+3\,\sin^2x: \quad \inf_x \ \frac{f'(x)^2}{2f(x)}=0.17553098588\ge\frac{1}{32}"),
        Hypotheses = ["the infimum is over the whole line"],
        Method =
            "Branch and bound with intervals over [0, ∞): mean-value form inside, plain interval evaluation of the "
            + "tail. The enclosure is narrower than 10⁻¹¹: one more in the tenth decimal is seen.",
    };

    [Parameter("ripple", "height a of the ripple", Minimum = 0, Maximum = 100)]
    public double Ripple { get; init; } = 3;

    [Parameter("best", "best constant, to eleven decimals", Minimum = 0, Maximum = 1000)]
    public double Best { get; init; } = 0.17553098588;

    [Parameter("valid", "a valid constant", Minimum = 0, Maximum = 1000)]
    public double Valid { get; init; } = 1.0 / 32;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("3/16 is valid", this with { Valid = 3.0 / 16 }, "valid"),
        new("one more in the tenth decimal", this with { Best = 0.17553098598 }, "best"),
        new("one less in the tenth decimal", this with { Best = 0.17553098578 }, "best"),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells => [new(LandscapeKind.RippledParabola, Ripple)];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination) =>
        Evidence.All(
            examination
                .ForAllEnclosed(
                    "the best constant to eleven decimals",
                    (_, o) => Interval.Abs(Polyak(o) - Best) - LastDigit,
                    resolution: 2e-11)
                .Named("best"),
            examination.ForAllEnclosed("the quoted constant is valid", (_, o) => Valid - Polyak(o)).Named("valid"));

    private static Interval Polyak(LandscapeOutcome o) => new(o.PolyakLower, o.PolyakUpper);
}
