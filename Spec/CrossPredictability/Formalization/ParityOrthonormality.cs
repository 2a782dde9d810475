using System.Numerics;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Formalization;

// χ_S χ_S′ = χ_(S Δ S′), and E χ_T = μ^|T| for independent coordinates of mean μ. The sum of χ_S(x) over all S is
// ∏(1 + x_i).

/// <summary>Correlations of parities.</summary>
public sealed record ParityOrthonormality : Claim<ParityCell, ParityOutcome>
{
    private const string Pairs = "pairs of parities", Means = "mean over the class";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/parity-orthonormality",
        Title = "Parities are orthonormal under uniform inputs; under mean μ they correlate as μ^|S Δ S′|",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Formalizing the problem"),
        Quotations = [@"Example. Parities:  $f_S(x) = \prod_{i \in S} x_i, \quad S \sim_U 2^{[n]}$"],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mathbb{E}_X f_S(X)f_{S'}(X)=\mu^{|S\triangle S'|},\ \text{for } \mu=0:\ \mathbf{1}\{S=S'\};
            \sum_S f_S(x)=\prod_i(1+x_i)=2^n\,\mathbf{1}\{x=(1,\dots,1)\}
            """),
        Hypotheses = ["independent coordinates x_i = ±1 of mean μ", "S over all subsets, the empty one included"],
        Method = "All pairs of sets and all inputs are enumerated in integer arithmetic, uniform and biased.",
    };

    [Parameter("n", "number of variables", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 5, 7];

    [Parameter("plus", "weight of x_i = +1, beside 1 for −1; 1 for uniform inputs", Minimum = 1, Maximum = 16)]
    public Choices<int> Plus { get; init; } = [1, 3];

    [Parameter("extra", "what is added to |S Δ S′| in the exponent, where that is not 0", Minimum = -1, Maximum = 10)]
    public int Extra { get; init; }

    [Parameter("empty", "whether the empty set belongs to the class")]
    public bool HasEmptySet { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("μ^(|S Δ S′| + 1)", this with { Extra = 1 }, Pairs),
        new("the sum over the nonempty sets is 0 off the point of ones", this with { HasEmptySet = false }, Means),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Variables = [1, 2, 3, 5, 7, 9] };

    protected override Experiment<ParityCell, ParityOutcome> Experiment { get; } = new ParityExperiment();

    protected override IReadOnlyList<ParityCell> Cells =>
        [.. from n in Variables from plus in Plus select new ParityCell(n, plus, 1)];

    protected override Evidence Judge(Examination<ParityCell, ParityOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "correlations against those claimed, times the weight of all inputs", Correlations, (_, _) => 0,
            "none: integers").Named(Pairs),
        examination.ForAll(
            "|Σ_S χ_S(x)| off the point of ones, and its distance from 2^n there",
            (cell, o) => Math.Max(
                Math.Abs(o.Elsewhere - (HasEmptySet ? 0 : 1)),
                Math.Abs(o.AtOnes - (1 << cell.Variables))),
            (_, _) => 0,
            "none: integers").Named(Means),
    ]);

    private double Correlations(ParityCell cell, ParityOutcome o)
    {
        double worst = o.Spread;
        for (int j = 0; j <= cell.Variables; j++)
        {
            int power = j == 0 ? 0 : Math.Clamp(j + Extra, 0, cell.Variables);
            var claimed = BigInteger.Pow(cell.Plus - cell.Minus, power)
                * BigInteger.Pow(cell.Plus + cell.Minus, cell.Variables - power);
            worst = Math.Max(worst, Math.Abs(o.Correlation[j] - (double)claimed));
        }

        return worst;
    }
}
