using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// m₀² ~ Beta(½, (d−1)/2), so P(m₀ ≥ c/√d) = ½(1 − I_{c²/d}) < ½ for every c > 0: the sign alone costs one half. The
// density of √d·m₀ stays below 1/√(2π), hence P ≥ ½ − c/√(2π).

/// <summary>The overlap of a random start is of order d^(−1/2), with probability below ½ for the right sign.</summary>
public sealed record InitialOverlap : Claim<InitialOverlapCell, InitialOverlapOutcome>
{
    private const string Law = "the law", Half = "nearly one half";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/initial-overlap",
        Title = "A random start has overlap at least c/√d with probability ½ − O(c), and never more than ½",
        Kind = ClaimKind.HighProbability,
        Source = OnlineSgdLecture.At("Population landscape, at the end"),
        Quotations =
        [
            @"$\text{w.p. } \geq \frac{1}{2} + \eta$",
            @"will assume $\langle \omega^0, \omega_0 \rangle \gtrsim \frac{c}{\sqrt{d}}$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            w^0\sim\operatorname{Unif}(\mathbb{S}^{d-1}):\quad \text{for some } c,\eta>0,\
            P(\langle w^0,w_*\rangle\ge\tfrac{c}{\sqrt d})\ge\tfrac12+\eta
            """)
        {
            Corrected =
                """
                P(\langle w^0,w_*\rangle\ge\tfrac{c}{\sqrt d})=\tfrac12(1-I_{c^2/d}(\tfrac12,\tfrac{d-1}{2}))
                \in[\tfrac12-\tfrac{c}{\sqrt{2\pi}},\tfrac12) \text{ for every } c>0
                """,
            Reason =
                "The law is symmetric, so that $P(m_0>0)=\\tfrac12$, as the lecture says two lines above; a "
                + "positive threshold makes it less. Either the overlap's absolute value is meant, or "
                + "$\\tfrac12-\\eta$.",
        },
        Hypotheses = ["w⁰ uniform on the sphere", "d ≥ 3"],
        Method =
            "Uniform starts: the share beyond each threshold against the Beta law, and the value of the law against "
            + "½ − c/√(2π). The printed form is taken at its easiest, c = η = 0.001.",
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

    public override Claim AsPrinted => this with { Loss = 0, Gain = 0.001, Thresholds = [0.001] };

    public override string PrintedPart => Half;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("½ − 0.36·c", this with { Loss = 0.36 }, Half),
        new("m₀² ~ Beta(½, d/2) at d = 3", this with { DegreesShift = 1, Dimensions = [3] }, Law),
    ];

    public override int Decisions => Dimensions.Count * Thresholds.Count + 1;

    protected override Experiment<InitialOverlapCell, InitialOverlapOutcome> Experiment { get; } =
        new InitialOverlapExperiment();

    protected override IReadOnlyList<InitialOverlapCell> Cells =>
        [.. Dimensions.Select(d => new InitialOverlapCell(d))];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    private const double Resolution = 0.02;

    protected override Evidence Judge(Examination<InitialOverlapCell, InitialOverlapOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().SelectMany(part => Thresholds.Select(c => part.Part.AgreeInShare(
                $"√d·m₀ ≥ {c}, d = {part.Cell.Dimension}",
                (_, o) => o.ScaledOverlap >= c ? TrialResult.Success : TrialResult.Failure,
                InitialOverlapExperiment.TailProbability(
                    c * Math.Sqrt((part.Cell.Dimension + DegreesShift) / (double)part.Cell.Dimension),
                    part.Cell.Dimension + DegreesShift),
                finiteSizeCorrection: 0,
                Resolution).Named(Law))),
            examination.ForAll(
                "½ + η − ac − P(√d·m₀ ≥ c), largest over c",
                (cell, _) => Thresholds.Max(c =>
                    0.5 + Gain - Loss * c - InitialOverlapExperiment.TailProbability(c, cell.Dimension)),
                (_, _) => 1e-12,
                "the incomplete Beta function is accurate to 10⁻¹³").Named(Half),
        ]);
}
