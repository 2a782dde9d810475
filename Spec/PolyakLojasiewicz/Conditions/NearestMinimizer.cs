using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Slide 5 prints x* in weak strong convexity and quadratic growth. With a fixed minimizer x* both fail as soon as there
// is another one: at that one L = L*, ∇L = 0 and ‖x* − x‖ > 0. What is meant is x_p, the minimizer nearest to x.
// Rank-deficient least squares satisfies all conditions with λ_min⁺(AᵀA), sharp along the weakest direction, and is not
// strongly convex.

/// <summary>The conditions on rank-deficient least squares, with the nearest solution in place of a fixed
/// one.</summary>
public sealed partial record NearestMinimizer : Claim<LeastSquaresCell, LeastSquaresOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/nearest-minimizer",
        Title = "Rank-deficient least squares meets all conditions with λ_min⁺, if x* is the solution nearest to x",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside:", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Quotations =
        [
            @"Weak SC: $L(x^*) \geq L(x) + \langle \nabla L(x), x^* - x \rangle + \frac{\mu}{2} \|x^* - x\|^2$",
            @"Quadratic Growth: $L(x) - L(x^*) \geq \frac{\mu}{2} \|x^* - x\|^2$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            L=\frac{1}{2}\|Ax-b\|^2,\ x^* \text{ one of its minimizers: for some } \mu>0 \text{ and every } x
            L(x^*)\ge L(x)+\langle\nabla L(x),x^*-x\rangle+\frac{\mu}{2}\|x^*-x\|^2, \quad L(x)-L(x^*)\ge\frac{\mu}{2}\|x^*-x\|^2
            """)
        {
            Corrected =
                """
                \text{the same with } x_p \text{, the minimizer nearest to } x \text{, for } x^*:
                \mu=\lambda_{\min}^+(A^TA) \text{ in both, in PL, EB and RSI}
                """,
            Reason =
                "With one fixed x* both conditions fail, for every μ > 0, for any function with two minimizers: at the "
                + "other one L = L*, ∇L = 0, but ‖x* − x‖ > 0. A linear system with more "
                + "unknowns than equations has a whole subspace of them.",
        },
        Hypotheses = ["A of any rank ≥ 1, λ_min⁺ its least positive squared singular value"],
        Method =
            "Random A in Haar's bases, random points and points along the weakest direction. The five ratios to λ_min⁺ "
            + "have to be at least 1, and to be 1 along the weakest direction: a thousandth "
            + "more or less is seen. As printed, x is another solution than x*.",
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
        new("1.001λ_min⁺ in quadratic growth", this with { Factor = 1.001 }, "growth"),
        new("1.001λ_min⁺ in weak strong convexity", this with { Factor = 1.001 }, "WSC"),
        new("1.001λ_min⁺ in the restricted secant inequality", this with { Factor = 1.001 }, "RSI"),
        new("1.001λ_min⁺ in the error bound", this with { Factor = 1.001 }, "EB"),
        new("1.002λ_min⁺ in PL", this with { Factor = 1.002 }, "PL"),
        new("0.999λ_min⁺ as the best constant", this with { Factor = 0.999 }, "attained"),
    ];

    // Some constant, however small: far above rounding errors alone.
    public override Claim AsPrinted => this with { IsFixed = true, Factor = 1e-6 };

    public override string PrintedPart => "growth";

    public override int Decisions => 6;

    protected override Experiment<LeastSquaresCell, LeastSquaresOutcome> Experiment { get; } =
        new LeastSquaresExperiment();

    protected override IReadOnlyList<LeastSquaresCell> Cells =>
        [.. from rank in Ranks from deficit in Deficits select new LeastSquaresCell(rank, deficit, 10)];

    protected override Evidence Judge(Examination<LeastSquaresCell, LeastSquaresOutcome> examination)
    {
        // With one minimizer alone there is no other.
        Examination<LeastSquaresCell, LeastSquaresOutcome> several =
            examination.Where(cell => !IsFixed || cell.Deficit > 0);
        return Evidence.All(
            AtLeast(several, "growth", "quadratic growth", o => IsFixed ? o.FixedGrowth : o.QuadraticGrowth),
            AtLeast(
                several,
                "WSC",
                "weak strong convexity",
                o => IsFixed ? o.FixedWeakStrongConvexity : o.WeakStrongConvexity),
            AtLeast(examination, "RSI", "restricted secant inequality", o => o.RestrictedSecant),
            AtLeast(examination, "EB", "error bound", o => o.ErrorBound),
            AtLeast(examination, "PL", "PL", o => o.Polyak),
            // Every point of rank one lies along the weakest direction.
            examination.Where(cell => cell.Rank == 1).ForAll(
                "attained by rank one",
                (_, o) => Math.Abs(o.Polyak - Factor) + Math.Abs(o.QuadraticGrowth - Factor),
                (_, o) => 2 * o.Error,
                Derivation).Named("attained"));

        Evidence AtLeast(
            Examination<LeastSquaresCell, LeastSquaresOutcome> cells,
            string part,
            string condition,
            Func<LeastSquaresOutcome, double> ratio
        ) => cells.ForAll(condition, (_, o) => Factor - ratio(o), (_, o) => o.Error, Derivation).Named(part);
    }

    private const string Derivation =
        "rounding of products with A relative to the least of its squared singular values";
}
