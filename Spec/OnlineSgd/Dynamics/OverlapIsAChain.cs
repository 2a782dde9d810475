using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// With x = bw + ce + rest, e the direction of w* − mw: m⁺ = (m + ηGc√(1 − m²))/√(1 + η²G²(c² + Q)), Q ~ χ²_{d−2}.
// Projected online SGD is a Markov chain of the overlap alone, which is what the scaling claims run.

/// <summary>The overlap of projected online SGD is a Markov chain driven by three random numbers a step.</summary>
public sealed record OverlapIsAChain : Claim<SgdPathCell, SgdPathOutcome>
{
    private const string Step = "one step", Norm = "the norm before projecting", Rest = "the rest", Law = "the law";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/overlap-is-a-chain",
        Title = "The overlap of projected online SGD is a Markov chain of three random numbers a step",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Projected online SGD; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            m^+=\frac{m+\eta Gc\sqrt{1-m^2}}{\sqrt{1+\eta^2G^2(c^2+Q)}},\quad
            G=-\partial_b\ell(a,b),\ a=mb+\sqrt{1-m^2}\,c;
            b,c\sim N(0,1),\ Q\sim\chi^2_{d-2} \text{ independent};\quad \|w-\eta\nabla_S\ell\|\ge 1
            """),
        Hypotheses =
        [
            "x ~ N(0, I_d), d ≥ 3",
            "a loss ℓ(a, b) of a = ⟨w*, x⟩ and b = ⟨w, x⟩; examined: ½(f(a) − f(b))²",
            "‖w‖ = ‖w*‖ = 1",
        ],
        Method =
            "SGD runs in d dimensions. Each of its steps is compared with the formula, fed with the sample's own b, c "
            + "and Q, up to rounding; the mean of Q with d − 2; and the end of each path with that of an independent "
            + "chain, which has to be the larger one with probability ½.",
    };

    [Parameter("degree", "k of f = H_k/√k!", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3];

    [Parameter("d", "dimension", Minimum = 3, Maximum = 2000, Size = true)]
    public int Dimension { get; init; } = 12;

    [Parameter("step", "η", Minimum = 1e-6, Maximum = 0.1)]
    public double StepSize { get; init; } = 0.02;

    [Parameter("start", "m₀", Minimum = -0.95, Maximum = 0.95)]
    public double Start { get; init; } = 0.3;

    [Parameter("steps", "steps of a path", Minimum = 1, Maximum = 100000, Size = true)]
    public int Steps { get; init; } = 40;

    [Parameter("without-rest", "whether Q is left out of the formula")]
    public bool IsWithoutRest { get; init; }

    [Parameter("without-geometry", "whether √(1 − m²) is left out of the formula")]
    public bool IsWithoutGeometry { get; init; }

    [Parameter("missing", "degrees of freedom that Q lacks", Minimum = 0, Maximum = 3)]
    public int Missing { get; init; } = 2;

    [Parameter("least-norm", "c of ‖w − η∇_Sℓ‖² ≥ 1 + cη²", Minimum = 0, Maximum = 1)]
    public double LeastNorm { get; init; }

    [Parameter("chain-factor", "η of the independent chain over that of SGD", Minimum = 0.5, Maximum = 2)]
    public double ChainFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without Q", this with { IsWithoutRest = true }, Step),
        new("without √(1 − m²)", this with { IsWithoutGeometry = true }, Step),
        new("‖w − η∇_Sℓ‖² ≥ 1 + η²/100", this with { LeastNorm = 0.01 }, Norm),
        new("Q ~ χ²_{d−1}", this with { Missing = 1 }, Rest),
        new("a chain of steps larger by half", this with { ChainFactor = 1.5 }, Law),
    ];

    public override int Decisions => 2 + 2 * Degrees.Count;

    protected override Experiment<SgdPathCell, SgdPathOutcome> Experiment { get; } = new SgdPathExperiment();

    protected override IReadOnlyList<SgdPathCell> Cells =>
        [.. Degrees.Select(k => new SgdPathCell(
            k, SampleLoss.Squared, Dimension, StepSize, Start, Steps, ChainFactor))];

    private const double ShareResolution = 0.06, RestResolution = 0.45;

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(ShareResolution, level);

    protected override Evidence Judge(Examination<SgdPathCell, SgdPathOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "largest |m⁺ − formula| on the path",
            (_, o) => IsWithoutRest ? o.WithoutRest : IsWithoutGeometry ? o.WithoutGeometry : o.Deviation,
            (_, o) => o.DeviationError,
            "rounding of the products of one pass and of f and f′, through the derivatives of the formula")
            .Named(Step),
        examination.ForAll(
            "1 + cη² − ‖w − η∇_Sℓ‖²", (_, o) => LeastNorm * StepSize * StepSize - o.LeastGrowth,
            (_, o) => o.GrowthError,
            "rounding of the products of one pass").Named(Norm),
        .. examination.ByCell().Select(part => part.Part.Agree(
            $"mean of Q, k = {part.Cell.Degree}",
            (_, o) => o.MeanRest,
            Dimension - Missing,
            finiteSizeCorrection: 0,
            RestResolution,
            // Q is a sum of squares of at most d normals with mean-square fluctuation 2 each, averaged over the steps.
            MeanLaw.OfDeviation(Math.Sqrt(2.0 * Dimension / Steps))).Named(Rest)),
        .. examination.ByCell().Select(part => part.Part.AgreeInShare(
            $"SGD ends above an independent chain, k = {part.Cell.Degree}",
            (_, o) => o.EndsAbove ? TrialResult.Success : TrialResult.Failure,
            theory: 0.5,
            finiteSizeCorrection: 0,
            ShareResolution).Named(Law)),
    ]);
}
