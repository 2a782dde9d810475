using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.OnlineSgd.Dynamics;

// Each step adds noise η·G(x − bw) of squared length η²dV, beside which the flow goes on: after N = s/η steps the
// weights are √(η²dVs/η) = √(Vs·dη) away, up to the factor by which the flow spreads differences, e^(cs). The loss is
// Lipschitz in the weights. Along the meridian the flow spreads differences at the rate km^(k−2)(k − 1 − km²), at most
// 2 for k = 2, 1.9 for k = 3 and 2¼ for k = 4, and across it they shrink.

/// <summary>After a fixed time SGD is √(dη) away from the gradient flow.</summary>
public sealed record DistanceFromTheFlow : Claim<FlowDistanceCell, FlowDistanceOutcome>
{
    private const string Rate = "the rate", Bound = "the bound of the loss";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/distance-from-the-flow",
        Title = "After a time s of order 1 SGD with dη ≤ 1 is a multiple of √(dη) away from the gradient flow",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Bound,
        Source = OnlineSgdLecture.At("Gradient flow limit"),
        Quotations =
        [
            @"$$\left| \underbrace{L(\omega^k)}_{\text{SGG}} - \underbrace{L(\omega^{k\eta})}_{\text{GF}} \right| "
                + @"\leq e^{ck\eta} \sqrt{d\eta}$$",
        ],
        Statement = new(
            """
            |L(w^N)-L(w(N\eta))|\le e^{cN\eta}\sqrt{d\eta} \text{ w.h.p.};\quad
            \|w^N-w(N\eta)\|\asymp\sqrt{d\eta} \text{ at a fixed time } N\eta
            """),
        Hypotheses = ["f = H_k/√k!, k = 1 and 2, and c = 3 for these", "dη ≤ 1", "m₀ = 0.3", "Nη ≤ 1"],
        Method =
            "Projected SGD in d dimensions beside the flow from the same point, after the time s = 1. The loss is "
            + "within the printed bound with c = 3; the distance of the weights has slope ½ on dη, with η and d "
            + "varied apart.",
    };

    [Parameter("degree", "k", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2];

    [Parameter("d", "dimensions", Minimum = 8, Maximum = 2000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [8, 32];

    [Parameter("scaled-step", "dη", Minimum = 0.001, Maximum = 1)]
    public Choices<double> ScaledSteps { get; init; } = [0.005, 0.01, 0.02];

    [Parameter("rate", "c of e^(cs)", Minimum = -10, Maximum = 10)]
    public double GrowthRate { get; init; } = 3;

    [Parameter("exponent", "exponent of dη", Minimum = 0, Maximum = 2)]
    public double StepExponent { get; init; } = 0.5;

    [Parameter("without-dimension", "whether the distance follows η and not dη")]
    public bool IsWithoutDimension { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Degrees.All(k => k <= 2)
            ? []
            : ["k > 2: the noise moves the weights by √(V·dη), V ≥ 96, of order 1 at these steps"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("dη in place of its root", this with { StepExponent = 1 }, Rate),
        new("√η without the dimension", this with { IsWithoutDimension = true }, Rate),
        new("c = −2: a bound of √(dη)/7", this with { GrowthRate = -2 }, Bound),
    ];

    public override int Decisions => 1 + Degrees.Count;

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Dimensions = [8, 32, 128] };

    protected override Experiment<FlowDistanceCell, FlowDistanceOutcome> Experiment { get; } =
        new FlowDistanceExperiment();

    protected override IReadOnlyList<FlowDistanceCell> Cells =>
    [
        .. from k in Degrees
           from d in Dimensions
           from δ in ScaledSteps
           select new FlowDistanceCell(k, d, δ / d, Start, Time),
    ];

    protected override int TrialsNeeded(double level) => Math.Max(
        TrialDesign.TrialsNeeded(Probability, Planned, level) / Cells.Count + 1,
        SlopeDesign.Trials(level, Scatter, Resolution, ScaledSteps) / Dimensions.Count + 1);

    protected override Evidence Judge(Examination<FlowDistanceCell, FlowDistanceOutcome> examination) => Evidence.All(
    [
        examination.Count(
            "|L(w^N) − L(w(Nη))| ≤ e^(cs)√(dη)",
            (cell, o) => o.LossDifference
                <= ElementaryFunctions.Exp(GrowthRate * cell.Time) * Math.Sqrt(cell.Dimension * cell.Step)
                    ? TrialResult.Success
                    : TrialResult.Failure,
            Probability).Named(Bound),
        .. Degrees.Select(k =>
        {
            Examination<FlowDistanceCell, FlowDistanceOutcome> part = examination.Where(cell => cell.Degree == k);
            return part.Follows(
                $"‖w^N − w(Nη)‖ against dη, k = {k}",
                [.. part.Observations.Select(each => (
                    each.Cell.Step * (IsWithoutDimension ? 1 : each.Cell.Dimension), each.Outcome.Distance))],
                StepExponent,
                // Each of the s/η steps moves the weights by (d + 30)u at most, and the flow spreads that by e^(3s).
                pointError: part.Observations.Select(each => each.Cell.Time / each.Cell.Step
                        * (each.Cell.Dimension + 30) * UnitRoundoff * ElementaryFunctions.Exp(3 * each.Cell.Time)
                        / each.Outcome.Distance)
                    .DefaultIfEmpty(0).Max(),
                Allowance,
                Resolution,
                Gap).Named(Rate);
        }),
    ]);

    // Without d the regression on η has the slope ½Var(log dη)/(Var(log dη) + Var(log d)) = 0.2.
    private const double Start = 0.3, Time = 1, Gap = 0.25, Allowance = 0.06, Resolution = (Gap - Allowance) / 2;

    // A pilot of 1248 draws a cell with other seeds: all losses are within the bound; log distance scatters by 0.30 at
    // d = 8 and 0.13 at 32 for k = 1, by 0.37 and 0.17 for k = 2, pooled 0.29; its slope is off by 0.02.
    private const double Probability = 0.9, Planned = 0.99, Scatter = 0.3;
}
