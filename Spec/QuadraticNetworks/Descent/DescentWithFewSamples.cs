using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// Below N = d(d+1)/2 interpolants other than the teacher exist ("Sample Complexity", second bullet). That descent finds
// such a one, and not the teacher, is a further statement: the training risk goes to zero and the population risk stays
// on the barrier or above.

/// <summary>With too few samples gradient descent fits the data and misses the teacher.</summary>
public sealed record DescentWithFewSamples : Claim<RandomStartCell, RandomStartOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-with-few-samples",
        Title = "On half of d(d+1)/2 samples descent fits the data and stays away from the teacher",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At(
            "Sample Complexity, theorem, second bullet; Convergence of Gradient Descent; the statement is derived here"
        ),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            N=\tfrac12\cdot\tfrac{d(d+1)}{2},\ W_0 \text{ i.i.d. } N(0,\sigma^2),\ \sigma=\sigma_{\min}(W^*):
            \quad \mathbb{P}\big[100\,\widehat{\mathcal{L}}(W_K)\le\mathcal{L}(W_K) \text{ and } \mathcal{L}(W_K)\ge C\sigma^4\big]\ge 0.9
            \text{ after } K\ge2000 \text{ steps}
            """),
        Hypotheses =
        [
            "data i.i.d. with i.i.d. centered coordinates, Var(x²) > 0, d ≥ 4",
            "N = ½·d(d+1)/2 rounded down, or fewer; width m̂ ≥ d; starting weights i.i.d. Gaussian of standard "
                + "deviation σ",
            "two teachers: aligned, σ_i² = σ²(1 + i/d), i = 0, …, d − 1, with its weakest direction where the barrier "
                + "of the law is lowest; Gaussian of width 8d (standard tier). Others are not examined",
        ],
        Method =
            "Such starts descend by the longest steps known to lower the risk, K of them or until nothing but "
            + "rounding is left. A trial succeeds if then the training risk is at most a hundredth of the population "
            + "risk, and the population risk at least Cσ⁴; no student of rank below d has less: the least of theirs "
            + "is b_dσ⁴ > Cσ⁴. Half of the draws end within some thirty times Cσ⁴: twenty times shows, twice does "
            + "not.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [4];

    [Parameter("extra-width", "student width m̂ minus d", Minimum = -1, Maximum = 64, Size = true)]
    public int ExtraWidth { get; init; } = 2;

    [Parameter("n-per-dim", "N divided by d(d+1)/2, rounded down", Minimum = 0.1, Maximum = 256)]
    public double SamplesPerDimension { get; init; } = 0.5;

    [Parameter(
        "teacher", "0: the aligned teacher; k: Gaussian planted weights of width k·d", Minimum = 0, Maximum = 64,
        Size = true)]
    public Choices<int> Teachers { get; init; } = [0];

    [Parameter("start", "standard deviation of the starting weights over σ_min(W*)", Minimum = 0, Maximum = 1000)]
    public double Start { get; init; } = 1;

    [Parameter("steps", "steps K", Minimum = 1, Maximum = 20_000)]
    public int Steps { get; init; } = 2000;

    [Parameter("factor", "factor before Cσ⁴ in the bound of the population risk", Minimum = 0, Maximum = 1e9)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("on 4·d(d+1)/2 samples", Focused() with { SamplesPerDimension = 4 }),
        new("population risk of at least 20Cσ⁴", Focused() with { Factor = 20 }),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (string unmet in LawHypotheses.Varying(Laws))
                yield return unmet;
            if (Dimensions.Any(d => d < 4))
                yield return "fewer than four dimensions";
            if (ExtraWidth < 0)
                yield return "a student narrower than d";
            if (SamplesPerDimension > 0.5)
                yield return "more than half of d(d+1)/2 samples";
            if (Steps < 2000)
                yield return "fewer than 2000 steps";
            if (!Start.Equals(1))
                yield return "starting weights of another standard deviation than σ";
        }
    }

    public override int Decisions => Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Dimensions = [4, 6],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Steps = 4000,
            Teachers = [0, 8],
        },
        _ => this with
        {
            Dimensions = [4, 6, 8, 10],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Steps = 20_000,
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
                $"fits the data and misses the teacher: {RandomStartDesign.Name(cell.Cell)}",
                happened: (c, o) =>
                    o.Risk <= o.PopulationRisk / 100 && o.PopulationRisk >= Factor * c.Law.BarrierConstant,
                certain: (_, _) => true,
                probability: 0.9)),
        ]);

    // One law and dimension refute a wrong variant; more would only dilute the risk.
    private DescentWithFewSamples Focused() =>
        this with
        {
            Laws = [CoordinateLaw.Gaussian],
            Dimensions = [Dimensions[0]],
            Teachers = [0],
        };
}
