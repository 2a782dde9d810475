using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Slide 5 prints x* in weak strong convexity and quadratic growth. With a fixed minimizer x* both fail as soon as there is another one: at that one L = L*, ∇L = 0 and ‖x* − x‖ > 0.
// What is meant is x_p, the minimizer nearest to x. Rank-deficient least squares satisfies all conditions with λ_min⁺(AᵀA), sharp along the weakest direction, and is not strongly convex.

/// <summary>The conditions on rank-deficient least squares, with the nearest solution in place of a fixed one.</summary>
public sealed record NearestMinimizer : Claim<LeastSquaresCell, LeastSquaresOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/nearest-minimizer",
        Title = "Rank-deficient least squares meets all conditions with λ_min⁺, if x* is the solution nearest to x",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At("Aside: other conditions for obtaining linear convergence", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Printed = PrintedStatus.False,
        Statement = new(@"L(x^*)\ge L(x)+\langle\nabla L(x),x^*-x\rangle+\frac{\mu}{2}\|x^*-x\|^2, \quad L(x)-L(x^*)\ge\frac{\mu}{2}\|x^*-x\|^2")
        {
            Corrected = @"\text{the same with } x_p \text{, the minimizer nearest to } x \text{, for } x^*; \quad L=\frac{1}{2}\|Ax-b\|^2: \ \mu=\lambda_{\min}^+(A^TA) \text{ in both, in PL, EB and RSI}",
            Reason = "With one fixed x* both conditions fail for any function with two minimizers: at the other one L = L*, ∇L = 0, but ‖x* − x‖ > 0. A linear system with more unknowns than equations has a whole subspace of them.",
        },
        Hypotheses = ["A of any rank ≥ 1, λ_min⁺ its least positive squared singular value"],
        Method = "Random A in Haar's bases, random points and points along the weakest direction. The five ratios to λ_min⁺ have to be at least 1, and to be 1 along the weakest direction. As printed, x* is another solution, as far from x_p as x is.",
    };

    [Parameter("rank", "ranks of A", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Ranks { get; init; } = [1, 2, 4];

    [Parameter("deficit", "unknowns beyond the rank", Minimum = 0, Maximum = 20, Size = true)]
    public Choices<int> Deficits { get; init; } = [0, 1, 3];

    [Parameter("fixed", "whether x* is one fixed solution instead of the nearest")]
    public bool IsFixed { get; init; }

    [Parameter("factor", "constant of all conditions over λ_min⁺", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("2λ_min⁺", this with { Factor = 2 }),
        new("1.001λ_min⁺", this with { Factor = 1.001 }),
        new("half of λ_min⁺ as the best constant", this with { Factor = 0.5 }),
    ];

    public override Claim AsPrinted => this with { IsFixed = true };

    public override int Decisions => 6;

    protected override Experiment<LeastSquaresCell, LeastSquaresOutcome> Experiment { get; } = new LeastSquaresExperiment();

    protected override IReadOnlyList<LeastSquaresCell> Cells => [.. from rank in Ranks from deficit in Deficits select new LeastSquaresCell(rank, deficit, 10)];

    protected override Evidence Judge(Examination<LeastSquaresCell, LeastSquaresOutcome> examination)
    {
        Examination<LeastSquaresCell, LeastSquaresOutcome> rankOne = examination.Where(cell => cell.Rank == 1);
        return Evidence.All(
        [
            AtLeast("quadratic growth", o => IsFixed ? o.FixedGrowth : o.QuadraticGrowth),
            AtLeast("weak strong convexity", o => IsFixed ? o.FixedWeakStrongConvexity : o.WeakStrongConvexity),
            AtLeast("restricted secant inequality", o => o.RestrictedSecant),
            AtLeast("error bound", o => o.ErrorBound),
            AtLeast("PL", o => o.Polyak),
            // Every point of rank one lies along the weakest direction.
            .. rankOne.Observations.Count == 0 ? (Evidence[])[] : [rankOne.ForAll(
                "attained by rank one", (_, o) => Math.Abs(o.Polyak - Factor) + Math.Abs(o.QuadraticGrowth - Factor), (_, o) => 2 * o.Error, Derivation)],
        ]);

        Evidence AtLeast(string condition, Func<LeastSquaresOutcome, double> ratio) =>
            examination.ForAll(condition, (_, o) => Factor - ratio(o), (_, o) => o.Error, Derivation);
    }

    private const string Derivation = "rounding of products with A relative to the least of its squared singular values";
}
