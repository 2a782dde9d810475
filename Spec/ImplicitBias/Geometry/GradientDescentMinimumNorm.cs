using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Geometry;

// "Effect of Optimization Geometry": steps of descent on ‖Xw − y‖² stay in w₀ + row(X) and contract in it exactly for
// η‖X‖² < 1, so that the limit is the interpolant nearest to w₀. Runs in doubles with a bound of their rounding; the
// distance is measured by a factorization that knows nothing of the run.

/// <summary>Gradient descent on least squares ends at the interpolant nearest to its start.</summary>
public sealed partial record GradientDescentMinimumNorm : Claim<LeastSquaresDescentCell, LeastSquaresDescentOutcome>
{
    private const string Limit = "the limit", Threshold = "the largest stable step";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/gradient-descent-minimum-norm",
        Title = "Gradient descent on underdetermined least squares ends at the interpolant nearest to its start",
        Kind = ClaimKind.Limit,
        Source = ImplicitBiasTalk.At(
            "Effect of Optimization Geometry",
            "S. Gunasekar, J. Lee, D. Soudry, N. Srebro, arXiv:1802.08246"),
        Quotations =
        [
            @"Gradient descent on underspecified linear regression  $\min_w \|Xw - y\|^2$",
            @"$w \rightarrow \arg \min_{Xw=y} \|w\|_2$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(@"w_{k+1}=w_k-\eta\nabla\|Xw_k-y\|^2 \ \Rightarrow\ w_k\to\arg\min_{Xw=y}\|w\|_2")
        {
            Corrected =
                @"\eta\|X\|^2<1:\quad w_k\to\arg\min_{Xw=y}\|w-w_0\|_2,\ \text{which is } \arg\min_{Xw=y}\|w\|_2 "
                    + @"\text{ exactly for } w_0\in\mathrm{row}(X);\quad \eta\|X\|^2>1:\ \text{divergence from almost "
                    + @"every start}",
            Reason =
                "No start is named for linear regression. From a start outside the row space of $X$ the component "
                    + "beside it never moves, and the limit keeps it.",
        },
        Hypotheses =
        [
            "X of full row rank",
            "for the minimum norm: w₀ in the row space of X",
            "η‖X‖² < 1, the objective being without ½",
        ],
        Method =
            "X in Haar's bases with known singular values; starts at 0, in the row space and anywhere; as many steps "
                + "as the contraction needs for 10⁻¹³. The distance to the limit is the norm of a solved residual and "
                + "of what lies beside the row space. Just above the threshold the distance grows.",
    };

    [Parameter("m", "equations", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Samples { get; init; } = [2, 5];

    [Parameter("surplus", "unknowns beyond the equations", Minimum = 1, Maximum = 200, Size = true)]
    public int Surplus { get; init; } = 7;

    [Parameter("condition", "s_max/s_min of X", Minimum = 1, Maximum = 10, Size = true)]
    public double Condition { get; init; } = 4;

    [Parameter("step", "stable step sizes η‖X‖²", Minimum = 0.01, Maximum = 0.999, Size = true)]
    public Choices<double> RelativeSteps { get; init; } = [0.5, 0.95];

    [Parameter("threshold", "η‖X‖² beyond which descent diverges", Minimum = 0.5, Maximum = 4)]
    public double LargestStep { get; init; } = 1;

    [Parameter("every-start", "whether the limit is claimed to have the least norm from every start")]
    public bool FromEveryStart { get; init; }

    [Parameter("from-start", "whether the limit is nearest to w₀ rather than to 0")]
    public bool NearestToStart { get; init; } = true;

    public override Claim AsPrinted => this with { FromEveryStart = true, NearestToStart = false };

    public override string PrintedPart => Limit;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "the limit has the least norm from every start",
            this with
            {
                FromEveryStart = true,
                NearestToStart = false,
            },
            Limit),
        new("stable up to η‖X‖² = 1.1", this with { LargestStep = 1.1 }, Threshold),
        new("unstable from η‖X‖² = 0.95 on", this with { LargestStep = 0.95 }, Threshold),
        new("stable up to 2/‖X‖², as with ½‖Xw − y‖²", this with { LargestStep = 2 }, Threshold),
    ];

    public override int Decisions => 2;

    protected override Experiment<LeastSquaresDescentCell, LeastSquaresDescentOutcome> Experiment { get; } =
        new LeastSquaresDescentExperiment();

    private double[] NearThreshold => [0.98 * LargestStep, 1.02 * LargestStep];

    protected override IReadOnlyList<LeastSquaresDescentCell> Cells =>
    [
        .. from m in Samples
           from step in RelativeSteps
           from start in Enum.GetValues<StartingPoint>()
           select new LeastSquaresDescentCell(m, m + Surplus, Condition, step, start),
        .. from m in Samples
        from step in NearThreshold
        select new LeastSquaresDescentCell(m, m + Surplus, Condition, step, StartingPoint.Zero),
    ];

    protected override int TrialsNeeded(double level) => 2 * TrialsOverDesign(level);

    protected override Evidence Judge(Examination<LeastSquaresDescentCell, LeastSquaresDescentOutcome> examination) =>
        Evidence.All([
            examination
                .Where(cell =>
                    RelativeSteps.Contains(cell.RelativeStep)
                    && (NearestToStart || FromEveryStart || cell.Start != StartingPoint.Anywhere))
                .ForAll(
                    "distance to the interpolant nearest to the start ≤ what the contraction leaves",
                    (_, o) => (NearestToStart ? o.Distance : o.DistanceToMinimumNorm) - o.Remainder,
                    (_, o) => o.Error,
                    "rounding of a step times the number of steps, and of the two factorizations").Named(Limit),
        // Over 400 steps a direction of factor 1.01 or more grows fiftyfold; one of factor below 1 shrinks.
            examination.Where(cell => NearThreshold.Contains(cell.RelativeStep)).ForAll(
                "distances shrink at 0.98 times the threshold and grow at 1.02 times it",
                (cell, o) =>
                    cell.RelativeStep < LargestStep
                        ? (o.Distance - o.StartDistance) / (1 + o.Distance)
                        : (o.StartDistance - o.Distance) / (1 + o.Distance),
                (_, o) => o.Error / (1 + o.Distance),
                "rounding of a step times the number of steps, and of the two factorizations").Named(Threshold),
        ]);
}
