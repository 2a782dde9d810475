using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Descent;

// The gradient of the square loss over monomials is w − e_S: the weights are independent Gaussian chains, and the
// output times the label is normal with the variance of all N of them.

/// <summary>Accuracy of noisy gradient descent on monomials, simulated and in closed form.</summary>
public sealed record MonomialDescent : Claim<MonomialDescentCell, MonomialDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/monomial-descent",
        Title = "A readout over the C(n, k) monomials learns with accuracy Φ((1 − (1−γ)^T)/(s√C(n, k)))",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            w_T=(1-(1-\gamma)^T)e_S+\mathcal{N}(0,s^2I),\ s^2=\sigma^2\sum_{t<T}(1-\gamma)^{2t};
            \mathbb{P}\{\mathrm{sign}\,W^{(T)}(X)=\chi_S(X)\}
            =\Phi\Big(\frac{1-(1-\gamma)^T}{s\sqrt{C(n,k)}}\Big)
            """),
        Hypotheses =
        [
            "out = Σ_{|S|=k} w_Sχ_S from w = 0, loss (out − y)²/2, uniform inputs", "noise N(0, σ²) on each weight",
            "the prediction is the sign of the output, and an output 0 counts ½",
        ],
        Method = "Runs with drawn targets and noise, accuracy over all inputs; their mean against the closed form.",
    };

    [Parameter("n", "number of variables", Minimum = 1, Maximum = 10, Size = true)]
    public int Variables { get; init; } = 5;

    [Parameter("degree", "k", Minimum = 0, Maximum = 10, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 4];

    [Parameter("rate", "γ", Minimum = 0.001, Maximum = 0.99)]
    public double Rate { get; init; } = 0.25;

    [Parameter("noise", "σ", Minimum = 1e-4, Maximum = 100)]
    public double Noise { get; init; } = 0.25;

    [Parameter("steps", "T", Minimum = 1, Maximum = 100, Size = true)]
    public int Steps { get; init; } = 2;

    [Parameter("extra-steps", "what is added to T in the mean and the variance", Minimum = -1, Maximum = 10)]
    public int ExtraSteps { get; init; }

    [Parameter("by-variables", "whether n stands for C(n, k)")]
    public bool ByVariables { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Degrees.All(k => k <= Variables) ? [] : ["the degree is at most n"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("√n in place of √C(n, k)", this with { ByVariables = true }, Accuracy),
        new("T + 1 steps", this with { ExtraSteps = 1 }, Accuracy),
    ];

    public override int Decisions => Degrees.Count;

    protected override Experiment<MonomialDescentCell, MonomialDescentOutcome> Experiment { get; } =
        new MonomialDescentExperiment();

    protected override IReadOnlyList<MonomialDescentCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. Degrees.Select(k => new MonomialDescentCell(Variables, k, Rate, Noise, Steps))];

    // Shares have a deviation of 0.2 at most here.
    protected override int TrialsNeeded(double level)
    {
        int trials = 1024;
        while (Law.HalfWidth(trials, 0.2 / Math.Sqrt(trials), level) > Resolution)
            trials += 256;
        return trials;
    }

    protected override Evidence Judge(Examination<MonomialDescentCell, MonomialDescentOutcome> examination) =>
        Evidence.All(
        [
            .. examination.ByCell().Select(part => part.Part.Agree(
                $"mean accuracy, k = {part.Cell.Degree}",
                (_, o) => o.Accuracy,
                Theory(part.Cell).Midpoint,
                // The enclosure of the closed form is far narrower.
                finiteSizeCorrection: 1e-9,
                Resolution,
                Law).Named(Accuracy)),
        ]);

    // The claim is one statement at every degree.
    private const string Accuracy = "mean accuracy";

    private const double Resolution = 0.018;

    private static readonly MeanLaw Law = MeanLaw.Within(0, 1);

    private Interval Theory(MonomialDescentCell cell)
    {
        double features = ByVariables
            ? cell.Variables
            : Rational.Binomial(cell.Variables, cell.Degree).Exactly();
        return MonomialAccuracy.Of(features, Rate, Noise, cell.Steps + ExtraSteps);
    }
}
