using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Geometry;

// "Coordinate descent … → argmin ‖w‖₁ s.t. …". With steps νr, r the edge: γ₁(1 − ν/2) − log m/‖w‖₁ ≤ min Mw/‖w‖₁ ≤ γ₁.
// Steps to the minimum along the coordinate (AdaBoost) can end in a cycle: on the matrix of Rudin, Daubechies and
// Schapire at the margin 1/3 instead of 3/8.

/// <summary>Coordinate descent with small steps reaches the ℓ₁ margin.</summary>
public sealed partial record CoordinateDescentMargin : Claim<BoostingCell, BoostingOutcome>
{
    private const string Lower = "the margin that is reached", Upper = "no margin is larger";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/coordinate-descent-margin",
        Title =
            "Coordinate descent with shrunken steps reaches the largest ℓ₁ margin; with exact line search it need not",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Effect of Optimization Geometry",
            "M. Telgarsky, arXiv:1303.4172; C. Rudin, I. Daubechies, R. Schapire, JMLR 5, 2004"),
        Quotations =
        [
            @"Coordinate descent on  $\min_w \sum_i g(y_i \langle w, x_i \rangle)$",
            @"$\frac{w}{\|w\|} \rightarrow \arg \min \|w\|_1$  s.t.  $y_i \langle w, x_i \rangle \geq 1$  [Telgarsky "
                + @"2013]",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(@"\frac{\min_i(Mw)_i}{\|w\|_1}\to\gamma_1=\max_{\|w\|_1=1}\min_i(Mw)_i,\quad M_{ij}=y_ix_{ij}")
        {
            Corrected =
                @"\text{steps } \nu r_k,\ r_k \text{ the edge}:\quad \gamma_1(1-\tfrac{\nu}{2})-\frac{\log "
                    + @"m}{\|w\|_1}\le\frac{\min_i(Mw)_i}{\|w\|_1}\le\gamma_1",
            Reason =
                "No step rule is named. With exact line search the 8 × 8 matrix of Rudin, Daubechies and Schapire "
                    + "stays at 1/3, below $\\gamma_1=3/8$; the cited paper shrinks the steps.",
        },
        Hypotheses =
        [
            "entries of M within [−1, 1]",
            "exponential loss",
            "the coordinate of steepest descent",
            "steps νr, 0 < ν ≤ 1, from w = 0",
        ],
        Method =
            "Circulant sign matrices, whose margin is the mean of a row, and the cycling matrix, whose margin 3/8 two "
                + "rational strategies prove. The printed form takes the steps to the minimum, as coordinate descent "
                + "customarily does, and claims that they come as near as as many shrunken ones with ν = 0.1.",
    };

    [Parameter("size", "rows and columns of the circulants", Minimum = 3, Maximum = 50, Size = true)]
    public Choices<int> Sizes { get; init; } = [3, 8, 15];

    [Parameter("shrinkage", "ν", Minimum = 0.001, Maximum = 1, Size = true)]
    public Choices<double> Shrinkages { get; init; } = [0.1, 0.5, 1];

    [Parameter("steps", "number of steps", Minimum = 10, Maximum = 100_000)]
    public int Steps { get; init; } = 4000;

    [Parameter("loss", "the c in γ₁(1 − cν)", Minimum = 0, Maximum = 1)]
    public double Loss { get; init; } = 0.5;

    [Parameter("start-cost", "the c in c·log m/‖w‖₁", Minimum = 0, Maximum = 2)]
    public double StartCost { get; init; } = 1;

    [Parameter("euclidean", "whether the margin is divided by ‖w‖₂")]
    public bool IsEuclidean { get; init; }

    [Parameter("exact", "whether steps go to the minimum along the coordinate")]
    public bool IsExact { get; init; }

    public override Claim AsPrinted => this with { IsExact = true, Shrinkages = [0.1] };

    public override string PrintedPart => Lower;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exact line search comes as near", this with { IsExact = true, Shrinkages = [0.1] }, Lower),
        new("margins with ‖w‖₂ in place of ‖w‖₁", this with { IsEuclidean = true }, Upper),
        new("nothing is lost to the step: γ₁ − log m/‖w‖₁", this with { Loss = 0, StartCost = 0 }, Lower),
    ];

    public override int Decisions => 2;

    protected override Experiment<BoostingCell, BoostingOutcome> Experiment { get; } = new BoostingExperiment();

    private CoordinateStep Step => IsExact ? CoordinateStep.Exact : CoordinateStep.Shrunken;

    protected override IReadOnlyList<BoostingCell> Cells =>
    [
        .. from ν in Shrinkages select new BoostingCell(SignMatrix.Cycling, 8, Step, ν, Steps),
        .. from size in Sizes from ν in Shrinkages select new BoostingCell(SignMatrix.Circulant, size, Step, ν, Steps),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level);

    protected override Evidence Judge(Examination<BoostingCell, BoostingOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "γ₁(1 − cν) − log m/‖w‖₁ ≤ margin",
            (cell, o) =>
                o.BestMargin * (1 - Loss * cell.Shrinkage)
                - StartCost * ElementaryFunctions.Log(cell.Size) / o.Norm
                - Margin(o),
            (_, o) => o.Error,
            Derivation).Named(Lower),
        examination
            .ForAll("margin ≤ γ₁", (_, o) => Margin(o) - o.BestMargin, (_, o) => o.Error, Derivation)
            .Named(Upper),
    ]);

    private const string Derivation = "rounding of the margins of the stored w, and of the sums over the steps";

    private double Margin(BoostingOutcome o) => IsEuclidean ? o.EuclideanMargin : o.Margin;
}
