using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using Theory = Verification.Implementation.PolyakLojasiewicz.Conditioning.GaussianConditionNumber;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Slide 11 ①: E log κ(MMᵀ) ~ log(m/(|m − n| + 1)). Chen and Dongarra bound E log κ₂(M), m the larger dimension, from
// above by this plus 2.258; nothing is equivalent to it. Exact for n = 2 (−log T, T = 2x/(1 + x²) at x = κ₂(M), is
// exponential of rate m − 1); 2 log n + 3.0742 for squares; 2 log((√γ + 1)/(√γ − 1)) for m = γn.

/// <summary>The condition number of MMᵀ for Gaussian M.</summary>
public sealed partial record GaussianConditionNumber : Claim<GaussianConditionCell, GaussianConditionOutcome>
{
    [Parameter("two-rows", "columns m of the matrices with two rows", Minimum = 2, Maximum = 1000, Size = true)]
    public Choices<int> TwoRows { get; init; } = [2, 3, 10, 50];

    [Parameter("square", "sizes n of the square matrices", Minimum = 3, Maximum = 1000, Size = true)]
    public Choices<int> Squares { get; init; } = [10, 30];

    [Parameter("rows", "rows n of the oblong matrices", Minimum = 3, Maximum = 1000, Size = true)]
    public int Rows { get; init; } = 40;

    [Parameter("ratio", "aspect ratios m/n of the oblong matrices", Minimum = 2, Maximum = 100, Size = true)]
    public Choices<int> Ratios { get; init; } = [2, 10];

    [Parameter(
        "shift", "k − m, where two rows have the mean √π Γ(k/2)/Γ((k+1)/2) and −log T has rate k", Minimum = -1,
        Maximum = 5)]
    public int Shift { get; init; } = -1;

    [Parameter("power", "log κ(MMᵀ) over log κ₂(M) in the limits", Minimum = 1, Maximum = 4)]
    public int LimitPower { get; init; } = 2;

    [Parameter("bound-power", "log κ(MMᵀ) over log κ₂(M) in the upper bound", Minimum = 1, Maximum = 4)]
    public int BoundPower { get; init; } = 2;

    [Parameter("smaller-dimension", "whether the smaller dimension stands in the numerator of the bound")]
    public bool SmallerDimension { get; init; }

    [Parameter("equivalence",
        "whether the mean is log(m/(|m−n|+1)) up to a constant factor: the ratio at two rows does not grow with m")]
    public bool Equivalence { get; init; }

