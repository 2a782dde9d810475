using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.EluNetworks;

// The working hypothesis on one model, at finite size: the same sample, fitted by the same steps with m and with 4m
// neurons. Nothing is concluded about m → ∞, nor about other algorithms.

/// <summary>The risk that training reaches falls with the number of parameters.</summary>
public sealed record RiskFallsWithParameters : Claim<EluWidthsCell, EluWidthsOutcome>
{
    private const string Falls = "falls", Easy = "level";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/risk-falls-with-parameters",
        Title = "On the same sample the wider ELU network is trained to the lower risk",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At(
            "The optimization puzzle in modern machine learning; Varying number of epochs"),
        Quotations = [@"*ERM becomes 'easy' if sufficiently overparametrized*"],
        Statement = new(
            """
            D=20,\ n=100,\ a=1,\ \mathrm{lr}=0.1,\ |B|=10,\ 50 \text{ epochs, the same sample}:\quad
            R_n(W_{4m})\le0.9\,R_n(W_m),\quad R_n(W_{4m})\le0.26\quad (m=5,\ \alpha=1 \text{ and } \tfrac14),
            \text{each with probability } 0.8 \text{ at least}
            """),
        Hypotheses =
        [
            "the two-layer ELU network of the talk, random labels, projected stochastic gradient descent",
            "|B| = 10, a = 1 and signs that alternate from +1 on, which the talk does not give",
        ],
        Method =
            "The hypothesis is about ERM at large; examined is its tendency in the talk's own model: pairs of runs on "
            + "one sample, with m and 4m neurons, counted by Clopper and Pearson. How far it goes with more parameters "
            + "is not examined.",
    };

    [Parameter("width", "m of the narrow network", Minimum = 1, Maximum = 50, Size = true)]
    public int Width { get; init; } = 5;

    [Parameter("factor", "the wide network has so many times its width", Minimum = 2, Maximum = 20)]
    public int Factor { get; init; } = 4;

    [Parameter("inputs", "D", Minimum = 2, Maximum = 100, Size = true)]
    public int Inputs { get; init; } = 20;

    [Parameter("samples", "n", Minimum = 1, Maximum = 2000, Size = true)]
    public int Samples { get; init; } = 100;

    [Parameter("amplitude", "a", Minimum = 0.01, Maximum = 100)]
    public double Amplitude { get; init; } = 1;

    [Parameter("rate", "lr", Minimum = 1e-4, Maximum = 100)]
    public double Rate { get; init; } = 0.1;

    [Parameter("batch", "|B|", Minimum = 1, Maximum = 1000)]
    public int Batch { get; init; } = 10;

    [Parameter("epochs", "epochs of each run", Minimum = 1, Maximum = 1000)]
    public int Epochs { get; init; } = 50;

    [Parameter("ratio", "risk of the wide network over that of the narrow one, at most", Minimum = 0, Maximum = 10)]
    public double Ratio { get; init; } = 0.9;

    [Parameter("level", "risk of the wide network, at most", Minimum = 0, Maximum = 10)]
    public double Highest { get; init; } = 0.26;

    [Parameter("is-reversed", "whether the narrow network has the lower risk")]
    public bool IsReversed { get; init; }

    [Parameter("share", "share of the samples, at least", Minimum = 0.5, Maximum = 0.99)]
    public double Share { get; init; } = 0.8;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the narrow network has the lower risk", this with { IsReversed = true }, Falls),
        new("the risk falls like 1/m", this with { Ratio = 0.25 }, Falls),
        new("a risk of 0.12 at most", this with { Highest = 0.12 }, Easy),
    ];

    // The numbers are those of one size.
    public override IEnumerable<string> UnmetHypotheses =>
        (Width, Factor, Inputs, Samples, Batch) == (5, 4, 20, 100, 10)
            ? []
            : ["m = 5 and 20, D = 20, n = 100 and |B| = 10"];

    public override int Decisions => 2;

    protected override Experiment<EluWidthsCell, EluWidthsOutcome> Experiment { get; } = new EluWidthsExperiment();

    protected override IReadOnlyList<EluWidthsCell> Cells =>
    [
        new(
            new EluTrainingCell(Width, Inputs, Samples, Amplitude, Rate, Batch, false, 0).ForEpochs(Epochs), Factor),
    ];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Share, Math.Max(0.985, 0.5 * (1 + Share)), level / 2);

    protected override Evidence Judge(Examination<EluWidthsCell, EluWidthsOutcome> examination) => Evidence.All(
    [
        examination.Count(
            IsReversed ? "R_n of the narrow network ≤ c·R_n of the wide one" : "R_n of 4m neurons ≤ c·R_n of m",
            (_, o) => Excess(o) <= 0,
            (_, o) => Math.Abs(Excess(o)) > (1 + Ratio) * o.Error,
            Share).Named(Falls),
        examination.Count(
            "R_n of 4m neurons is at most the level",
            (_, o) => o.Wide <= Highest,
            (_, o) => Math.Abs(o.Wide - Highest) > o.Error,
            Share).Named(Easy),
    ]);

    private double Excess(EluWidthsOutcome o) =>
        IsReversed ? o.Narrow - Ratio * o.Wide : o.Wide - Ratio * o.Narrow;
}
