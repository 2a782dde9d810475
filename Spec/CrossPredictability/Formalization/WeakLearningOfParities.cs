using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Formalization;

// A sample of rank r over GF(2) tells χ_S on the 2^r inputs that its inputs span and nothing elsewhere; 2^(n−r)
// parities are left. The rank grows from r with probability 1 − 2^(r−n).

/// <summary>What t samples allow for parities.</summary>
public sealed record WeakLearningOfParities : Claim<SampleCell, SampleOutcome>
{
    private const string Accuracy = "best accuracy", Exact = "exact recovery", Union = "union bound";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/weak-learning-of-parities",
        Title = "From t samples parities are predicted with accuracy ½ + ½E[2^(r−n)], r the rank over GF(2), at best",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Formalizing the problem"),
        Quotations =
        [
            @"- Output  $\hat{F}^{(t)}$  such that  $\mathbb{P}(\hat{F}^{(t)}(X_{t+1}) = F(X_{t+1})) = 1/2 + "
                + @"\Omega_n(1)$",
            @"$\text{Poly}(n)$ -size NN can be learned with empirical risk minimization (ERM) with  "
                + @"$\text{poly}(n)$ -samples",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \max_{\hat F}\mathbb{P}(\hat F^{(t)}(X_{t+1})=F(X_{t+1}))=\tfrac12+\tfrac12\mathbb{E}\,2^{r-n};
            \mathbb{P}(\text{a parity that agrees with the sample is } F)=\mathbb{E}\,2^{r-n};
            \mathbb{P}(\text{another one agrees})\le(2^n-1)2^{-t}
            """),
        Hypotheses = ["uniform inputs, S uniform over all subsets", "ties count ½"],
        Method =
            "All samples, parities and inputs are listed; the best prediction is the majority of the parities left. "
            + "E 2^(r−n) by the chain of ranks, in rational arithmetic. Empirical risk minimization over parities "
            + "draws one of those left; for other networks the sample size is not examined.",
    };

    [Parameter("n", "number of variables; n·t is 16 at most", Minimum = 1, Maximum = 5, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 3];

    [Parameter("t", "number of samples", Minimum = 0, Maximum = 8, Size = true)]
    public Choices<int> Samples { get; init; } = [0, 1, 2, 3, 4];

    [Parameter("full-rank", "whether accuracy and recovery count full rank alone")]
    public bool FullRankOnly { get; init; }

    [Parameter("half", "h of ½ + h·E[2^(r−n)]", Minimum = 0, Maximum = 1)]
    public double Half { get; init; } = 0.5;

    [Parameter("union", "what the union bound is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double UnionFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("½ + 0.49·E[2^(r−n)]", this with { Half = 0.49 }, Accuracy),
        new("full rank, ∏(1 − 2^(i−t)), in place of E[2^(r−n)]", this with { FullRankOnly = true }, Exact),
        new("0.85·(2^n − 1)2^(−t)", this with { UnionFactor = 0.85 }, Union),
    ];

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Variables = [1, 2, 3, 4], Samples = [0, 1, 2, 3, 4, 5] };

    protected override Experiment<SampleCell, SampleOutcome> Experiment { get; } = new SampleExperiment();

    protected override IReadOnlyList<SampleCell> Cells =>
    [
        .. from n in Variables
           from t in Samples
           where n * t <= 16
           select new SampleCell(n, t),
    ];

    protected override Evidence Judge(Examination<SampleCell, SampleOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "distance of the best accuracy from the formula",
            (cell, o) => Math.Abs((Rational.Of(o.Right) / (2 * Rational.Of(o.Total)) - new Rational(1, 2)
                - Rational.Of(Half) * Kept(cell)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Accuracy),
        examination.ForAll(
            "distance of the probability that a parity which agrees is F from the formula",
            (cell, o) => Math.Abs((Rational.Of(o.Kept) / Rational.Of(o.Total)
                - (FullRankOnly ? BinaryRankLaw.FullRank(cell.Variables, cell.Samples) : Kept(cell))).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Exact),
        examination.ForAll(
            "probability that another parity agrees less the union bound",
            (cell, o) => (1 - Rational.Of(o.Unique) * (1 << cell.Variables) / Rational.Of(o.Total)
                - Rational.Of(UnionFactor) * ((1 << cell.Variables) - 1)
                    / Rational.Power(2, cell.Samples)).Rounded().Value,
            (_, _) => 0,
            "none: rational numbers, of which the sign is exact").Named(Union),
    ]);

    private static Rational Kept(SampleCell cell) => BinaryRankLaw.Recovery(cell.Variables, cell.Samples);
}
