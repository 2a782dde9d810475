using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Limitations": the model may not be smooth, e.g. ReLU. The small-Hessian route does not apply (σ' jumps); gradient
// descent interpolates all the same once there are a few parameters for each sample, and not where there are fewer
// than samples. The multiple is empirical.

/// <summary>Gradient descent interpolates with ReLU networks of moderate width.</summary>
public sealed record NonsmoothRelu : Claim<ReluDescentCell, ReluDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/nonsmooth-relu",
        Title = "ReLU networks, though not smooth, are trained to interpolation from 48 parameters a sample on",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Limitations, fifth item (22/23); the multiples are measured here",
            OverparameterizedLandscapesTalk.OymakSoltanolkotabi),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{model } F(w) \text{ may not be smooth, e.g. ReLU: } \quad P(L_T\le10^{-6}L_0)\ge0.9 \text{
            for } md=48n,
            \quad P(L_T\le10^{-6}L_0)\le0.1 \text{ for } md=n \quad (n=d=10)
            """),
        Hypotheses = ["unit-sphere inputs, random ±1 labels, standard normal initialization, output signs fixed",
            "gradient descent with step size 1/‖X‖₂², T = 600 steps"],
        Method =
            "Gradient descent on fresh data sets, with md = 48n and md = n; runs count by whether the loss "
            + "falls below 10⁻⁶ of its start within the steps allowed.",
    };

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 64)]
    public int Samples { get; init; } = 10;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64)]
    public int Dimension { get; init; } = 10;

    [Parameter("enough", "parameters for each sample that are said to suffice", Minimum = 1, Maximum = 1000)]
    public int Enough { get; init; } = 48;

    [Parameter("too-few", "parameters for each sample that are said not to suffice", Minimum = 1, Maximum = 1000)]
    public int TooFew { get; init; } = 1;

    [Parameter("steps", "steps of gradient descent allowed", Minimum = 1, Maximum = 100_000)]
    public int Steps { get; init; } = 600;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("4 parameters a sample suffice", this with { Enough = 4 }, "enough"),
        new("48 parameters a sample do not suffice", this with { TooFew = 48 }, "too-few"),
    ];

    public override int Decisions => 2;

    protected override Experiment<ReluDescentCell, ReluDescentOutcome> Experiment { get; } =
        new ReluDescentExperiment();

    protected override IReadOnlyList<ReluDescentCell> Cells =>
        [
            .. ((int[])[Width(TooFew), Width(Enough)])
                .Distinct()
                .Select(m => new ReluDescentCell(Samples, Dimension, m, Steps)),
        ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(Probability, 0.99, level / 2);

    protected override Evidence Judge(Examination<ReluDescentCell, ReluDescentOutcome> examination)
    {
        return Evidence.All(
            examination
                .Where(cell => cell.Width == Width(Enough))
                .Count(
                    "gradient descent interpolates with enough parameters",
                    (_, o) => Interpolates(o) ? TrialResult.Success : TrialResult.Failure,
                    Probability)
                .Named("enough"),
            examination
                .Where(cell => cell.Width == Width(TooFew))
                .Count(
                    "gradient descent does not interpolate with too few",
                    (_, o) => Interpolates(o) ? TrialResult.Failure : TrialResult.Success,
                    Probability)
                .Named("too-few"));
    }

    private const double Probability = 0.9;

    private static bool Interpolates(ReluDescentOutcome o) => o.RelativeLoss <= ReluDescentExperiment.Interpolated;

    private int Width(int parametersPerSample) => Math.Max(1, parametersPerSample * Samples / Dimension);
}
