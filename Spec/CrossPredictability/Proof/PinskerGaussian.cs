using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// Two normal laws of covariance σ²I at distance γΔ: TV = 2Φ(γΔ/2σ) − 1, concave, of slope 1/√(2π) at 0. Pinsker's
// inequality gives ½ in its place. E_F of it goes below the root of the mean square by Jensen.

/// <summary>The distance of one noisy step.</summary>
public sealed record PinskerGaussian : Claim<SingleFunctionCell, SingleFunctionOutcome>
{
    private const string Single = "one function", Class = "two functions";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/pinsker-gaussian",
        Title = "One noisy step changes the law by γ‖Δ‖/(√(2π)σ) at most, a fifth less than by Pinsker's inequality",
        Kind = ClaimKind.Inequality,
        Source = CrossPredictabilityTalk.At("CP: information-theoretic argument"),
        Quotations =
        [
            @"$$\mathbb{E}_F d(Q_F, Q_\star)_{TV} \leq \frac{\gamma}{2\sigma} (\mathbb{E}_F \|\mathbb{E}_{D_F} \nabla"
                + @" - \mathbb{E}_{D_\star} \nabla\|_2^2)^{1/2} \quad (\text{Pinsker's inequality})$$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            \mathbb{E}_F\,d(Q_F,Q_\star)_{TV}\le\frac{\gamma}{2\sigma}(\mathbb{E}_F\|\Delta_F\|^2)^{1/2},
            \ \Delta_F=\mathbb{E}_{D_F}\nabla-\mathbb{E}_{D_\star}\nabla
            """)
        {
            Corrected =
                """
                \mathbb{E}_F\,d(Q_F,Q_\star)_{TV}
                \le\frac{\gamma}{\sqrt{2\pi}\,\sigma}(\mathbb{E}_F\|\Delta_F\|^2)^{1/2}
                """,
            Reason =
                "The distance is $2\\Phi(\\gamma\\|\\Delta\\|/2\\sigma)-1$, which is concave and has the slope "
                + "$1/\\sqrt{2\\pi}=0.3989$ at 0; no smaller constant serves.",
        },
        Hypotheses =
        [
            "Q_F, Q_⋆ the laws of one step from the same weights", "the noise is N(0, σ²) on each edge, independent",
        ],
        Method =
            "Distances in closed form, enclosed, for differences from σ/1000 to 8σ, and for the mean over two "
            + "functions of different correlation.",
    };

    [Parameter("distance", "γΔ, of one standard deviation 1", Minimum = 1e-6, Maximum = 1000)]
    public Choices<double> Distances { get; init; } = [0.0009765625, 0.0625, 0.5, 1, 2, 4, 8];

    [Parameter("factor", "times 1/√(2π)", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("square", "whether the mean square stands without its root, and without the factor before")]
    public bool IsSquare { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.99/√(2π)", this with { Factor = 0.99 }, Single),
        new("the mean square without its root", this with { IsSquare = true }, Single),
        new("0.99/√(2π) in the mean over both", this with { Factor = 0.99 }, Class),
    ];

    protected override Experiment<SingleFunctionCell, SingleFunctionOutcome> Experiment { get; } =
        new SingleFunctionExperiment();

    protected override IReadOnlyList<SingleFunctionCell> Cells =>
    [
        .. from d in Distances
           from c in (double[])[1, 0.875]
           select new SingleFunctionCell(c, d, 1, 1, IsSquare: false),
    ];

    protected override Evidence Judge(Examination<SingleFunctionCell, SingleFunctionOutcome> examination) =>
        Evidence.All(
        [
            examination.ForAllCertainly(
                "distance less its bound",
                (cell, o) => o.Step - Bound(Interval.Square(Interval.Of(cell.Rate) * cell.Correlation))).Named(Single),
            PairsOf(examination).ForAllCertainly(
                "mean distance over both functions less its bound",
                (cell, o) => (o.Step + Other(examination, cell)) / 2
                    - Bound((Interval.Square(cell.Rate) + Interval.Square(Interval.Of(cell.Rate) * 0.875)) / 2))
                .Named(Class),
        ]);

    private static Examination<SingleFunctionCell, SingleFunctionOutcome> PairsOf(
        Examination<SingleFunctionCell, SingleFunctionOutcome> examination) =>
        examination.Where(cell => cell.Correlation >= 1);

    private static Interval Other(
        Examination<SingleFunctionCell, SingleFunctionOutcome> examination, SingleFunctionCell cell) =>
        examination.Observations.First(other => other.Cell == cell with { Correlation = 0.875 }).Outcome.Step;

    private Interval Bound(Interval meanSquare) => Factor * (IsSquare ? meanSquare : Interval.Sqrt(meanSquare))
        / Interval.Sqrt(2 * IntervalFunctions.Pi);
}
