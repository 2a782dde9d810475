using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// Cauchy–Schwarz over two samples, then E_F exchanged for two replicas: the bracket is CP, as E_{D_⋆} r_F r_F′ =
// E_X FF′. One function and δ_e = F give equality. Both sides are squared, so that no root is taken.

/// <summary>The Cauchy–Schwarz step with replicas.</summary>
public sealed record ReplicaBound : GradientClaim
{
    private const string Bound = "bound", Bracket = "bracket";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/replica-bound",
        Title = "The mean squared difference of gradients is at most E∇²·√CP, edge by edge",
        Kind = ClaimKind.Inequality,
        Source = CrossPredictabilityTalk.At(Heading),
        Quotations =
        [
            @"$$\leq (\mathbb{E}_{D_\star} \nabla_e^2) (\mathbb{E}_{F, F'} \mathbb{E}_{D_\star} (1 - "
                + @"D_F/D_\star)^{\otimes 2} (1 - D_{F'}/D_\star)^{\otimes 2})^{1/2} \quad (\text{CS+replica})$$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mathbb{E}_F(\mathbb{E}_{D_F}\nabla_e-\mathbb{E}_{D_\star}\nabla_e)^2
            \le\mathbb{E}_{D_\star}\nabla_e^2\cdot\mathrm{CP}^{1/2};
            \mathrm{CP}=\mathbb{E}_{F,F'}(\mathbb{E}_{D_\star}(1-dD_F/dD_\star)(1-dD_{F'}/dD_\star))^2
            """),
        Hypotheses = ["⊗2 takes two independent samples of D_⋆"],
        Method =
            "Random networks with integer weights, three losses, all functions, in rational arithmetic; squared, so "
            + "that no root is taken. One function, and copies of x_1 with independent noise before a single weight, "
            + "come close to equality. The bracket is summed over samples, and compared with CP = 2^(−n) of "
            + "parities and 1 of one function.",
    };

    [Parameter("factor", "constant before E∇²", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("half-power", "twice the exponent of CP", Minimum = 0, Maximum = 4)]
    public int HalfPower { get; init; } = 1;

    [Parameter("mean-square", "whether E∇² stands before CP, or (E∇)²")]
    public bool IsMeanSquare { get; init; } = true;

    [Parameter("bracket-factor", "what CP is multiplied with beside the bracket", Minimum = 0.1, Maximum = 10)]
    public double BracketFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.99·E∇²", this with { Factor = 0.99 }, Bound),
        new("CP in place of its root", this with { HalfPower = 2 }, Bound),
        new("(E∇)² in place of E∇²", this with { IsMeanSquare = false }, Bound),
        new("the bracket is 1.01·CP", this with { BracketFactor = 1.01 }, Bracket),
    ];

    public override int Decisions => 2;

    protected override Evidence Judge(Examination<GradientCell, GradientOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "left side squared less right side squared, largest over the edges",
            (_, o) => Enumerable.Range(0, o.Junk.Length).Max(e => Excess(o, e).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers, of which the sign is exact").Named(Bound),
        examination.Where(cell => cell.Family is FunctionFamily.Parities or FunctionFamily.Single).ForAll(
            "|bracket − CP|, CP = 2^(−n) for parities and 1 for one function",
            (cell, o) => Math.Abs((Replica(o) - Whole(BracketFactor)
                * (cell.Family == FunctionFamily.Single ? 1 : 1 / Whole(o.Points))).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Bracket),
    ]);

    private Rational Excess(GradientOutcome o, int e)
    {
        Rational mean = Whole(o.Junk[e]) / (2 * Whole(o.Points));
        Rational right = Whole(Factor) * (IsMeanSquare ? Second(o, e) : mean * mean);
        Rational left = Difference(o, e);
        return left * left - right * right * Rational.Power(Replica(o), HalfPower);
    }

    private static Rational Replica(GradientOutcome o) => Whole(o.Replica)
        / (4 * Whole(o.Points) * Whole(o.Points) * Whole(o.FunctionWeight) * Whole(o.FunctionWeight));
}
