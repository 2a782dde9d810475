using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// Being right is an event of the trained weights, so that its probability differs by the total variation distance at
// most. One weight before f₀ has both in closed form; as γ/σ → 0 the two agree.

/// <summary>The first step of the chain: accuracy by total variation.</summary>
public sealed record TotalVariationBound : Claim<SingleFunctionCell, SingleFunctionOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/total-variation-bound",
        Title = "The accuracy exceeds that after training on junk by the total variation distance at most",
        Kind = ClaimKind.Inequality,
        Source = CrossPredictabilityTalk.At("CP: information-theoretic argument"),
        Quotations =
        [
            @"$$\mathbb{P}\{W_F^{(T)}(X) = F(X)\} \leq \underbrace{\mathbb{P}\{W_\star^{(T)}(X) = F(X)\}}_{1/2} + "
                + @"\mathbb{E}_F d(Q_F^{(T)}, Q_\star^{(T)})_{TV} \quad (\text{Total-variation bound})$$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mathbb{P}\{\mathrm{sign}\,W_F^{(T)}(X)=F(X)\}
            \le\mathbb{P}\{\mathrm{sign}\,W_\star^{(T)}(X)=F(X)\}
            +\mathbb{E}_F\,d(Q_F^{(T)},Q_\star^{(T)})_{TV}
            """),
        Hypotheses =
        [
            "the prediction is the sign of the output, and an output 0 counts ½",
            "the first term stays as it is: the brace is a claim of its own, junk-accuracy",
        ],
        Method =
            "out = w·f₀(x) under noisy gradient descent from w = 0, correlation and square loss, F of correlation 1 "
            + "and ½ with f₀: accuracy and distance in closed form, enclosed in interval arithmetic.",
    };

    [Parameter("correlation", "E F(X)f₀(X)", Minimum = 0, Maximum = 1)]
    public Choices<double> Correlations { get; init; } = [1, 0.5];

    [Parameter("rate", "γ", Minimum = 1e-6, Maximum = 0.99)]
    public double Rate { get; init; } = 0.125;

    [Parameter("noise", "σ", Minimum = 1e-6, Maximum = 1e6)]
    public Choices<double> Noises { get; init; } = [0.05, 0.5, 2, 16];

    [Parameter("steps", "T", Minimum = 1, Maximum = 10_000, Size = true)]
    public Choices<int> Steps { get; init; } = [1, 5, 20];

    [Parameter("factor", "what the distance is multiplied with", Minimum = 0.01, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("power", "power of the distance", Minimum = 1, Maximum = 4)]
    public int Power { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.99 of the distance", this with { Factor = 0.99 }),
        new("the square of the distance", this with { Power = 2 }),
    ];

    protected override Experiment<SingleFunctionCell, SingleFunctionOutcome> Experiment { get; } =
        new SingleFunctionExperiment();

    protected override IReadOnlyList<SingleFunctionCell> Cells =>
    [
        .. from c in Correlations
           from σ in Noises
           from T in Steps
           from square in (bool[])[false, true]
           select new SingleFunctionCell(c, Rate, σ, T, square),
    ];

    protected override Evidence Judge(Examination<SingleFunctionCell, SingleFunctionOutcome> examination) =>
        examination.ForAllCertainly(
            "accuracy − ½ less the distance",
            (_, o) => o.Excess - Factor * Interval.Power(o.Distance, Power));
}
