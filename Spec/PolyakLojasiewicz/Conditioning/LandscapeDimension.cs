using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// "Loss landscapes": m < n isolated local minima, m ≫ n manifolds of global minima (m parameters, here p). The second
// has dimension p − n where ∇F has rank n. The first is generic only: a network that realizes one function by a curve
// of parameters has no isolated minimum, however many data there are.

/// <summary>The dimension of the set of minimizers around one of them.</summary>
public sealed partial record LandscapeDimension : Claim<MinimumSetCell, MinimumSetOutcome>
{
    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Outputs { get; init; } = [1, 3, 5];

    [Parameter("p", "numbers of parameters", Minimum = 2, Maximum = 24, Size = true)]
    public Choices<int> Parameters { get; init; } = [2, 4, 6];

    [Parameter("dimension", "which dimension the set of minima is said to have")]
    public MinimumSetRule Dimension { get; init; } = MinimumSetRule.Corrected;

    [Parameter("zeros", "zero eigenvalues of H_L beyond the dimension", Minimum = -8, Maximum = 8)]
    public int MoreZeros { get; init; }

    [Parameter(
        "valley-power", "power of the step that the loss along the kernel of the Jacobian follows", Minimum = 1,
        Maximum = 8)]
    public double ValleyPower { get; init; } = 4;

    [Parameter("convex-everywhere", "whether the loss is said to be convex around over-parameterized minima too")]
    public bool ConvexEverywhere { get; init; }

    public override Claim AsPrinted => this with { Dimension = MinimumSetRule.CountOfUnknowns };

    public override string PrintedPart => "dimension";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("dimension p − n + 1", this with { Dimension = MinimumSetRule.OneMore }, "dimension"),
        new("isolated in every case", this with { Dimension = MinimumSetRule.Isolated }, "dimension"),
        new("one zero eigenvalue more than the dimension", this with { MoreZeros = 1 }, "eigenvalues"),
        new("convex around the minima for p > n too", this with { ConvexEverywhere = true }, "convexity"),
        new("the loss grows like ε^3.9 along the kernel", this with { ValleyPower = 3.9 }, "valley"),
    ];

    public override int Decisions => 2 * Cells.Select(Family).Distinct().Count() + 2;

    // Each family has to show a violation on a quarter of the draws, also where a third of them are nearly dependent.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToSee(0.15, level);

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Outputs = [1, 3, 6, 10], Parameters = [2, 4, 8, 16] };

    protected override Experiment<MinimumSetCell, MinimumSetOutcome> Experiment { get; } = new MinimumSetExperiment();

    protected override IReadOnlyList<MinimumSetCell> Cells =>
    [
        .. from family in Enum.GetValues<MinimumSetFamily>()
           from n in Outputs
           from p in Parameters
           where family switch
           {
               MinimumSetFamily.Quadratic => n != p,
               MinimumSetFamily.TanhNetwork => n < p,
               _ => n > p,
           }
           select new MinimumSetCell(family, n, p),
    ];

    protected override Evidence Judge(Examination<MinimumSetCell, MinimumSetOutcome> examination)
    {
        // Nearly dependent gradients and failed descents are left out: they show neither dimension. Each family for
        // itself, so that one of which nothing is left decides nothing.
        Examination<MinimumSetCell, MinimumSetOutcome> sound = examination.Given(
            (_, o) => o.Conditioning > 0.02 && o.Reached < 1e-3);
        return Evidence.All([
            .. Cells
                .Select(Family)
                .Distinct()
                .SelectMany(family => Counts(family, sound.Where(cell => Family(cell) == family))),
            sound
                .Where(cell => ConvexEverywhere || cell.Parameters < cell.Outputs)
                .Given((_, o) => ConvexEverywhere || (o.ZeroEigenvalues == 0 && o.LeastEigenvalue > 0))
                .ForAll(
                    "H_L is positive semidefinite around minima with H_L ≻ 0",
                    (_, o) => -o.LeastNearby,
                    (cell, _) => 10 * (cell.Parameters + cell.Outputs) * UnitRoundoff,
                    "eigenvalues over the largest: rounding of sums of n products, and of the eigenvalue routine")
                .Named("convexity"),
            Valleys(sound),
        ]);
    }

    private static (MinimumSetFamily Map, bool IsOver) Family(MinimumSetCell cell) =>
        (cell.Family, cell.Parameters > cell.Outputs);

    private Evidence[] Counts(
        (MinimumSetFamily Map, bool IsOver) family, Examination<MinimumSetCell, MinimumSetOutcome> part)
    {
        string name = (family.Map switch
        {
            MinimumSetFamily.LinearUnit => "one linear unit",
            MinimumSetFamily.TanhNetwork => "tanh networks",
            _ => "quadratic maps",
        }) + (family.IsOver ? ", p > n" : ", p < n");
        return
        [
            part.ForAll(
                $"{name}: the set of minima has the claimed dimension",
                (cell, o) => Math.Abs(o.Dimension - Claimed(cell, o)),
                (_, _) => 0,
                "whole numbers: singular values above ½ are counted")
                .Named("dimension"),
            part.ForAll(
                $"{name}: H_L has as many zero eigenvalues, the others positive",
                (_, o) => Math.Abs(o.ZeroEigenvalues - o.Dimension - MoreZeros) + (o.LeastEigenvalue < -1e-9 ? 1 : 0),
                (_, _) => 0,
                "whole numbers: eigenvalues below 10⁻⁹ of the largest count as 0; rounding leaves 10·p·u < 10⁻¹³")
                .Named("eigenvalues"),
        ];
    }

    // F can be constant along the kernel, as for one neuron and one sample; such a valley is flat up to rounding and
    // has no exponent.
    private Evidence Valleys(Examination<MinimumSetCell, MinimumSetOutcome> sound)
    {
        const string Law = "the loss along the kernel of ∇F grows like ε⁴";
        Examination<MinimumSetCell, MinimumSetOutcome> valleys = sound.Given(
            (_, o) => o.ValleyLosses.Length > 0 && o.ValleyLosses[0] > 1e-20);
        return valleys
            .Follows(
                Law,
                [.. valleys.Observations.SelectMany(observation => Relative(observation.Outcome.ValleyLosses))],
                ValleyPower,
                pointError: 0,
                allowance: 0.02,
                resolution: 0.04,
                gap: 0.1).Named("valley");
    }

    // Losses over their geometric mean: what is left between draws is the scatter of their slopes.
    private static IEnumerable<(double X, double Y)> Relative(double[] losses)
    {
        double mean = SampleStatistics.GeometricMean(losses);
        return MinimumSetExperiment.Steps.Select((step, k) => (step, losses[k] / mean));
    }

    private int Claimed(MinimumSetCell cell, MinimumSetOutcome o)
    {
        int excess = Math.Max(0, cell.Parameters - cell.Outputs);
        return Dimension switch
        {
            MinimumSetRule.CountOfUnknowns => excess,
            MinimumSetRule.OneMore => excess + 1,
            MinimumSetRule.Isolated => 0,
            _ => excess > 0 ? excess : o.ZeroEigenvalues,
        };
    }
}
