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
public sealed record ScalingLimit : Claim<ScalingLimitCell, ScalingLimitOutcome>
{
    private const string Uniform = "uniformly in time";
    private const string Rate = "rate";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/scaling-limit",
        Title =
            "From αw₀ the displacement times α^(D−1), in the time t/α^(2D−2), is that of the kernel flow up to "
            + "O(α^(−D))",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Kernel Regime and Scale of Init; Squared Loss vs Exp Loss",
            ImplicitBiasTalk.LazyTraining),
        Quotations =
        [
            @"For squared loss, under some conditions [Chizat and Bach 18]: $$\lim_{\alpha \rightarrow \infty} \sup_t "
                + @"\left\| \frac{1}{\alpha} w_\alpha \left( \frac{1}{\alpha^{D-1}} t \right) - w_K(t) \right\| = 0$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            F \ D\text{-homogeneous}, \ F(w_0)=0, \ w_\alpha(0)=\alpha w_0, \ w_K \text{ the flow of the model linearized at } w_0:
            \lim_{\alpha\to\infty}\sup_t\Big\|\tfrac1\alpha w_\alpha\big(\tfrac{1}{\alpha^{D-1}}t\big)-w_K(t)\Big\|=0
            """)
        {
            Corrected =
                @"\sup_t\big\|\alpha^{D-1}\big(w_\alpha(t/\alpha^{2(D-1)})-\alpha "
                    + @"w_0\big)-(w_K(t)-w_0)\big\|=O(\alpha^{-D})",
            Reason =
                "Two faults. (1/α)w_α stays within O(α^(−D)) of w₀ at all times, so that the printed distance "
                    + "tends to ‖w_K(∞) − w₀‖, whatever the time; and the time has the exponent 2(D−1): "
                + "with the displacement enlarged and the printed time, both flows start together and drift apart. "
                + "For D = 1 the printed form is a tautology.",
        },
        Hypotheses =
        [
            "squared loss, fixed labels",
            "D ≥ 2, F(w₀) = 0",
            "the tangent kernel at w₀ is positive definite on the data",
        ],
        Method =
            "Diagonal networks from 𝟏 and their linearizations are integrated together, in common Taylor steps "
                + "with proven error bounds, at α = 2^k; the distance relative to ‖w_K(∞) − w₀‖ is bounded from below "
                + "on a grid of times in powers of two and from above on every step. "
            + "It must stay below an envelope that is computed from ‖X‖, σ_min(X) and the labels alone and falls "
            + "like α^(−D); and its mean follows that power.",
    };

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

    private Interval Excess(ScalingLimitCell cell, ScalingLimitOutcome o)
    {
        int D = cell.Depth,
            G = o.Times.Length;
        int enlargement = (PrintedDisplacement ? -1 : D - 1) + Displacement,
            time = (PrintedTime ? D - 1 : 2 * D - 2) + Time;
        bool exact = enlargement == D - 1 && time == 2 * D - 2;
        double lower = double.NegativeInfinity, upper = double.NegativeInfinity;
        for (int k = 0; k < o.Scales.Length; k++)
        {
            int log = Math.ILogB(o.Scales[k]);
            double factor = Math.ScaleB(1, log * (enlargement - (D - 1)));
            double distance = 0;
            for (int i = 0; i < G; i++)
            {
                int shifted = i + log * (2 * D - 2 - time);
                if (shifted < 0)
                    continue;
                int row = k * G + Math.Min(shifted, G - 1);
                double error = (1 + factor) * o.PathErrors[row] + (shifted >= G ? factor * o.TailErrors[k] : 0);
                distance = Math.Max(distance, Distance(o.Paths[row], o.KernelPath[i], factor) - error);
            }

            lower = Math.Max(lower, distance - o.Envelopes[k]);
            upper = Math.Max(upper, (exact ? o.Suprema[k] : 1e300) - o.Envelopes[k]);
        }

        return new(Math.Min(lower, upper), upper);
    }

    private static double Distance(double[] path, double[] kernel, double factor)
    {
        double squares = 0;
        for (int j = 0; j < path.Length; j++)
            squares += (factor * path[j] - kernel[j]) * (factor * path[j] - kernel[j]);
        return Math.Sqrt(squares) * (1 - 1e-14);
    }

    // Geometric means over the draws.
    private static (double X, double Y)[] Means(Examination<ScalingLimitCell, ScalingLimitOutcome> part) =>
        part.Observations.Count == 0
            ? []
            :
    [
        .. part.Observations[0]
            .Outcome.Scales.Select(
                (α, k) =>
                    (
                        α,
                        ElementaryFunctions.Exp(
                            part.Observations.Average(observation =>
                                ElementaryFunctions.Log(observation.Outcome.Suprema[k]))))),
    ];
}
