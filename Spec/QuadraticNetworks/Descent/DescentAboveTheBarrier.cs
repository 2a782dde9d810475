using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "Remarks"(c): gradient descent succeeds "provided initialized properly". Properly means below the barrier; that is
// sufficient. It is not necessary: rank-deficient stationary points are strict saddles for m̂ ≥ d, and random starts
// high above the barrier reach the teacher too.

/// <summary>Starts far above the barrier reach the teacher too, given enough samples.</summary>
public sealed record DescentAboveTheBarrier : Claim<RandomStartCell, RandomStartOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-above-the-barrier",
        Title = "Starting below the barrier is not necessary: random starts far above it reach the teacher",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At(
            "Remarks, (c); Optimization Landscape: Convergence of Gradient Descent; the statement is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \hat m\ge d,\ N\ge 16\,\tfrac{d(d+1)}{2},\ W_0 \text{ i.i.d. } N(0,9\sigma^2), \ \sigma=\sigma_{\min}(W^*),
            \text{ with } \widehat{\mathcal{L}}(W_0)\ge 10\cdot\tfrac12 C\sigma^4:
            \quad \mathbb{P}\big[\|W_k^TW_k-W^{*T}W^*\|_F\le 10^{-6}\sigma^2 \text{ for some } k\le10^4\big]\ge 0.9
            """),
        Hypotheses =
        [
            "data i.i.d. with i.i.d. centered coordinates, Var(x²) > 0; of the laws examined, as coordinates that are "
                + "seldom other than 0 need more samples",
            "width m̂ ≥ d",
            "N ≥ 16·d(d+1)/2 (a number that suffices at the sizes examined)",
            "two teachers: aligned, σ_i² = σ²(1 + i/d), i = 0, …, d − 1, with its weakest direction where the barrier "
                + "of the law is lowest; Gaussian of width 8d (standard tier). Others are not examined",
        ],
        Method =
            "Starts of i.i.d. Gaussian weights, of standard deviation 3σ, descend by the longest steps known to lower "
            + "the risk where they stand; those below ten times the barrier are left out. A trial succeeds if the "
            + "teacher is reached. It fails only for certain: where the student is narrower than d, or what is left "
            + "of the risk bounds the length of all steps up to the ten thousandth (Ση‖∇L̂‖² ≤ 2L̂) below the way to "
            + "the teacher. A run that ends before either is open.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [3];

    [Parameter("extra-width", "student width m̂ minus d", Minimum = -1, Maximum = 64, Size = true)]
    public int ExtraWidth { get; init; } = 2;

    [Parameter("n-per-dim", "N divided by d(d+1)/2, rounded down", Minimum = 0.1, Maximum = 256)]
    public double SamplesPerDimension { get; init; } = 16;

    [Parameter(
        "teacher", "0: the aligned teacher; k: Gaussian planted weights of width k·d", Minimum = 0, Maximum = 64,
        Size = true)]
    public Choices<int> Teachers { get; init; } = [0];

    [Parameter("start", "standard deviation of the starting weights over σ_min(W*)", Minimum = 0, Maximum = 1000)]
    public double Start { get; init; } = 3;

    [Parameter("steps", "most steps that are followed", Minimum = 1, Maximum = 10_000)]
    public int Steps { get; init; } = 600;

    [Parameter("reaches", "whether the teacher is said to be reached, or to be missed")]
    public bool Reaches { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("gradient descent fails whenever it starts on the barrier or above", Focused() with { Reaches = false }),
        new("from W0 = 0", Focused() with { Start = 0 }),
        new("from half of d(d+1)/2 samples on", Focused() with { SamplesPerDimension = 0.5 }),
        new("students of width d − 1", Focused() with { ExtraWidth = -1 }),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (string unmet in LawHypotheses.Varying(Laws))
                yield return unmet;
            if (ExtraWidth < 0)
                yield return "a student narrower than d does not reach a teacher of rank d";
            if (SamplesPerDimension < 16)
                yield return "fewer than 16·d(d+1)/2 samples";
            if (Start <= 0)
                yield return "W0 = 0 is no random start";
        }
    }

    public override int Decisions => Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Dimensions = [2, 4, 6],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Steps = 2000,
            Teachers = [0, 8],
        },
        _ => this with
        {
            Dimensions = [2, 4, 6, 8, 10],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Steps = 10_000,
            Teachers = [0, 8],
        },
    };

    protected override Experiment<RandomStartCell, RandomStartOutcome> Experiment { get; } =
        new RandomStartExperiment();

    protected override IReadOnlyList<RandomStartCell> Cells =>
        RandomStartDesign.Cells(Laws, Dimensions, Teachers, SamplesPerDimension, ExtraWidth, Start, Steps);

    // One in a hundred may fail.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(0.9, 0.99, level / 2);

    protected override Evidence Judge(Examination<RandomStartCell, RandomStartOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().Select(cell => cell.Part.Count(
                $"{(Reaches ? "reached" : "missed")} the teacher from ten times the barrier or more: "
                    + RandomStartDesign.Name(cell.Cell),
                happened: (_, o) => IsReached(o) == Reaches,
                certain: (c, o) => IsReached(o) || c.Width < c.Dimension || o.LeastDistance - o.Drift > Reached,
                probability: 0.9,
                premise: (c, o) => o.StartRisk >= 5 * c.Law.BarrierConstant)),
        ]);

    private const double Reached = 1e-6;

    private static bool IsReached(RandomStartOutcome o) => o.LeastDistance <= Reached;

    // One law and dimension refute a wrong variant; more would only dilute the risk.
    private DescentAboveTheBarrier Focused() =>
        this with
        {
            Laws = [CoordinateLaw.Gaussian],
            Dimensions = [3],
            Teachers = [0],
        };
}
