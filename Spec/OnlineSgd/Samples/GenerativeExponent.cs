using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// The generative exponent is the least j ≥ 1 with E[H_j(z) | y] ≠ 0, y = f(z). For H_k it is 1 (k odd: E[z·y^p] ≠ 0 for
// an odd p) or 2 (k even), so that loss functions other than the squared one see more. For y = z²e^(−z²), under the
// variance v = 1/(1 + 2p): E[(z² − 1)y^p] ∝ v(2p + 1) − 1 = 0 for every p, and y is bounded, so that E[z² − 1 | y] = 0:
// the exponent is 4.

/// <summary>Functions of the label take Hermite links to exponent 1 or 2, and z²e^(−z²) only to 4.</summary>
public sealed record GenerativeExponent : Claim<LabelMomentCell, LabelMomentOutcome>
{
    private const string Below = "nothing below the exponent", Present = "something at the exponent";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/generative-exponent",
        Title = "Functions of the label have exponent 1 or 2 for Hermite links, and 4 for z²e^(−z²)",
        Kind = ClaimKind.Existence,
        Source = OnlineSgdLecture.At(
            "How tight are these guarantees?",
            "A. Damian, L. Pillaud-Vivien, J. D. Lee, J. Bruna, arXiv:2403.05529"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            k_g(f)=\min\{j\ge 1:\mathbb{E}[H_j(z)\mid f(z)]\ne 0\}:\quad k_g(H_k)=1 \text{ for odd } k,\
            2 \text{ for even } k;\quad k_g(z^2e^{-z^2})=4
            """),
        Hypotheses = ["z ~ N(0, 1)", "powers of the label stand for all functions where it is bounded"],
        Method =
            "E[H_j(z)y^p] for powers of the label up to 3 (Hermite links) and 12, in rational arithmetic: 0 below the "
            + "exponent, for Hermite links by parity and for the other because v(2p + 1) = 1; not 0 for some p at it. "
            + "This is why the gap of the lecture's last section is about such functions, and not about H_k.",
    };

    [Parameter("degree", "k of H_k", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3, 4, 5, 6];

    [Parameter("decay", "s of z²e^(−sz²)", Minimum = 0.1, Maximum = 10)]
    public double Decay { get; init; } = 1;

    [Parameter("odd", "exponent stated for odd k ≥ 3", Minimum = 1, Maximum = 6)]
    public int Odd { get; init; } = 1;

    [Parameter("even", "exponent stated for even k", Minimum = 1, Maximum = 6)]
    public int Even { get; init; } = 2;

    [Parameter("bump", "exponent stated for z²e^(−sz²)", Minimum = 1, Maximum = 6)]
    public int Bump { get; init; } = 4;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("z²e^(−1.001·z²)", this with { Decay = 1.001 }, Below),
        new("3 for odd k, the information exponent of H_3", this with { Odd = 3 }, Below),
        new("1 for even k as well", this with { Even = 1 }, Present),
        new("2 for z²e^(−z²)", this with { Bump = 2 }, Present),
    ];

    protected override Experiment<LabelMomentCell, LabelMomentOutcome> Experiment { get; } =
        new LabelMomentExperiment();

    protected override IReadOnlyList<LabelMomentCell> Cells =>
        [.. Degrees.Select(k => new LabelMomentCell(k, 1, 3)), new LabelMomentCell(0, Decay, 12)];

    protected override Evidence Judge(Examination<LabelMomentCell, LabelMomentOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "largest correlation of a power of the label with H_j(z), over j below the exponent",
            (cell, o) => o.Largest.Take(Stated(cell) - 1).Append(0).Max(),
            (_, _) => 0,
            "0 in rational arithmetic").Named(Below),
        examination.ForAll(
            "1 where no power of the label correlates with H_j(z) at the exponent",
            (cell, o) => o.Largest[Stated(cell) - 1] > 0 ? 0 : 1,
            (_, _) => 0,
            "0 or not 0 in rational arithmetic").Named(Present),
    ]);

    private int Stated(LabelMomentCell cell) => cell.Degree switch
    {
        0 => Bump,
        1 => 1,
        int k => k % 2 == 0 ? Even : Odd,
    };
}
