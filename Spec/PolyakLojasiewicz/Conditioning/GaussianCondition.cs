using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Slide 11 ①: E log κ(MMᵀ) ~ log(m/(|m − n| + 1)). Chen and Dongarra bound E log κ₂(M), m the larger dimension, from above by this plus 2.258; nothing is equivalent to it.
// Exact for n = 2 (−log T, T = 2x/(1 + x²) at x = κ₂(M), is exponential of rate m − 1); 2 log n + 3.0742 for squares; 2 log((√γ + 1)/(√γ − 1)) for m = γn.

/// <summary>The condition number of MMᵀ for Gaussian M.</summary>
public sealed record GaussianCondition : Claim<GaussianConditionCell, GaussianConditionOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/gaussian-condition-number",
        Title = "Condition numbers of Gaussian Gram matrices: exact for two rows, two asymptotic regimes and a bound",
        Kind = ClaimKind.Limit,
        Source = OverparameterizedLandscapesTalk.At("Can we get PL* for our overparam. system?, ①; the law for two rows is derived here", "Z. Chen, J. Dongarra, arXiv:0810.0800"),
        Printed = PrintedStatus.False,
        Statement = new(
            @"\text{for Gaussian } M\in\mathbb{R}^{n\times m}\text{: } \mathbb{E}[\log\kappa(MM^T)]\sim\log(\frac{m}{|m-n|+1})")
        {
            Corrected =
                @"\text{with } E=\mathbb{E}[\log\kappa(MM^T)]\text{: } E\le 2\log(\frac{m}{m-n+1})+4.516 \text{ for } n\le m\text{; } E=\sqrt{\pi}\,\Gamma(\tfrac{m-1}{2})/\Gamma(\tfrac{m}{2}) \text{ for } n=2\text{; } E=2\log(n)+3.0742+o(1) \text{ for } m=n\text{; } E\to 2\log(\frac{\sqrt{\gamma}+1}{\sqrt{\gamma}-1}) \text{ for } m/n\to\gamma>1",
            Reason =
                "The cited theorem is about $\\kappa_2(M)=\\sqrt{\\kappa(MM^T)}$, an upper bound with the additive constant 2.258, m being the larger dimension. As an equivalence it fails in every regime: the ratio of the mean to the printed expression tends to 2 for m = n, and to a constant above 2 for m = γn. For fixed n and m → ∞ it grows like √m, so that no "
                + "constant factor helps: for n = 2 and m = 50 the mean is 0.360, the printed expression 0.020.",
        },
        Hypotheses = ["entries of M independent standard normal", "2 ≤ n ≤ m"],
        Method =
            "For n = 2 Gram matrices are drawn as they are; the mean of log κ and two moments of log T, T = 2x/(1+x²) at x = κ₂(M), whose law is exponential, are compared with theory. Larger matrices are drawn in bidiagonal form; means are compared with the limits, allowing 4/n for squares (the order of the correction, which is −2.6/n at n = 2, not a proven bound) and 1.5 times the "
            + "Tracy–Widom shift of the edges otherwise, and with the bound. The printed form is read generously, as equality up to a constant factor: for n = 2 and m = 8, …, 512 the ratio of the mean to the printed expression must not grow with m.",
    };

    [Parameter("two-rows", "columns m of the matrices with two rows", Minimum = 2, Maximum = 1000, Size = true)]
    public Choices<int> TwoRows { get; init; } = [2, 3, 10, 50];

    [Parameter("square", "sizes n of the square matrices", Minimum = 3, Maximum = 1000, Size = true)]
    public Choices<int> Squares { get; init; } = [10, 30];

    [Parameter("rows", "rows n of the oblong matrices", Minimum = 3, Maximum = 1000, Size = true)]
    public int Rows { get; init; } = 40;

    [Parameter("ratio", "aspect ratios m/n of the oblong matrices", Minimum = 2, Maximum = 100, Size = true)]
    public Choices<int> Ratios { get; init; } = [2, 10];

    [Parameter("shift", "k − m, where two rows have the mean √π Γ(k/2)/Γ((k+1)/2) and −log T has rate k", Minimum = -1, Maximum = 5)]
    public int Shift { get; init; } = -1;

    [Parameter("power", "log κ(MMᵀ) over log κ₂(M) in the limits", Minimum = 1, Maximum = 4)]
    public int LimitPower { get; init; } = 2;

    [Parameter("bound-power", "log κ(MMᵀ) over log κ₂(M) in the upper bound", Minimum = 1, Maximum = 4)]
    public int BoundPower { get; init; } = 2;

    [Parameter("smaller-dimension", "whether the smaller dimension stands in the numerator of the bound")]
    public bool SmallerDimension { get; init; }

    [Parameter("equivalence", "whether the mean is log(m/(|m−n|+1)) up to a constant factor: the ratio at two rows does not grow with m")]
    public bool Equivalence { get; init; }

    public override Claim AsPrinted => this with { Equivalence = true, TwoRows = [8, 16, 32, 64, 128, 256, 512] };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("two rows: m in place of m − 1", this with { Shift = 0 }),
        new("limits of log κ₂(M) for log κ(MMᵀ)", this with { LimitPower = 1 }),
        new("the bound of log κ₂(M) for log κ(MMᵀ)", this with { BoundPower = 1 }),
        new("the smaller dimension in the numerator of the bound", this with { SmallerDimension = true }),
    ];

    public override int Decisions => Equivalence ? 1 : 3 * TwoRows.Count + 2 * (Squares.Count + Ratios.Count);

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { TwoRows = [2, 3, 5, 10, 50, 200], Squares = [10, 30, 100], Rows = 100, Ratios = [2, 4, 10] },
        _ => this with { TwoRows = [2, 3, 4, 5, 10, 50, 200, 1000], Squares = [5, 10, 30, 100, 300], Rows = 300, Ratios = [2, 4, 10, 100] },
    };

    protected override Experiment<GaussianConditionCell, GaussianConditionOutcome> Experiment { get; } = new GaussianConditionExperiment();

    // The logarithm of a square matrix's condition number has a deviation near 2, that of an oblong one below 0.2.
    protected override IReadOnlyList<GaussianConditionCell> Cells =>
    [
        .. TwoRows.Select(m => new GaussianConditionCell(2, m, 50)),
        .. Equivalence ? [] : Squares.Select(n => new GaussianConditionCell(n, n, 20)),
        .. Equivalence ? [] : Ratios.Select(γ => new GaussianConditionCell(Rows, γ * Rows, 5)),
    ];

    // A half-width is √(2 log(2/level)) standard errors σ/√(draws·trials) or less, times 1.3 at most for Student's law: 1.3σ/√(2·draws) with this many trials, which
    // makes 0.5 for squares (σ ≤ 2.3, 20 draws) and 0.3 for two rows (σ ≤ 2.2, 50 draws).
    protected override int TrialsNeeded(double level) => (int)Math.Ceiling(4 * ElementaryFunctions.Log(2 / level));

    protected override Evidence Judge(Examination<GaussianConditionCell, GaussianConditionOutcome> examination)
    {
        return Equivalence ? IsEquivalent(examination) : Evidence.All([.. examination.ByCell().SelectMany(part => Parts(part.Cell, part.Part))]);
    }

    private IEnumerable<Evidence> Parts(GaussianConditionCell cell, Examination<GaussianConditionCell, GaussianConditionOutcome> part)
    {
        int n = cell.Rows, m = cell.Columns;
        if (n == 2)
        {
            int k = m + Shift;
            yield return part.Agree($"the mean of log κ(MMᵀ) for two rows, m = {m}", (_, o) => o.MeanLog, GaussianConditionNumber.MeanLogOfTwoRows(k), 0, 0.4);
            yield return part.Agree($"the mean of log T, m = {m}", (_, o) => o.MeanLogSphericity, -1.0 / k, 0, 0.2 / k);
            yield return part.Agree($"the second moment of log T, m = {m}", (_, o) => o.MeanSquaredLogSphericity, 2.0 / ((double)k * k), 0, 1.0 / ((double)k * k));
            yield break;
        }

        (double limit, double correction) = m == n
            ? (ElementaryFunctions.Log(n) + GaussianConditionNumber.SquareConstant, 4.0 / n)
            : (GaussianConditionNumber.ProportionalLimit((double)m / n), 1.5 * GaussianConditionNumber.EdgeShift(n, m));
        yield return part.Agree($"the limit at {n} × {m}", (_, o) => o.MeanLog, LimitPower * limit, correction, 0.6);
        double bound = BoundPower * (ElementaryFunctions.Log((SmallerDimension ? n : m) / (m - n + 1.0)) + GaussianConditionNumber.ChenDongarraConstant);
        yield return Within($"0 ≤ E log κ(MMᵀ) ≤ the bound at {n} × {m}", part, 0, bound);
    }

    private static Evidence IsEquivalent(Examination<GaussianConditionCell, GaussianConditionOutcome> examination) => examination.Follows(
        "E log κ(MMᵀ) over log(m/(|m−n|+1)) for two rows does not grow with m",
        [.. examination.ByCell().Select(part => (
            (double)part.Cell.Columns,
            part.Part.Observations.Average(observation => observation.Outcome.MeanLog) / GaussianConditionNumber.Printed(2, part.Cell.Columns)))],
        0,
        1e-6,
        0,
        0.1);

    // A mean between two numbers: within half their distance of the middle. An interval that is empty has a negative half and refutes.
    private static Evidence Within(string statement, Examination<GaussianConditionCell, GaussianConditionOutcome> part, double low, double high) =>
        part.Agree(statement, (_, o) => o.MeanLog, (low + high) / 2, (high - low) / 2, 0.6);
}
