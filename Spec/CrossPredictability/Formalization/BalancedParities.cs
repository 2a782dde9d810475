using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Formalization;

// E_S χ_S(x) = 2^(−n)∏(1 + x_i) is 1 at the point of ones, of mass ((1 + μ)/2)^n, and 0 elsewhere.

/// <summary>How balanced the class of parities is.</summary>
public sealed record BalancedParities : Claim<ParityCell, ParityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/balanced-parities",
        Title = "A uniform parity is 1 with probability ½ + ½((1 + μ)/2)^n, for uniform inputs ½ + 2^(−n−1)",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Formalizing the problem"),
        Quotations =
        [
            @"balanced classes:  $\mathbb{P}_{(F, X) \sim P_{\mathcal{F}} \times P_{\mathcal{X}}}(F(X) = 1) = 1/2 + "
                + @"o_n(1)$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            @"\mathbb{P}(f_S(X)=1)=\tfrac12+\tfrac12\Big(\frac{1+\mu}{2}\Big)^n=\tfrac12+o_n(1) \text{ for } \mu<1"),
        Hypotheses = ["S uniform over all subsets, the empty one included", "independent coordinates of mean μ"],
        Method = "All sets and inputs are enumerated in integer arithmetic, uniform and biased.",
    };

    [Parameter("n", "number of variables", Minimum = 1, Maximum = 9, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 4, 7];

    [Parameter("plus", "weight of x_i = +1, beside 1 for −1; 1 for uniform inputs", Minimum = 1, Maximum = 16)]
    public Choices<int> Plus { get; init; } = [1, 3];

    [Parameter("factor", "what stands before ((1 + μ)/2)^n", Minimum = -2, Maximum = 2)]
    public double Factor { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exactly ½", this with { Factor = 0 }),
        new("0.51·((1 + μ)/2)^n", this with { Factor = 0.51 }),
        new("below ½ by as much", this with { Factor = -0.5 }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Variables = [1, 2, 4, 6, 8, 9] };

    protected override Experiment<ParityCell, ParityOutcome> Experiment { get; } = new ParityExperiment();

    protected override IReadOnlyList<ParityCell> Cells =>
        [.. from n in Variables from plus in Plus select new ParityCell(n, plus, 1)];

    protected override Evidence Judge(Examination<ParityCell, ParityOutcome> examination) => examination.ForAll(
        "distance of P(f_S(X) = 1) from the formula",
        (cell, o) => Math.Abs((Measured(cell, o) - Claimed(cell)).Rounded().Value),
        (_, _) => 0,
        "none: rational numbers");

    private static Rational Measured(ParityCell cell, ParityOutcome o) =>
        Rational.Of(o.Positive) / Rational.Power(2 * (cell.Plus + cell.Minus), cell.Variables);

    private Rational Claimed(ParityCell cell) => new Rational(1, 2) + Rational.Of(Factor)
        * Rational.Power(new(cell.Plus, cell.Plus + cell.Minus), cell.Variables);
}
