using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Abbaszadehpeivasti, de Klerk, Zamani, arXiv:2204.00647, Theorem 3, at η = 1/β: factor (2 − 2q)/(2 + q), q = μ/β,
// between (1 − q)² and the printed 1 − q. A performance-estimation relaxation (PEPit,
// gradient_descent_quadratic_lojasiewicz_expensive) publishes the upper bound 0.683267 at q = 0.2, between 0.64 = (1
// − q)² and 0.727273: the best factor beyond one dimension is open here. Instances whose gradient keeps its direction
// leave at most (1 − q)². (2 − cq)/(2 + q) falls below (1 − q)² at q = ½ for c > 11/4, and below the ratio of the
// turning gradient for c > 2.753; (2 − 2q)/(2 + cq) falls below (1 − q)² for c > 2/(1 − q), at q = 1/10 for c > 2.22.

/// <summary>A better factor for gradient descent in any dimension.</summary>
public sealed record SharperDescentRate : Claim<SharperStepCell, GradientStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/sharper-descent-rate",
        Title = "With step 1/β the factor is at most (2 − 2q)/(2 + q), q = μ/β, less than the printed 1 − q",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Smoothness + PL ⇒ Linear convergence of gradient descent; the sharper factor is not printed there",
                "H. Abbaszadehpeivasti, E. de Klerk, M. Zamani, arXiv:2204.00647, Theorem 3"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(@"\eta=1/\beta, \ q=\mu/\beta: \quad L(x^{k+1})-L^*\le\frac{2-2q}{2+q}(L(x^k)-L^*)"),
        Hypotheses = ["∇L is β-Lipschitz", "½‖∇L‖² ≥ μ(L − L*); for the turning gradient both near the step only"],
        Method =
            "One step on least squares and on Σh((Aw)_i), h(r) = r² + a·sin²r, with known constants, from the "
            + "worst known directions, and the certified step of turning-gradient, which leaves more than (1 − "
            + "q)². The bound is quoted, not proved here; the examination looks for violations.",
    };

    [Parameter("n", "equations", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 4];

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.5, 3];

    [Parameter("condition", "condition numbers of AAᵀ", Minimum = 1, Maximum = 1e6, Size = true)]
    public Choices<double> Conditions { get; init; } = [2, 10];

    [Parameter("numerator", "the c in (2 − cq)/(2 + q)", Minimum = 0, Maximum = 10)]
    public double Numerator { get; init; } = 2;

    [Parameter("denominator", "the c in (2 − 2q)/(2 + cq)", Minimum = 0, Maximum = 10)]
    public double Denominator { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("(2 − 2.8q)/(2 + q)", this with { Numerator = 2.8 }),
        new("(2 − 2q)/(2 + 2.5q)", this with { Denominator = 2.5 }),
    ];

    protected override Experiment<SharperStepCell, GradientStepOutcome> Experiment { get; } =
        new SharperStepExperiment();

    protected override IReadOnlyList<SharperStepCell> Cells =>
    [
        .. from n in Samples
        from ripple in Ripples
        from condition in Conditions
        select new SharperStepCell(IsTurning: false, n, ripple, condition),
        new(IsTurning: true, Samples: 1, Ripple: 0, Condition: 1),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<SharperStepCell, GradientStepOutcome> examination)
    {
        return examination.ForAll(
            "L after the step ≤ factor · L before",
            (_, o) => o.Ratio - Bound(o.Polyak / o.Smoothness),
            (_, o) => o.Error,
                "rounding of the two losses, of the step and of the constants by which A was built; the width "
                + "of the enclosure for the turning gradient");
    }

    private double Bound(double q) => Math.Max(0, (2 - Numerator * q) / (2 + Denominator * q));
}
