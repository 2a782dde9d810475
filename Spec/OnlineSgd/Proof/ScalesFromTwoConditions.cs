using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Proof;

// (A1) η√T = d^(−1/2) and (A2) ηT = d^(k/2−1): with η = d^(e), T = d^(t) two linear equations, e = −k/2, t = k − 1. For
// k = 2 up to logarithms e = −1, t = 1; the box of the lecture has T = Θ̃(log d), its theorem O(d log d).

/// <summary>The step size and the number of steps that the two conditions of the proof determine.</summary>
public sealed partial record ScalesFromTwoConditions : Claim<ScaleCell, ScaleOutcome>
{
    private const string Larger = "k > 2", Two = "k = 2";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/scales-from-two-conditions",
        Title = "The two conditions of the proof give T = d^(k−1) and η = d^(−k/2), also for k = 2 up to logarithms",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Proof of the theorem, Combining A1 and A2"),
        Quotations =
        [
            @"$\eta \sqrt{T} = \widetilde{\Theta}\left(\frac{1}{\sqrt{d}}\right) \quad \eta T = "
                + @"\widetilde{\Theta}\left(d^{\frac{k}{2}-1}\right)$",
            @"$T = \widetilde{\Theta}(d^{k-1}) \quad \eta = \widetilde{\Theta}(d^{-\frac{k}{2}})$",
            @"$T = \widetilde{\Theta}(\log d) \quad \eta = \widetilde{\Theta}(d^{-1})$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \eta\sqrt T=\tilde\Theta(d^{-1/2}),\ \eta T=\tilde\Theta(d^{k/2-1})
            \Rightarrow T=\tilde\Theta(d^{k-1}),\ \eta=\tilde\Theta(d^{-k/2}) \text{ for } k>2;
            \eta T=\tilde\Theta(\log d)\Rightarrow T=\tilde\Theta(\log d),\ \eta=\tilde\Theta(d^{-1}) \text{ for } k=2
            """)
        {
            Corrected =
                """
                T=\tilde\Theta(d^{k-1}),\ \eta=\tilde\Theta(d^{-k/2}) \text{ for every } k\ge 2;
                \text{for } k=2:\ T=\tilde\Theta(d),\ \eta=\tilde\Theta(d^{-1})
                """,
            Reason =
                "With $\\eta=\\tilde\\Theta(1/d)$ and $T=\\tilde\\Theta(\\log d)$ the product $\\eta T$ is "
                + "$\\tilde\\Theta(1/d)$ and not $\\tilde\\Theta(\\log d)$. The theorem of the same lecture has "
                + "$T=O(d\\log d)$.",
        },
        Hypotheses = ["η and T are powers of d up to logarithms", "k ≥ 2"],
        Method =
            "Residuals of both linear equations between the exponents, for every k; small multiples of ½, without "
            + "rounding.",
    };

    [Parameter("degree", "largest k", Minimum = 3, Maximum = 100, Size = true)]
    public int Degree { get; init; } = 8;

    [Parameter("time-shift", "added to the exponent k − 1 of T for k > 2", Minimum = -1, Maximum = 1)]
    public double TimeShift { get; init; }

    [Parameter("step-shift", "added to the exponent −k/2 of η for k > 2", Minimum = -1, Maximum = 1)]
    public double StepShift { get; init; }

    [Parameter("quadratic-time", "exponent of T for k = 2", Minimum = 0, Maximum = 2)]
    public double QuadraticTime { get; init; } = 1;

    public override Claim AsPrinted => this with { QuadraticTime = 0 };

    public override string PrintedPart => Two;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("T = d^(k − 3/4)", this with { TimeShift = 0.25 }, Larger),
        new("η = d^(−(k−1)/2)", this with { StepShift = 0.5 }, Larger),
        new("k = 2: T = d^(3/2)", this with { QuadraticTime = 1.5 }, Two),
    ];

    protected override Experiment<ScaleCell, ScaleOutcome> Experiment { get; } = new ScaleExperiment();

    protected override IReadOnlyList<ScaleCell> Cells =>
        [.. Enumerable.Range(2, Degree - 1).Select(k => new ScaleCell(k))];

    protected override Evidence Judge(Examination<ScaleCell, ScaleOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Degree > 2).ForAll(
            "|exponents of η√T and ηT − those of the conditions|",
            (cell, o) => Residual(o, cell.Degree - 1 + TimeShift, -cell.Degree / 2.0 + StepShift),
            (_, _) => 0,
            Derivation).Named(Larger),
        examination.Where(cell => cell.Degree == 2).ForAll(
            "the same for k = 2, where d^(k/2−1) is 1 up to logarithms",
            (_, o) => Residual(o, QuadraticTime, -1),
            (_, _) => 0,
            Derivation).Named(Two),
    ]);

    private const string Derivation = "none: multiples of 1/8 below 2⁵⁰";

    private static double Residual(ScaleOutcome o, double time, double step) => Math.Max(
        Math.Abs(step + time / 2 - o.NoiseExponent), Math.Abs(step + time - o.DriftExponent));
}
