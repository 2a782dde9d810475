using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The talk from end to end: "Proper Initialization. Main Result" puts W0ᵀW0 = mI below the barrier for m > Cd²,
// "Convergence of Gradient Descent" takes it from there, and "Sample Complexity" makes what it reaches the teacher.
// Every link is certified on every draw.

/// <summary>From W0ᵀW0 = mI gradient descent reaches a random teacher of width Cd².</summary>
public sealed partial record IdentityStartReachesTheTeacher : Claim<IdentityStartCell, IdentityStartOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/identity-start-reaches-the-teacher",
        Title = "From W0ᵀW0 = mI, m ≥ Cd², gradient descent starts below the barrier and reaches the teacher",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At(
            "Remarks, (c); Proper Initialization. Main Result; Optimization Landscape: Convergence of Gradient "
                + "Descent; the constants are derived here"),
        Quotations =
        [
            "Gradient descent, provided initialized properly, “approximately” minimizes the empirical risk, and "
                + "recovers the planted weights in polynomial time.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"W_0^TW_0=mI \Rightarrow \text{gradient descent recovers the planted weights in polynomial time, for "
                + @"every } N")
        {
            Corrected =
                """
                W^*\in\mathbb{R}^{m\times d} \text{ standard normal},\ m=16d^2,\ N=32\,\tfrac{d(d+1)}{2},\ W_0^TW_0=mI:
                \quad \mathbb{P}\Big[\theta=\frac{\widehat{\mathcal{L}}(W_0)}{\lambda_{\min}\sigma^4}<1 \text{ and }
                \|W_k^TW_k-W^{*T}W^*\|_F\le 10^{-6}\sigma^2 \text{ for some }
                k\le\frac{\ln(10^{12}\theta)}{8\eta\lambda_{\min}(1-\sqrt\theta)\sigma^2}+1\Big]\ge 0.9
                """,
            Reason =
                "The remark, like the theorem behind it, names no number of samples. On fewer than d(d+1)/2 of them "
                + "students interpolate away from the teacher (descent-needs-samples): from one sample x descent "
                + "does not "
                + "move zᵀWᵀWz = m for z orthogonal to x, whatever the teacher has there.",
        },
        Hypotheses =
        [
            "data i.i.d. with i.i.d. centered sub-Gaussian coordinates, Var(x²) > 0",
            "η = 1/L_s, λ_min the least eigenvalue of the empirical tensorized covariance, σ = σ_min(W*)",
            "16 and 32 are constants that suffice at the sizes examined (Gaussian data)",
            "the planted weights are recovered through W*ᵀW*, that is up to an orthogonal factor on the left: no risk "
                + "tells QW* from W*",
        ],
        Method =
            "Each trial draws S* = W*ᵀW* and data, certifies that the start lies below the barrier, descends by "
            + "constant steps, and counts as a success if the teacher is reached within the number of iterations that "
            + "the certified rate allows. A start off by fifteen percent shows.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 16, Size = true)]
    public Choices<int> Dimensions { get; init; } = [5];

    [Parameter("c", "constant C of the width m = C·d²", Minimum = 1, Maximum = 1024)]
    public int Constant { get; init; } = 16;

    [Parameter("power", "power of d in the width m", Minimum = 1, Maximum = 3)]
    public int Power { get; init; } = 2;

    [Parameter("n-per-dim", "N divided by d(d+1)/2", Minimum = 1, Maximum = 1024)]
    public int SamplesPerDimension { get; init; } = 32;

    [Parameter("start", "W0ᵀW0 in units of m·I", Minimum = 0, Maximum = 100)]
    public double Start { get; init; } = 1;

    public override Claim AsPrinted => this with { SamplesPerDimension = 1 };

    public override string PrintedPart => Reached;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("m = 16d", this with { Power = 1 }, Reached),
        new("W0ᵀW0 = 1.15·mI", this with { Start = 1.15 }, Reached),
        new("W0ᵀW0 = 0.85·mI", this with { Start = 0.85 }, Reached),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (
                string unmet in LawHypotheses
                    .Varying(Laws)
                    .Concat(LawHypotheses.OneOf(Laws, "C = 16", CoordinateLaw.Gaussian)))
                yield return unmet;
            if (Constant < 16 || Power < 2)
                yield return "a teacher narrower than 16d²";
            if (SamplesPerDimension < 32)
                yield return "fewer than 32·d(d+1)/2 samples";
            if (!Start.Equals(1))
                yield return "a start other than W0ᵀW0 = mI";
        }
    }

    public override int Decisions => Laws.Count * Dimensions.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [5, 8] },
        _ => this with { Dimensions = [5, 8, 12] },
    };

    protected override Experiment<IdentityStartCell, IdentityStartOutcome> Experiment { get; } =
        new IdentityStartExperiment();

    protected override IReadOnlyList<IdentityStartCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let m = Enumerable.Repeat(d, Power).Aggregate(Constant, (product, factor) => product * factor)
           select new IdentityStartCell(
               law,
               d,
               m,
               SamplesPerDimension * SymmetricVectorization.Dimension(d),
               Start * m),
    ];

    // One in a hundred may fail.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(0.9, 0.99, level / 2);

    // One statement at every law and dimension.
    private const string Reached = "teacher-reached";

    protected override Evidence Judge(Examination<IdentityStartCell, IdentityStartOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().Select(cell => cell.Part.Count(
                $"starts below the barrier and reaches the teacher in time: {cell.Cell.Law}, "
                    + $"d = {cell.Cell.Dimension}, m = {cell.Cell.Width}, N = {cell.Cell.Samples}",
                happened: (_, o) => o.Depth < 1 && o.Distance <= 1e-6 && o.Steps <= o.StepsAllowed,
                certain: (_, o) =>
                    !(o.Depth is >= 1 and < 1 + 1e-9)
                    && (o.Distance <= 1e-6 || o.Depth >= 1 || o.Steps >= o.StepsAllowed),
                probability: 0.9).Named(Reached)),
        ]);
}
