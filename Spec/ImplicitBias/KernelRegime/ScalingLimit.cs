using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.KernelRegime;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// "lim_{α→∞} sup_t ‖(1/α)w_α(t/α^(D−1)) − w_K(t)‖ = 0", printed four times. (1/α)w_α stays within O(α^(−D)) of w₀ for
// all times, whereas w_K moves: the printed distance tends to ‖w_K(∞) − w₀‖. What converges is the displacement,
// enlarged by α^(D−1), in the time t/α^(2D−2).

/// <summary>In which scaling the flow from a large start is the kernel flow.</summary>
public sealed partial record ScalingLimit : Claim<ScalingLimitCell, ScalingLimitOutcome>
{
    [Parameter("d", "dimension", Minimum = 2, Maximum = 16, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 16, Size = true)]
    public int Samples { get; init; } = 1;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 4)]
    public Choices<int> Depths { get; init; } = [2, 3];

    [Parameter("displacement", "k in the enlargement α^(D−1+k) of the displacement", Minimum = -8, Maximum = 8)]
    public int Displacement { get; init; }

    [Parameter("time", "k in the time t/α^(2D−2+k)", Minimum = -8, Maximum = 8)]
    public int Time { get; init; }

    [Parameter("printed-time", "whether the exponent of the time is D−1+k instead")]
    public bool PrintedTime { get; init; }

    [Parameter("printed-displacement", "whether the enlargement is α^(−1+k) instead")]
    public bool PrintedDisplacement { get; init; }

    [Parameter("rate", "the exponent of the rate, as a multiple of D", Minimum = 0, Maximum = 4)]
    public double RelativeRate { get; init; } = 1;

    public override Claim AsPrinted => this with { PrintedTime = true, PrintedDisplacement = true };

    public override string PrintedPart => Uniform;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the printed displacement in the corrected time", this with { PrintedDisplacement = true }, Uniform),
        new("the corrected displacement in the printed time", this with { PrintedTime = true }, Uniform),
        new("enlarged by α^D", this with { Displacement = 1 }, Uniform),
        new("in the time t/α^(2D−1)", this with { Time = 1 }, Uniform),
        new("at the rate α^(−2D)", this with { RelativeRate = 2 }, Rate),
        new("at the rate α^(−D/2)", this with { RelativeRate = 0.5 }, Rate),
    ];

    public override int Decisions => 1 + Depths.Count;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples <= Dimension ? [] : ["the kernel is singular for more samples than dimensions: m ≤ d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 4, Samples = 2 },
        _ => this with { Dimension = 6, Samples = 3, Depths = [2, 3, 4] },
    };

    protected override Experiment<ScalingLimitCell, ScalingLimitOutcome> Experiment { get; } =
        new ScalingLimitExperiment();

    // η = α^(−D) from 2⁻⁶ on, where the next order is small, through five doublings.
    protected override IReadOnlyList<ScalingLimitCell> Cells =>
        [.. Depths.Select(depth => new ScalingLimitCell(Dimension, Samples, depth, 6 / depth, 5))];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.2);

    protected override Evidence Judge(Examination<ScalingLimitCell, ScalingLimitOutcome> examination)
    {
        var finished = examination.Given((_, o) => o.IsFinished);
        return Evidence.All([
            examination
                .ForAllCertainly(
                    "the distance stays below its envelope at every α",
                    (cell, o) => o.IsFinished ? Excess(cell, o) : new Interval(-1, 1))
                .Named(Uniform),
            .. finished
                .ByCell()
                .Select(part =>
                    part.Part.Follows(
                            $"the distance at depth {part.Cell.Depth}",
                            Means(part.Part),
                            -RelativeRate * part.Cell.Depth,
                            pointError: 1e-3,
                            allowance: 0.05,
                            resolution: 0.2,
                            gap: 0.5 * part.Cell.Depth)
                        .Named(Rate)),
        ]);
    }

    private const string Uniform = "uniformly in time", Rate = "rate";

    private Interval Excess(ScalingLimitCell cell, ScalingLimitOutcome o)
    {
        int D = cell.Depth;
        int displacement = (PrintedDisplacement ? -D : 0) + Displacement, time = (PrintedTime ? D - 1 : 0) - Time;
        double lower = double.NegativeInfinity, upper = double.NegativeInfinity;
        for (int k = 0; k < o.Scales.Length; k++)
        {
            lower = Math.Max(lower, o.LeastDistance(k, displacement, time) - o.Envelopes[k]);
            // Bounds from above are known for the corrected scaling alone.
            upper = Math.Max(
                upper, displacement == 0 && time == 0 ? o.Suprema[k] - o.Envelopes[k] : double.MaxValue);
        }

        return new(Math.Min(lower, upper), upper);
    }

    // Geometric means over the draws.
    private static (double X, double Y)[] Means(Examination<ScalingLimitCell, ScalingLimitOutcome> part) =>
        part.Observations.Count == 0
            ? []
            : [.. part.Observations[0].Outcome.Scales.Select((α, k) => (α, Mean(part, k)))];

    private static double Mean(Examination<ScalingLimitCell, ScalingLimitOutcome> part, int scale) =>
        ElementaryFunctions.Exp(
            part.Observations.Average(observation => ElementaryFunctions.Log(observation.Outcome.Suprema[scale])));
}
