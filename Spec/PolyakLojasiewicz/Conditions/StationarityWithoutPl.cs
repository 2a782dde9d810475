using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// PL* says more than that stationary points are global minima: L = x⁴ has one stationary point, its minimum, and ½L′² =
// 8x²·L, so that no μ > 0 serves on any neighborhood of 0. Where x² is a sixteenth of μ, half of the inequality is
// missing.

/// <summary>That all stationary points are global minima does not give PL*.</summary>
public sealed partial record StationarityWithoutPl : Claim<PowerLandscapeCell, PowerLandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/stationarity-without-pl",
        Title = "PL* is not the same as that all stationary points are global minima: x⁴",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At("Summary"),
        Quotations = ["satisfies $PL^*$ (i.e. all stationary points are global minima)"],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            L\ge0 \text{ satisfies PL* on } S \text{ for some } \mu>0 \iff \text{ every stationary point of } L \text{ in } S \text{ has } L=0
            """)
        {
            Corrected =
                """
                \Rightarrow \text{ holds}; \ \Leftarrow \text{ does not: } L=x^4 \text{ has } L'(x)\ne0 \text{ for } x\ne0, \text{ but for every } \mu>0
                \frac12L'(x)^2<\mu L(x) \text{ at } x=\sqrt{\mu}/4
                """,
            Reason =
                "½L′² = 8x²·L for L = x⁴: the quotient has no positive lower bound near 0, and gradient descent "
                + "converges like 1/√t there, not linearly. The implication from PL* is "
                + "stationary-points-are-global.",
        },
        Hypotheses = ["S a neighborhood of 0; every μ > 0, the examination tries a list of them"],
        Method =
            "At the point named for each μ the derivative is certainly positive, and μL − ½L′² certainly positive too, "
            + "in interval arithmetic. At the point where equality holds, x² = μ/8, "
            + "the inequality turns: a place off by a tenth beyond it is seen.",
    };

    [Parameter("mu", "constants μ that fail", Minimum = 1e-12, Maximum = 1e12)]
    public Choices<double> Constants { get; init; } = [1e-9, 1e-3, 1, 1e3];

    [Parameter("power", "power p of L = |x|^p", Minimum = 2, Maximum = 8)]
    public int Power { get; init; } = 4;

    [Parameter("place", "x² over μ where the inequality fails", Minimum = 1e-6, Maximum = 1e3)]
    public double Place { get; init; } = 0.0625;

    [Parameter("converse", "whether PL* is said to follow")]
    public bool IsConverse { get; init; }

    public override Claim AsPrinted => this with { IsConverse = true };

    public override string PrintedPart => "inequality";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("x² in place of x⁴", this with { Power = 2 }, "inequality"),
        new("it fails at x² = 0.1375·μ too", this with { Place = 0.1375 }, "inequality"),
    ];

    protected override Experiment<PowerLandscapeCell, PowerLandscapeOutcome> Experiment { get; } =
        new PowerLandscapeExperiment();

    protected override IReadOnlyList<PowerLandscapeCell> Cells =>
        [.. Constants.Select(μ => new PowerLandscapeCell(Power, μ, Place))];

    protected override Evidence Judge(Examination<PowerLandscapeCell, PowerLandscapeOutcome> examination) =>
        Evidence.All(
            examination
                .ForAllCertainly(
                    IsConverse ? "½L′² ≥ μL" : "½L′² < μL",
                    (_, o) => IsConverse ? new(-o.RatioUpper, -o.RatioLower) : new Interval(o.RatioLower, o.RatioUpper))
                .Named("inequality"),
            examination
                .ForAllCertainly(
                    "L′ > 0: the point is not stationary",
                    (_, o) => new Interval(-o.SlopeUpper, -o.SlopeLower))
                .Named("slope")
                .AsSupplement());
}
