using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// Implicit in the energy barrier: W_{k+1} = W_k(I − 4ηR) never gains rank, so that a start of rank below d stays above
// the barrier for ever. In floating point only a deficiency in the rows themselves survives. The least risk is searched
// on another route, through the dual.

/// <summary>Gradient descent never gains rank, and rank-deficient starts end on the barrier or above.</summary>
public sealed record RankNeverIncreases : Claim<DeficientDescentCell, DeficientDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/rank-never-increases",
        Title = "Gradient descent never gains rank: starts of rank below d stay on the barrier or above",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: An Energy Barrier; Convergence of Gradient Descent; the statement is derived here"
        ),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            W_{k+1}=W_k(I-4\eta_k\widehat R_k) \Rightarrow \mathrm{rank}(W_{k+1})\le\mathrm{rank}(W_k);
            \quad \mathrm{rank}(W_0)\le d-1 \Rightarrow \widehat{\mathcal{L}}(W_k)\ge\min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W)
            \ge\lambda_{\min}(\widehat G)\,\sigma_{\min}(W^*)^4 \text{ for all } k
            """),
        Hypotheses =
        [
            "exact arithmetic; in floating point a row that is zero, or equal to another",
            "rank(W*) = d, λ_min(Ĝ) > 0",
        ],
        Method =
            "Students of width d with a zero row or with two equal rows descend. The structure has to survive to the "
            + "last bit, and no risk may fall below λ_min(Ĝ)σ⁴, which is proven (descents end some 1.1 to 10 times "
            + "above it). The least risk of rank-deficient students is searched through its dual as well, without "
            + "descending; that the two searches agree in most draws accompanies the claim: either may end in a "
            + "minimum that is not the least.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("n-per-dim", "N divided by d(d+1)/2", Minimum = 2, Maximum = 256)]
    public int SamplesPerDimension { get; init; } = 8;

    [Parameter("steps", "number of steps", Minimum = 1, Maximum = 20_000)]
    public int Steps { get; init; } = 800;

    [Parameter("projected", "whether starts are projected off a direction in floating point")]
    public bool Projected { get; init; }

    [Parameter("factor", "factor before λ_min(Ĝ)σ⁴", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    // The dual search stops where its gradient is 10⁻⁸σ⁴, of second order in the minimum.
    private const double SearchTolerance = 1e-6;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "numerically projected starts stay on the barrier",
            this with
            {
                Projected = true,
                Laws = [CoordinateLaw.Gaussian],
            },
            "bound"),
        new("twice λ_min(Ĝ)σ⁴", this with { Factor = 2 }, "bound"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws).Concat(
        Projected ? ["a deficiency that is not in the rows themselves does not survive rounding"] : []);

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4], Steps = 5000 },
        _ => this with { Dimensions = [2, 3, 4, 5, 6], Steps = 20_000 },
    };

    protected override Experiment<DeficientDescentCell, DeficientDescentOutcome> Experiment { get; } =
        new DeficientDescentExperiment();

    protected override IReadOnlyList<DeficientDescentCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from start in Projected
               ? (DeficientStart[])[DeficientStart.Projected]
               : [DeficientStart.ZeroRow, DeficientStart.EqualRows]
           select new DeficientDescentCell(
               law,
               d,
               SamplesPerDimension * SymmetricVectorization.Dimension(d),
               start,
               Steps),
    ];

    protected override int TrialsNeeded(double level) =>
        Math.Max(TrialsOverDesign(level), SearchAgreement.Trials(level, Cells.Count));

    protected override Evidence Judge(Examination<DeficientDescentCell, DeficientDescentOutcome> examination)
    {
        Examination<DeficientDescentCell, DeficientDescentOutcome> regular = examination.Given(
            (_, o) => o.LowerBound > 0);
        Evidence aboveTheBound = regular
            .ForAll(
                "L̂(W_k) ≥ c·λ_min(Ĝ)σ⁴ for all k",
                (_, o) => Factor - o.LeastRisk / o.LowerBound,
                (_, o) => o.Error / o.LowerBound,
                "rounding of the risk; the eigenvalue is narrowed by its own error").Named("bound");
        Evidence agreement = regular.Count(
            "two searches agree: L̂(W_k) ≥ the least risk found through the dual, for all k",
            (_, o) => o.LeastRisk >= o.Minimum - o.Error - o.MinimumError - SearchTolerance * o.Minimum
                ? TrialResult.Success
                : TrialResult.Failure,
            SearchAgreement.Share).Named("agreement").AsSupplement();
        if (Projected)
        {
            examination.Skip(1);
            return Evidence.All(aboveTheBound, agreement);
        }

        return Evidence.All(
            aboveTheBound,
            examination.ForAll(
                "the zero row stays zero, or the equal rows equal, to the last bit",
                (_, o) => o.IsStructured ? 0 : 1,
                (_, _) => 0,
                "bits are compared").Named("structure"),
            agreement);
    }
}
