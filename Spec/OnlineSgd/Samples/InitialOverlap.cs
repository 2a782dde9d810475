using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// m₀² ~ Beta(½, (d−1)/2), so P(m₀ ≥ c/√d) = ½(1 − I_{c²/d}) < ½ for every c > 0: the sign alone costs one half. The
// density of √d·m₀ stays below 1/√(2π), hence P ≥ ½ − c/√(2π). Beyond C it is at most ½(1 − C²/d)^((d−1)/2): with t =
// C/√d both sides are ½ at t = 0 and 0 at t = 1, and their derivatives, multiples of (1 − t²)^((d−3)/2) and of t times
// it, cross once.

/// <summary>The overlap of a random start is of order d^(−1/2), with probability below ½ for the right sign.</summary>
public sealed record InitialOverlap : Claim<InitialOverlapCell, InitialOverlapOutcome>
{
    private const string Law = "the law", Half = "nearly one half", Most = "at most C/√d";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/initial-overlap",
        Title = "A random start has overlap at least c/√d with probability ½ − O(c), and at most C/√d nearly surely",
        Kind = ClaimKind.HighProbability,
        Source = OnlineSgdLecture.At("Population landscape, at the end"),
        Quotations =
        [
            @"(prob $1/2$)",
            @"will assume $\langle \omega^0, \omega_0 \rangle \gtrsim \frac{c}{\sqrt{d}}$",
            @"\text{w.h.p. } \langle \omega^0, \omega_0 \rangle \leq \frac{C}{\sqrt{d}}",
        ],
        Statement = new(
            """
            w^0\sim\operatorname{Unif}(\mathbb{S}^{d-1}):\quad P(\langle w^0,w_*\rangle>0)=\tfrac12;
            P(\langle w^0,w_*\rangle\ge\tfrac{c}{\sqrt d})=\tfrac12(1-I_{c^2/d}(\tfrac12,\tfrac{d-1}{2}))
            \in[\tfrac12-\tfrac{c}{\sqrt{2\pi}},\tfrac12) \text{ for } 0<c\le\sqrt d;
            P(\langle w^0,w_*\rangle\ge\tfrac{C}{\sqrt d})\le\tfrac12(1-\tfrac{C^2}{d})^{(d-1)/2}
            \text{ for } 0\le C\le\sqrt d
            """),
        Hypotheses = ["w⁰ uniform on the sphere", "d ≥ 3"],
        Method =
            "Uniform starts: the share beyond each threshold against the Beta law, and the values of the law against "
            + "½ − c/√(2π) and against the bound of large overlaps. The transcript has \"w.p. ≥ ½ + η\" beside the "
            + "assumption, without saying of what; no event m₀ ≥ c/√d with c > 0 has that much, which is a mutant here "
            + "and no reading of the lecture.",
    };

    [Parameter("d", "dimension", Minimum = 3, Maximum = 100000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [3, 30, 300];

    [Parameter("c", "thresholds of √d·m₀", Minimum = 0.001, Maximum = 1.7)]
    public Choices<double> Thresholds { get; init; } = [0.1, 0.5, 1];

    [Parameter("degrees-shift", "s of Beta(½, (d − 1 + s)/2)", Minimum = -1, Maximum = 2)]
    public int DegreesShift { get; init; }

    [Parameter("loss", "a of ½ − ac", Minimum = 0, Maximum = 1)]
    public double Loss { get; init; } = 0.3989422804014327;

    [Parameter("gain", "η of ½ + η", Minimum = 0, Maximum = 0.5)]
    public double Gain { get; init; }

    [Parameter("large", "large thresholds C of √d·m₀, taken where C² ≤ d", Minimum = 1, Maximum = 10)]
    public Choices<double> LargeThresholds { get; init; } = [1, 2, 5];

    [Parameter("rate", "r of ½(1 − C²/d)^(r(d−1)/2)", Minimum = 0.5, Maximum = 2)]
    public double Rate { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("½ − 0.36·c", this with { Loss = 0.36 }, Half),
        new("½ + 0.001 at c = 0.001", this with { Loss = 0, Gain = 0.001, Thresholds = [0.001] }, Half),
        new("at most ½(1 − C²/d)^(1.3·(d−1)/2)", this with { Rate = 1.3 }, Most),
        new("m₀² ~ Beta(½, d/2) at d = 3", this with { DegreesShift = 1, Dimensions = [3] }, Law),
    ];

    public override int Decisions => Dimensions.Count * Thresholds.Count + 2;

    protected override Experiment<InitialOverlapCell, InitialOverlapOutcome> Experiment { get; } =
        new InitialOverlapExperiment();

    protected override IReadOnlyList<InitialOverlapCell> Cells =>
        [.. Dimensions.Select(d => new InitialOverlapCell(d))];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    private const double Resolution = 0.02;

    protected override Evidence Judge(Examination<InitialOverlapCell, InitialOverlapOutcome> examination)
    {
        // What follows from the law alone, once a dimension and not once a start.
        var missing = Dimensions.Distinct().ToDictionary(d => d, Short);
        var excess = Dimensions.Distinct().ToDictionary(d => d, Excess);
        return Evidence.All([
            .. examination.ByCell().SelectMany(part => Thresholds.Select(c => part.Part.AgreeInShare(
                string.Create(CultureInfo.InvariantCulture, $"√d·m₀ ≥ {c}, d = {part.Cell.Dimension}"),
                (_, o) => o.ScaledOverlap >= c ? TrialResult.Success : TrialResult.Failure,
                InitialOverlapExperiment.TailProbability(
                    c * Math.Sqrt((part.Cell.Dimension + DegreesShift) / (double)part.Cell.Dimension),
                    part.Cell.Dimension + DegreesShift),
                finiteSizeCorrection: 0,
                Resolution).Named(Law))),
            examination.ForAll(
                "½ + η − ac − P(√d·m₀ ≥ c), largest over c",
                (cell, _) => missing[cell.Dimension],
                (_, _) => 1e-12,
                "the incomplete Beta function is accurate to 10⁻¹³").Named(Half),
            examination.ForAll(
                "P(√d·m₀ ≥ C) over ½(1 − C²/d)^((d−1)/2), less 1, largest over C",
                (cell, _) => excess[cell.Dimension],
                (_, _) => 1e-11,
                "the incomplete Beta function has a relative error of 10⁻¹², the power one of 10⁻¹³").Named(Most),
        ]);
    }

    private double Short(int d) =>
        Thresholds.Max(c => 0.5 + Gain - Loss * c - InitialOverlapExperiment.TailProbability(c, d));

    private double Excess(int d) => LargeThresholds
        .Where(C => C * C < d)
        .Select(C => InitialOverlapExperiment.TailProbability(C, d) / Cap(C, d) - 1)
        .DefaultIfEmpty(-1)
        .Max();

    private double Cap(double threshold, int d) => 0.5 * ElementaryFunctions.Exp(
        Rate * (d - 1) / 2 * ElementaryFunctions.Log1p(-threshold * threshold / d));
}
