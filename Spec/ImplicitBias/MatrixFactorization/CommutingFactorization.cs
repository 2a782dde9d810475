using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// "proven in special cases": for commuting A_i and U(0) = αI the flow of UUᵀ is X = α² exp(Σν_iA_i). With x_j the
// eigenvalues and ν/λ_max(Σν_iA_i) as a dual vector the duality gap of the least trace is
// Σx_j·log(x_max/x_j)/log(x_max/α²) ≤ n·x_max/(e·log(x_max/α²)): the least trace in the limit α → 0. Flows enclosed up
// to their limits.

/// <summary>Factorizations with commuting measurements go to the least trace as the start vanishes.</summary>
public sealed record CommutingFactorization : Claim<CommutingFactorizationCell, CommutingFactorizationOutcome>
{
    private const string Form = "the exponential form", Least = "distance to the least trace";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/commuting-factorization",
        Title = "With commuting measurements the flow of UUᵀ from αI is α² exp(Σν_iA_i), of least trace as α → 0",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Effect of Parametrization",
            "S. Gunasekar et al., arXiv:1705.09280, Theorem 1; the rate is derived here"),
        Quotations =
        [
            @"Gradient descent on matrix factorization  $\min_{U,V} \sum_i (\langle A_i, UV \rangle - y_i)^2$",
            @"(proven in special cases, empirically at least approx, conjectured in general)",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            @"A_iA_j=A_jA_i,\ U(0)=\alpha I:\quad X=UU^T\to\arg\min_{\langle "
                + @"A_i,X\rangle=y_i,\,X\succeq0}\mathrm{tr}\,X \text{ as } \alpha\to0")
        {
            Corrected =
                """
                X(\infty)=\alpha^2\exp\Big(\sum_i\nu_iA_i\Big),
                \quad 0\le\mathrm{tr}\,X(\infty)-\min\mathrm{tr}\,X
                \le\frac{n\,\lambda_{\max}(X)}{e\,\log(\lambda_{\max}(X)/\alpha^2)}
                """,
            Reason =
                "The special case stands; the exponential form says how fast: only like 1/log(1/α) by this bound.",
        },
        Hypotheses =
        [
            "symmetric measurements that commute", "U(0) = αI, gradient flow",
            "some X ≻ 0 has ⟨A_i, X⟩ = y_i; for the bound λ_max(X(∞)) > α²",
        ],
        Method =
            "Random measurements with common eigenvectors, drawn again until the tangent kernel at the limit has no "
                + "eigenvalue below a sixth of tr X, for flows of others take too long, and X none below 10⁻⁴ of it. "
                + "The "
                + "flow is enclosed by collocation with a proven defect, "
                + "its limit by a bound of the way that is left. log X − 2 log α·I is projected onto the span of the "
                + "measurements; the dual value is read off X.",
    };

    [Parameter("n", "size of X", Minimum = 2, Maximum = 8, Size = true)]
    public int MatrixSize { get; init; } = 3;

    [Parameter("m", "measurements", Minimum = 1, Maximum = 7, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2];

    [Parameter("scale", "α", Minimum = 0.02, Maximum = 0.9, Size = true)]
    public Choices<double> Scales { get; init; } = [0.3, 0.1];

    [Parameter("commuting", "whether the measurements commute")]
    public bool IsCommuting { get; init; } = true;

    [Parameter("first-power", "whether the prefactor is α instead of α²")]
    public bool HasFirstPower { get; init; }

    [Parameter("gap-power", "the power of log(λ_max/α²) in the bound", Minimum = 0, Maximum = 4)]
    public int GapPower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the same form without common eigenvectors", this with { IsCommuting = false, Samples = [2] }, Form),
        new("α exp(…) in place of α² exp(…)", this with { HasFirstPower = true }, Form),
        new("the bound falls like the cube of the logarithm", this with { GapPower = 3 }, Least),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples.Any(m => m >= MatrixSize)
            ? ["There have to be fewer measurements than rows: otherwise they need not leave a choice."]
            : [];

    public override int Decisions => 2;

    protected override Experiment<CommutingFactorizationCell, CommutingFactorizationOutcome> Experiment { get; } =
        new CommutingFactorizationExperiment();

    protected override IReadOnlyList<CommutingFactorizationCell> Cells =>
        [
            .. from m in Samples
            where m < MatrixSize
            from α in Scales
            select new CommutingFactorizationCell(MatrixSize, m, α, IsCommuting),
        ];

    // The limit was enclosed on each of 1200 draws: on all but 4 in a thousand, with 99 % confidence.
    private const double OpenShare = 0.004;

    protected override int TrialsNeeded(double level)
    {
        int trials = TrialDesign.TrialsNeeded(1 - TrialDesign.LargestUnseenShare, 1 - OpenShare, level);
        return (trials + Cells.Count - 1) / Math.Max(1, Cells.Count);
    }

    protected override Evidence Judge(
        Examination<CommutingFactorizationCell, CommutingFactorizationOutcome> examination)
    {
        return Evidence.All([
            examination
                .ForAll(
                    "relative distance of log X − 2 log α·I to the span of the A_i",
                    (_, o) => HasFirstPower ? o.OffFirstPower : o.OffExponential,
                    (_, o) => o.Error,
                    "error of the enclosed limit over the least eigenvalue, as the logarithm is Lipschitz",
                    resolution: 1e-3).Named(Form),
            // A flow without an enclosed limit has a residual that is not a number: it is open.
            examination.Given((_, o) => !o.Finished || o.LogRange > 0.1).ForAll(
                "(tr X − dual value)/tr X ≤ n/(e·log(λ_max/α²))",
                (cell, o) => o.Excess - cell.Size / (ElementaryFunctions.Exp(1) * Power(o.LogRange)),
                (_, o) => o.ExcessError,
                "error of the enclosed limit",
                resolution: 1e-3).Named(Least),
        ]);
    }

    private double Power(double value)
    {
        double power = 1;
        for (int i = 0; i < GapPower; i++)
            power *= value;
        return power;
    }
}