    public override Claim AsPrinted => this with { Equivalence = true, TwoRows = [8, 16, 32, 64, 128, 256, 512] };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("two rows: m in place of m − 1", this with { Shift = 0 }, "two-rows"),
        new("limits of log κ₂(M) for log κ(MMᵀ)", this with { LimitPower = 1 }, "limit"),
        new("the bound of log κ₂(M) for log κ(MMᵀ)", this with { BoundPower = 1 }, "bound"),
        new("the smaller dimension in the numerator of the bound", this with { SmallerDimension = true }, "bound"),
    ];

    public override int Decisions => Equivalence ? 1 : Cells.Sum(cell => cell.Rows == 2 ? 3 : 2);

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            TwoRows = [2, 3, 5, 10, 50, 200],
            Squares = [10, 30, 100],
            Rows = 100,
            Ratios = [2, 4, 10],
        },
        _ => this with
        {
            TwoRows = [2, 3, 4, 5, 10, 50, 200, 1000],
            Squares = [5, 10, 30, 100, 300],
            Rows = 300,
            Ratios = [2, 4, 10, 100],
        },
    };

    protected override Experiment<GaussianConditionCell, GaussianConditionOutcome> Experiment { get; } =
        new GaussianConditionExperiment();

    protected override IReadOnlyList<GaussianConditionCell> Cells =>
    [
        .. TwoRows.Select(m => new GaussianConditionCell(2, m, 1)),
        .. Equivalence ? [] : Squares.Select(n => new GaussianConditionCell(n, n, 1)),
        .. Equivalence ? [] : Ratios.Select(γ => new GaussianConditionCell(Rows, γ * Rows, 1)),
    ];

    // With ln(4/level) = ℓ and draws of deviation 2.3 clipped at C ≤ 31 the empirical Bernstein interval has the
    // half-width 2.3√(2ℓ/N) + 7Cℓ/(3N): 0.9 for N = 120ℓ. A share of one half is known to √(ℓ/(2N)) = 0.065.
    protected override int TrialsNeeded(double level) => (int)Math.Ceiling(120 * ElementaryFunctions.Log(4 / level));

    protected override Evidence Judge(Examination<GaussianConditionCell, GaussianConditionOutcome> examination)
    {
        return Equivalence
            ? IsEquivalent(examination)
            : Evidence.All([.. examination.ByCell().SelectMany(part => Parts(part.Cell, part.Part))]);
    }

    private IEnumerable<Evidence> Parts(
        GaussianConditionCell cell, Examination<GaussianConditionCell, GaussianConditionOutcome> part)
    {
        int n = cell.Rows, m = cell.Columns;
        if (n == 2)
        {
            int k = m + Shift;
            foreach ((string name, double quantile) in ((string, double)[])[("¼", 0.25), ("½", 0.5), ("¾", 0.75)])
            {
                double threshold = ElementaryFunctions.Log(quantile) / k;
                yield return part.AgreeInShare(
                    $"P(T ≤ {name}^(1/(m − 1))) for two rows, m = {m}",
                    (_, o) => o.MeanLogSphericity <= threshold ? TrialResult.Success : TrialResult.Failure,
                    theory: quantile,
                    // Nine digits of log T: 2kt·e^(−kt) times 5.2·10⁻⁹.
                    finiteSizeCorrection: 1e-8,
                    resolution: 0.1).Named("two-rows");
            }

            yield break;
        }

        (double limit, double correction) = m == n
            ? (ElementaryFunctions.Log(n) + Theory.SquareConstant, 4.0 / n)
            : (Theory.ProportionalLimit((double)m / n), 1.5 * Theory.EdgeShift(n, m));
        // Values above a clip C carry at most 2∫_{C/2} P(log κ₂ > s)ds ≤ 5.12(m/(m − n + 1))e^(−C/2) of the mean, by
        // Chen and Dongarra's tail: below 0.1/n.
        double clip = 8 + 4 * ElementaryFunctions.Log(m / (m - n + 1.0));
        yield return part.Agree(
            $"the limit at {n} × {m}",
            (_, o) => Math.Min(o.MeanLog, clip),
            LimitPower * limit,
            correction + 0.1 / n,
            resolution: 1,
            MeanLaw.Within(0, clip))
            .Named("limit");
        double bound =
            BoundPower
            * (ElementaryFunctions.Log((SmallerDimension ? n : m) / (m - n + 1.0)) + Theory.ChenDongarraConstant);

        // A mean between 0 and the bound: within half their distance of the middle. An interval that is empty has a
        // negative half and refutes.
        yield return part.Agree(
            $"0 ≤ E log κ(MMᵀ) ≤ the bound at {n} × {m}",
            (_, o) => Math.Min(o.MeanLog, clip),
            bound / 2,
            bound / 2,
            resolution: 1,
            MeanLaw.Within(0, clip)).Named("bound");
    }

    private static Evidence IsEquivalent(Examination<GaussianConditionCell, GaussianConditionOutcome> examination) =>
        examination.Follows(
            "log κ(MMᵀ) over log(m/(|m−n|+1)) for two rows does not grow with m",
            [
                .. examination.Observations.Select(o => (
                    (double)o.Cell.Columns, o.Outcome.MeanLog / Theory.Printed(2, o.Cell.Columns))),
            ],
            exponent: 0,
            pointError: 1e-6,
            allowance: 0,
            resolution: 0.1,
            gap: 0.5);
}
