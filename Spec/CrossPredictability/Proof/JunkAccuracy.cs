using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Numerics;
using Verification.Spec.CrossPredictability.Classes;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// The best predictor that knows nothing of F says sign E_F F(x), right with probability ½ + ½|E_F F(x)| at x. By Jensen
// (E_X|E_F F|)² ≤ E_{F,F′} E_X FF′ ≤ √CP.

/// <summary>How well a predictor does that knows nothing of F.</summary>
public sealed partial record JunkAccuracy : ClassClaim
{
    private const string Bound = "bound", Parities = "all parities", Best = "best predictor";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/junk-accuracy",
        Title = "After training on junk the accuracy is at most ½ + ½E_X|E_F F(X)| ≤ ½ + ½CP^(1/4), not ½",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = CrossPredictabilityTalk.At("CP: information-theoretic argument"),
        Quotations =
        [
            @"$$\mathbb{P}\{W_F^{(T)}(X) = F(X)\} \leq \underbrace{\mathbb{P}\{W_\star^{(T)}(X) = F(X)\}}_{1/2} + "
                + @"\mathbb{E}_F d(Q_F^{(T)}, Q_\star^{(T)})_{TV} \quad (\text{Total-variation bound})$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"\mathbb{P}\{W_\star^{(T)}(X)=F(X)\}=\tfrac12")
        {
            Corrected =
                """
                \mathbb{P}\{\mathrm{sign}\,W_\star^{(T)}(X)=F(X)\}\le\tfrac12+\tfrac12\mathbb{E}_X|\mathbb{E}_FF(X)|
                \le\tfrac12+\tfrac12\mathrm{CP}^{1/4},\quad \text{all parities: } \tfrac12+2^{-(n+1)}
                """,
            Reason =
                "A network may start at what it should learn. For $F=x_1\\varepsilon$ with independent "
                + "$\\varepsilon(x)$ of mean ½ the class is balanced, $P(F(X)=1)=\\frac12$, and the network $x_1$ is "
                + "right with probability ¾. Only where $P_F(F(x)=1)=\\frac12$ at almost every $x$ every network "
                + "has ½. For "
                + "classes of low CP the excess is low too, so that Theorem 1 does not suffer.",
        },
        Hypotheses =
        [
            "W_⋆ independent of F", "the prediction is the sign of the output, and an output 0 counts ½",
            "balanced: P(F(X) = 1) = ½ + o(1)",
        ],
        Method =
            "E_X|E_F F(X)|, which the predictor sign E_F F(x) attains, and CP in integer arithmetic over many classes; "
            + "the bound is compared by fourth powers. For up to three variables all predictors are listed, and none "
            + "does better. Copies of x_1 with independent noise are balanced and attain ½ + b/2.",
    };

    [Parameter("power", "e of ½ + ½CP^(1/e); 0 for ½ alone", Minimum = 0, Maximum = 8)]
    public int Power { get; init; } = 4;

    [Parameter("shift", "s of ½ + 2^(−n−s) for all parities", Minimum = 0, Maximum = 4)]
    public int Shift { get; init; } = 1;

    [Parameter("global", "whether the best predictor is a constant, right with probability ½ + ½|E_{F,X} F(X)|")]
    public bool IsGlobal { get; init; }

    public override Claim AsPrinted => this with { Power = 0 };

    public override string PrintedPart => Bound;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("½ + ½CP^(1/2)", this with { Power = 2 }, Bound),
        new("½ + ½CP^(1/3)", this with { Power = 3 }, Bound),
        new("all parities: ½ + 2^(−n−2)", this with { Shift = 2 }, Parities),
        new("no predictor is better than ½ + ½|E_{F,X} F(X)|", this with { IsGlobal = true }, Best),
    ];

    // ½ alone is said of balanced classes, which conjunctions are not.
    protected override Evidence Judge(Examination<ClassCell, ClassOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => Power != 0 || cell.Family != FunctionFamily.Conjunctions).ForAll(
            "(E_X|E_F F|)^e less CP; for ½ alone E_X|E_F F| less 2^(−n), which o(1) may forgive",
            (cell, o) => (Power == 0
                ? o.Bias - Rational.Power(new(1, 2), cell.Variables)
                : Rational.Power(o.Bias, Power) - o.CrossPredictability).Rounded().Value,
            (_, _) => 0,
            "none: rational numbers, of which the sign is exact").Named(Bound),
        examination.Where(cell => cell.Family == FunctionFamily.Parities && cell.Plus == 1).ForAll(
            "distance of the best accuracy from ½ + 2^(−n−s)",
            (cell, o) => Math.Abs((o.Bias / 2 - Rational.Power(new(1, 2), cell.Variables + Shift)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Parities),
        examination.Where(cell => cell.Variables <= 3).ForAll(
            "distance of the best accuracy of all predictors from ½ + ½E_X|E_F F(X)|",
            (_, o) => Math.Abs((2 * o.Best - 1 - Lean(o)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Best),
    ]);

    private Rational Lean(ClassOutcome o)
    {
        Rational lean = IsGlobal ? 2 * o.Positive - 1 : o.Bias;
        return lean.Sign < 0 ? -lean : lean;
    }
}
