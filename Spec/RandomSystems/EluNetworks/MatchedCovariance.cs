using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.EluNetworks;

// Mehler: E σ(⟨w, z⟩)σ(⟨w′, z⟩) = Σ c_k²⟨w, w′⟩^k for unit vectors, so that
// E f f′ = (a²/m)Σ_jl s_j s_l Σ_k c_k²⟨w_j, w′_l⟩^k. Where rows meet neuron by neuron and the signs sum to 0, the term
// k = 0 cancels and a²Σ_{k≥1}c_k²q^k is left. The variance and E σ(g)σ(−g), both without the expansion, check all c_k
// at once.

/// <summary>The covariance of y − f that a Gaussian system has to match.</summary>
public sealed record MatchedCovariance : Claim<EluCovarianceCell, EluCovarianceOutcome>
{
    private const string Variance = "variance", Antipode = "antipode", Network = "network";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/matched-covariance",
        Title = "The network's covariance is ξ(q) = 1 + a²Σ_{k≥1}c_k²q^k, c_k the Hermite coefficients of ELU",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Experiments vs Gaussian Theory"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \|w_j\|=\|w'_j\|=1,\ \langle w_j,w'_l\rangle=q\,1_{j=l},\ \sum_js_j=0:\quad
            \mathbb{E}(y-f(z;W))(y-f(z;W'))=1+a^2\sum_{k\ge1}c_k^2q^k;
            J_c=e^{c^2/2}\Phi(-c),\ c_1=\tfrac12+J_1,\quad
            \sqrt{k!}\,c_k=J_1-\tfrac1{\sqrt{2\pi}}\sum_{i\le k-3}\mathrm{He}_i(0)\ (k\ge2);
            \sum_{k\ge1}c_k^2=1+J_2-2J_1-c_0^2,\quad \sum_{k\ge0}(-1)^kc_k^2=-2J_1,\quad
            \text{rests after } K\ge2 \text{ below } 0.035\,K^{-5/2}
            """),
        Hypotheses =
        [
            "unit rows: the ball ‖W‖_F² ≤ m has others",
            "rows of different neurons are orthogonal: else E f f′ depends on them, through ⟨Σs_jw_j, Σs_lw′_l⟩ most",
            "the signs s_j sum to 0",
        ],
        Method =
            "Coefficients enclosed by interval arithmetic; their sums up to 64 terms against moments of σ(g) that need "
            + "no expansion, which any wrong coefficient up to the sixth would miss. Products of two networks' outputs "
            + "over normal inputs, by an interval valid for every law of the proven deviation √(E f⁴). The talk says "
            + "\"Approx matching covariance\" and not how it was matched.",
    };

    [Parameter("width", "m, even", Minimum = 2, Maximum = 100)]
    public int Width { get; init; } = 8;

    [Parameter("amplitude", "a", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Amplitudes { get; init; } = [1, 2];

    [Parameter("overlap", "q", Minimum = -1, Maximum = 1)]
    public Choices<double> Overlaps { get; init; } = [0.5, 1];

    [Parameter("first-degree", "k from which on the sum of the c_k² goes", Minimum = 0, Maximum = 2)]
    public int FirstDegree { get; init; } = 1;

    [Parameter("amplitude-power", "power of a before the sum", Minimum = 0, Maximum = 4)]
    public double AmplitudePower { get; init; } = 2;

    [Parameter("overlap-power", "power of q that stands for q", Minimum = 1, Maximum = 4)]
    public int OverlapPower { get; init; } = 1;

    [Parameter("has-jumps", "whether the jump of σ″ at 0 counts")]
    public bool HasJumps { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("E σ² in place of the variance: c_0² added", this with { FirstDegree = 0 }, Variance),
        new("√k!·c_k = J_1 for all k ≥ 2, without the jump of σ″", this with { HasJumps = false }, Antipode),
        new("a in place of a²", this with { AmplitudePower = 1 }, Network),
        new("q² in place of q", this with { OverlapPower = 2 }, Network),
    ];

    public override IEnumerable<string> UnmetHypotheses => Width % 2 == 0 ? [] : ["the signs sum to 0: m is even"];

    public override int Decisions => Cells.Count;

    protected override Experiment<EluCovarianceCell, EluCovarianceOutcome> Experiment { get; } =
        new EluCovarianceExperiment();

    protected override IReadOnlyList<EluCovarianceCell> Cells =>
    [
        .. from a in Amplitudes
           from q in Overlaps
           select new EluCovarianceCell(Width - Width % 2, a, q, Draws),
    ];

    protected override int TrialsNeeded(double level)
    {
        int trials = 2;
        while (Law(amplitude: 1).HalfWidth(trials, standardError: 0, level) > Resolution)
            trials += 1 + trials / 50;
        return trials;
    }

    protected override Evidence Judge(Examination<EluCovarianceCell, EluCovarianceOutcome> examination) =>
        Evidence.All(
        [
            Sums(examination, q: 1, EluExpansion.Variance, FirstDegree, "|Var σ(g) − Σ_{1≤k≤K}c_k²|").Named(Variance),
            Sums(examination, q: -1, EluExpansion.Antipode, 0, "|E σ(g)σ(−g) − Σ_{k≤K}(−1)^k c_k²|").Named(Antipode),
            .. examination.ByCell().Select(part => part.Part.Agree(
                FormattableString.Invariant(
                    $"E f(z; W)f(z; W′), a = {part.Cell.Amplitude}, q = {part.Cell.Overlap}"),
                (_, o) => o.MeanProduct,
                Theory(part.Cell),
                finiteSizeCorrection: 1e-6 * part.Cell.Amplitude * part.Cell.Amplitude,
                Resolution * part.Cell.Amplitude * part.Cell.Amplitude,
                Law(part.Cell.Amplitude)).Named(Network)),
        ]);

    private const int Draws = 1024;

    // Less than half of what tells q² from q at ½, which is 0.152a².
    private const double Resolution = 0.07;

    private static readonly int[] Terms = [2, 4, 8, 16, 32, EluExpansion.LargestDegree];

    // E f⁴ = a⁴(3V²(1 − 1/m) + μ₄/m), V the variance and μ₄ ≤ E(|g| + c_0)⁴ < 4.2 the fourth moment of σ(g) − c_0.
    private MeanLaw Law(double amplitude)
    {
        double variance = EluExpansion.Variance.Upper, m = Width - Width % 2;
        double fourth = 3 * variance * variance * (1 - 1 / m) + 4.2 / m;
        return MeanLaw.OfDeviation(amplitude * amplitude * Math.Sqrt(fourth / Draws));
    }

    // To the 10⁻⁶ that the terms beyond the last leave; without them at q = 1.
    private double Theory(EluCovarianceCell cell)
    {
        Interval q = Interval.Power(cell.Overlap, OverlapPower);
        double power = AmplitudePower == 2 ? cell.Amplitude * cell.Amplitude
            : AmplitudePower == 1 ? cell.Amplitude
            : Powers.Real(cell.Amplitude, AmplitudePower);
        return power * EluExpansion.Sum(q, 1, EluExpansion.LargestDegree).Midpoint;
    }

    private Evidence Sums(
        Examination<EluCovarianceCell, EluCovarianceOutcome> examination, double q, Interval moment, int from,
        string statement)
    {
        Interval[] rests =
        [
            .. Terms.Select(K => Interval.Abs(moment - EluExpansion.Sum(q, from, K, HasJumps))),
        ];
        return examination.Approaches(
            statement,
            [.. Terms.Zip(rests, (K, rest) => ((double)K, rest.Midpoint))],
            tolerance: rests.Max(rest => rest.Width),
            rate: 2.5,
            constant: EluExpansion.RestConstant,
            resolution: 2e-6);
    }
}
