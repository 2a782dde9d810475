using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// The same conjecture, Razin and Cohen: W₁₂ = W₂₁ = 1, W₂₂ = 0. det W stays positive from U = V = αI, so that W₁₁W₂₂ >
// W₁₂W₂₁; with |W₂₂| ≤ √L and W₁₂W₂₁ ≥ (1 − √L)² that is W₁₁√L ≥ (1 − √L)²: every norm grows without bound as the loss
// vanishes, while the least nuclear norm is 2.

/// <summary>A completion in which every norm grows without bound as the loss vanishes.</summary>
public sealed partial record UnboundedCompletion : Claim<UnboundedCompletionCell, UnboundedCompletionOutcome>
{
    private const string Corner = "the free entry", Loss = "the loss";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/unbounded-completion",
        Title = "On a 2 × 2 completion the flow drives the free entry to infinity: W₁₁ ≥ (1 − √L)²/√L",
        Kind = ClaimKind.Counterexample,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At("Effect of Parametrization", "N. Razin, N. Cohen, arXiv:2005.06398"),
        Quotations =
        [
            @"GD on  $U, V \rightarrow$  implicitly minimize  $\|W\|_*$",
            @"(proven in special cases, empirically at least approx, conjectured in general)",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"W_{12}=W_{21}=1,\ W_{22}=0 \text{ observed}:\quad \|W(t)\|_*\to\min\|W\|_*=2")
        {
            Corrected =
                @"U(0)=V(0)=\alpha I:\quad W_{11}(t)\ge\frac{(1-\sqrt{L(t)})^2}{\sqrt{L(t)}},\quad \sqrt{L(t)}\le "
                    + @"t^{-1/3} \text{ for } \alpha=1,\ 3\le t\le30",
            Reason =
                "The determinant of $W$ keeps its sign, so that the solutions, all of negative determinant, are "
                    + "reached only at infinity.",
        },
        Hypotheses = ["det W(0) > 0", "gradient flow"],
        Method =
            "The flow is enclosed by collocation with a proven defect; the entry and the loss are read off with their "
                + "bounds. The printed form claims that the entry stays below the least nuclear norm, which bounds it "
                + "at the claimed limit.",
    };

    [Parameter("scale", "α", Minimum = 0.5, Maximum = 1.5, Size = true)]
    public double Scale { get; init; } = 1;

    [Parameter("time", "times t", Minimum = 3, Maximum = 30, Size = true)]
    public Choices<double> Times { get; init; } = [3, 10, 30];

    [Parameter("factor", "the c in W₁₁√L ≥ c(1 − √L)²", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("power", "the p in √L ≤ t^(−p)", Minimum = 0, Maximum = 3)]
    public double Power { get; init; } = 1.0 / 3;

    [Parameter("bounded", "whether W₁₁ stays below 2")]
    public bool IsBounded { get; init; }

    public override Claim AsPrinted => this with { IsBounded = true };

    public override string PrintedPart => Corner;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("W₁₁ stays below the least nuclear norm", this with { IsBounded = true }, Corner),
        new("W₁₁√L ≥ 1.4·(1 − √L)²", this with { Factor = 1.4 }, Corner),
        new("√L ≤ t^(−2/3)", this with { Power = 2.0 / 3 }, Loss),
    ];

    protected override Experiment<UnboundedCompletionCell, UnboundedCompletionOutcome> Experiment { get; } =
        new UnboundedCompletionExperiment();

    protected override IReadOnlyList<UnboundedCompletionCell> Cells =>
        [.. Times.Select(t => new UnboundedCompletionCell(Scale, t))];

    protected override Evidence Judge(Examination<UnboundedCompletionCell, UnboundedCompletionOutcome> examination) =>
        Evidence.All([
            examination
                .ForAll(
                    IsBounded ? "W₁₁ ≤ 2" : "c(1 − √L)² ≤ W₁₁√L",
                    (_, o) => !o.Finished ? new Bounded(0, double.PositiveInfinity)
                        : IsBounded ? new Bounded(o.Corner - 2, o.CornerError)
                        : new Bounded(
                            Factor * (1 - o.Residual) * (1 - o.Residual) - o.Corner * o.Residual,
                            o.CornerError + (o.Corner + 2 * Factor + 1) * o.ResidualError),
                    Derivation,
                    resolution: 0.01).Named(Corner),
            examination.ForAll(
                "√L ≤ t^(−p)",
                (cell, o) =>
                    new Bounded(
                        o.Residual - ElementaryFunctions.Exp(-Power * ElementaryFunctions.Log(cell.Time)),
                        o.Finished ? o.ResidualError : double.PositiveInfinity),
                Derivation,
                resolution: 0.01).Named(Loss),
        ]);

    private const string Derivation = "proven error of the enclosed flow";
}
