using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Proof;

// m_t = m₀ + D_t + M_t + P_t, P_t being what projecting took. M is a martingale with E M_T² = η²ΣE Var g ≤ σ²η²T, σ²
// the largest variance of g over all overlaps, which is a polynomial in m. Doob with p = 2: P(max|M_t| ≥ ση√T/√δ) ≤ δ.
// At ση√T/√δ = m₀/2 the paths stay within m₀/2 of m₀ + D_t, if P is small: E P is about ½η²dVTm₀, δ/8·dVm₀²/σ² of m₀.

/// <summary>Under (A1) the martingale stays below half of the start, and projecting does not change that.</summary>
public sealed record NoiseBelowTheStart : Claim<OverlapPathCell, OverlapPathOutcome>
{
    private const string Martingale = "the martingale", Band = "the band around the drift";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/noise-below-the-start",
        Title = "The martingale part is below a constant times η√T, and at (A1) the overlap is its start plus drift",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = OnlineSgdLecture.At("Proof of the theorem, ① Controlling the martingale"),
        Quotations =
        [
            @"$\mathbb{E}[|M_T|^p] \lesssim C_p \eta^p T^{\frac{p}{2}}$",
            @"that is $\boxed{\gamma \sqrt{T} = O(\frac{1}{\sqrt{d}})}$",
            @"Then: $\frac{m_0}{2} + D^t \leq m_t \leq \frac{3}{2} m_0 + D^t$ for all $t \leq T$.",
        ],
        Statement = new(
            """
            P\Big(\max_{t\le T}|M_t|\ge\frac{\sigma_k\,\eta\sqrt T}{\sqrt\delta}\Big)\le\delta,\quad
            \sigma_k^2=\max_m\operatorname{Var}g;\quad
            \frac{\sigma_k\,\eta\sqrt T}{\sqrt\delta}=\frac{m_0}2\Rightarrow
            |m_t-m_0-D_t|\le\tfrac{m_0}2 \text{ for all } t\le T \text{ with probability at least } 1-\delta
            """),
        Hypotheses = ["f = H_k/√k!", "m₀ = d^(−1/2)", "T = d^(k−1), and η as (A1) has it with the constant shown"],
        Method =
            "Paths of the exact overlap chain, split step by step; δ = ¼. The variance is a polynomial in m with "
            + "rational coefficients. The lecture drops the projection, and so does Doob's bound; here it is in, and "
            + "takes about δ/8 of m₀ in the mean at most, for which the bound leaves room. The transcript has η below "
            + "a fraction line in the bound of the maximum; the line after it, which is examined, multiplies by η.",
    };

    [Parameter("degree", "k", Minimum = 2, Maximum = 4, Size = true)]
    public Choices<int> Degrees { get; init; } = [2, 3];

    [Parameter("d", "dimensions", Minimum = 8, Maximum = 512, Size = true)]
    public Choices<int> Dimensions { get; init; } = [16, 64];

    [Parameter("delta", "δ, the probability that is left out", Minimum = 0.01, Maximum = 0.5)]
    public double Delta { get; init; } = 0.25;

    [Parameter("factor", "factor of the bound of the martingale", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("time-power", "p of η·T^p in the bound of the martingale", Minimum = 0, Maximum = 1)]
    public double TimePower { get; init; } = 0.5;

    [Parameter("width", "width of the band over m₀/2", Minimum = 0.1, Maximum = 10)]
    public double Width { get; init; } = 1;

    [Parameter("step-power", "e of a step d^e times that of (A1)", Minimum = -1, Maximum = 1)]
    public double StepPower { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("half of the constant", this with { Factor = 0.5 }, Martingale),
        new("η·T^(1/4)", this with { TimePower = 0.25 }, Martingale),
        new("a band of a quarter of m₀", this with { Width = 0.5 }, Band),
        new("η√T of order d^(−1/4)", this with { StepPower = 0.25 }, Band),
    ];

    public override int Decisions => 2 * Degrees.Count * Dimensions.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Degrees = [2, 3], Dimensions = [16, 64, 256] },
        _ => this with { Degrees = [2, 3, 4], Dimensions = [16, 64, 128] },
    };

    protected override Experiment<OverlapPathCell, OverlapPathOutcome> Experiment { get; } =
        new OverlapPathExperiment();

    protected override IReadOnlyList<OverlapPathCell> Cells =>
    [
        .. from k in Degrees
           from d in Dimensions
           select new OverlapPathCell(k, d, Step(k, d), 1 / Math.Sqrt(d), Horizon(k, d), Points: 0),
    ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(1 - Delta, 1 - Miss * Delta, level);

    protected override Evidence Judge(Examination<OverlapPathCell, OverlapPathOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().SelectMany(part => (Evidence[])
        [
            part.Part.Count(
                $"the martingale stays below its bound, k = {part.Cell.Degree}, d = {part.Cell.Dimension}",
                (cell, o) => o.LargestMartingale < Bound(cell) ? TrialResult.Success : TrialResult.Failure,
                1 - Delta).Named(Martingale),
            part.Part.Count(
                $"the overlap stays by its start plus drift, k = {part.Cell.Degree}, d = {part.Cell.Dimension}",
                (cell, o) => o.LargestDeviation <= Width * cell.Start / 2 ? TrialResult.Success : TrialResult.Failure,
                1 - Delta).Named(Band),
        ]),
    ]);

    // A Brownian path leaves ±2 within time 1 with probability 0.09, 0.36 of δ = ¼.
    private const double Miss = 0.5;

    private static long Horizon(int k, int d)
    {
        long steps = 1;
        for (int i = 1; i < k; i++)
            steps *= d;
        return steps;
    }

    private double Step(int k, int d) =>
        Math.Sqrt(Delta / (ForceVariance.Largest(k) * Horizon(k, d) * d)) / 2 * Powers.Real(d, StepPower);

    private double Bound(OverlapPathCell cell) => Factor * cell.Step * Powers.Real(cell.Steps, TimePower)
        * Math.Sqrt(ForceVariance.Largest(cell.Degree) / Delta);
}
