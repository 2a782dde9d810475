using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// "conjectured in general": X₁₂ = X₁₃ = R, X₂₃ = 1, the diagonal free. The least trace is 4R − 2, at a matrix of rank 2
// (integers prove it by duality, z = (1, −1, −1)); the flow from αI goes to the rank one matrix uuᵀ, u = (R, 1, 1), of
// trace R² + 2, as α → 0. The envelope of the distance holds for every α ≤ 0.1 (derivation in docs/implicit-bias.md):
// what lies above 4R − 2 at one α does so at all smaller ones.

/// <summary>A family of completions whose flow from small starts does not go to the least nuclear norm.</summary>
public sealed partial record NuclearNormCounterexample : Claim<TriangleCompletionCell, TriangleCompletionOutcome>
{
    private const string Dual = "the least trace", Limit = "the limit";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/nuclear-norm-counterexample",
        Title =
            "Gradient flow on a factorization need not go to the least nuclear norm: trace R² + 2 where 4R − 2 "
                + "suffices",
        Kind = ClaimKind.Counterexample,
        Source = ImplicitBiasTalk.At(
            "Effect of Parametrization; the family is found here",
            "S. Gunasekar et al., arXiv:1705.09280; Z. Li, Y. Luo, K. Lyu, arXiv:2012.09839"),
        Quotations =
        [
            @"$UV \rightarrow \arg \min \|W\|_*$  s.t.  $\langle A_i, W \rangle = y_i$",
            @"with  $\text{init} \rightarrow 0$  and  $\text{stepsize} \rightarrow 0$",
            @"(proven in special cases, empirically at least approx, conjectured in general)",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"\lim_{\alpha\to0}\lim_{t\to\infty}UU^T\in\arg\min\{\|W\|_*:\langle A_i,W\rangle=y_i\},\quad U(0)=\alpha I"
        )
        {
            Corrected =
                @"X_{12}=X_{13}=R>2,\ X_{23}=1:\quad "
                    + @"\lim_{\alpha\to0}\mathrm{tr}\,X_\alpha(\infty)=R^2+2>4R-2=\min\{\mathrm{tr}\,X:X\succeq0\}",
            Reason =
                "The least trace is attained at rank 2, while the flow from a small start grows along one direction "
                    + "and stops at the solution of rank 1. The conjecture, which the talk marks as one, fails by any "
                    + "factor.",
        },
        Hypotheses =
        [
            "R > 2: at R = 2 both traces are 6",
            "α ≤ 0.1 for the envelope of the distance",
            "U(0) = αI, gradient flow",
        ],
        Method =
            "Feasibility and duality in integers. Flows at falling α, enclosed by collocation with a proven defect up "
                + "to their limits; the distance of the trace to R² + 2 stays below the envelope c(R)α², which is "
                + "proven "
                + "for every α ≤ 0.1 from the two determinants that the flow conserves.",
    };

    [Parameter("entry", "R", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Entries { get; init; } = [3, 5];

    [Parameter("least-scale", "the least α is 10 to this power", Minimum = -4, Maximum = -2, Size = true)]
    public int LeastScale { get; init; } = -4;

    [Parameter("least", "whether the trace tends to the least one, 4R − 2")]
    public bool IsLeast { get; init; }

    [Parameter("offset", "the c in R² + c", Minimum = 0, Maximum = 10)]
    public int Offset { get; init; } = 2;

    [Parameter("rate", "the power of α in the envelope of the distance", Minimum = 0.1, Maximum = 6)]
    public double Rate { get; init; } = 2;

    public override Claim AsPrinted => this with { IsLeast = true };

    public override string PrintedPart => Limit;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the trace tends to 4R − 2", this with { IsLeast = true }, Limit),
        new("the trace tends to R² + 1", this with { Offset = 1 }, Limit),
        new("the distance falls like α⁴", this with { Rate = 4 }, Limit),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Entries.Contains(2))
                yield return "R has to exceed 2: at R = 2 the rank one solution has the least trace";
        }
    }

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Entries = [3, 4, 5] };

    protected override Experiment<TriangleCompletionCell, TriangleCompletionOutcome> Experiment { get; } =
        new TriangleCompletionExperiment();

    protected override IReadOnlyList<TriangleCompletionCell> Cells =>
        [
            .. from R in Entries
            from α in (double[])[0.1, 0.01, 0.001, 0.0001]
            where α > 0.9 * TenTo(LeastScale)
            select new TriangleCompletionCell(R, α),
        ];

    protected override Evidence Judge(Examination<TriangleCompletionCell, TriangleCompletionOutcome> examination)
    {
        var parts = new List<Evidence>
        {
            examination
                .ForAll("4R − 2 is the least trace", (_, o) => o.IsCertified ? 0 : 1, (_, _) => 0, "integers")
                .Named(Dual),
        };
        foreach (int R in Entries)
        {
            Examination<TriangleCompletionCell, TriangleCompletionOutcome> part = examination
                .Where(cell => cell.Entry == R)
                .Given((_, o) => o.Finished);
            double limit = IsLeast ? 4 * R - 2 : (double)R * R + Offset;
            parts.Add(part.Approaches(
                $"the trace tends to {limit} for R = {R}",
                [
                    .. part.Observations.Select(observation =>
                        (1 / observation.Cell.Scale, Math.Abs(observation.Outcome.Trace - limit))),
                ],
                part.Observations.Count == 0
                    ? double.NaN
                    : part.Observations.Max(observation => observation.Outcome.Error),
                Rate,
                EnvelopeConstant(R),
                resolution: 0.01).Named(Limit));
        }

        return Evidence.All(parts);
    }

    // tr X = (2R² + T)/(2 + s) + 2 + 2s with T ≤ e(2 + α²)α² and s ≤ S = α² exp(½(R² + α² + ½e(2 + α²)α²)): between
    // R² + 2 − ½R²S and R² + 2 + ½T + 2S.
    private static double EnvelopeConstant(int R)
    {
        const double α2 = 0.01;
        double e = ElementaryFunctions.Exp(1), T = e * (2 + α2);
        double S = ElementaryFunctions.Exp(0.5 * ((double)R * R + α2 + 0.5 * T * α2));
        return 1.000001 * (0.5 * T + Math.Max(2, 0.5 * R * R) * S);
    }

    private static double TenTo(int power) => power switch { -2 => 0.01, -3 => 0.001, _ => 0.0001 };
}
