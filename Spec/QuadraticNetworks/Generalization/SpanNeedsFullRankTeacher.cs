using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// The necessity of the span condition without rank(W*) = d, which the Model slide assumes: S* + tA ⪰ 0 for a t ≠ 0 iff
// t·VᵀAV ⪰ 0 (strictly: ≻ 0) on the kernel V of W*, by the Schur complement: [S_U + tA_UU, tA_UV; tA_VU, tA_VV] ≻ 0 for
// small t if tA_VV ≻ 0, and never if A_VV is indefinite.

/// <summary>The necessity of the span condition needs a teacher of full rank.</summary>
public sealed record SpanNeedsFullRankTeacher : Claim<DeficientTeacherCell, DeficientTeacherOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/span-needs-full-rank-teacher",
        Title = "A teacher of deficient rank can be the only interpolant although the X_iX_iᵀ do not span",
        Kind = ClaimKind.Counterexample,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{let } A \text{ span the directions that the data do not see, regular on } \ker W^*. \text{ Some } W \text{ has}
            f(W;X_i)=f(W^*;X_i) \text{ for every } i \text{ and } W^TW\ne W^{*T}W^* \text{ exactly when } A \text{ is not indefinite on } \ker W^*
            """),
        Hypotheses =
        [
            "the data leave exactly one direction A unseen (N = d(d+1)/2 − 1 samples in general position)",
            "VᵀAV regular on the kernel V of W*: draws with an eigenvalue within 10⁻³ of 0, or within 10⁻⁶ over the "
            + "least nonzero one of S*, are left out",
            "students of width d or more",
        ],
        Method =
            "A is the null vector of the design. The signs of the eigenvalues of VᵀAV, certified, predict; then S* + "
            + "tA is tried for t = ±1, ±½, …, ±2⁻²⁴: where the prediction is another "
            + "interpolant, one of these has to be positive definite beyond rounding, and where it is uniqueness, none "
            + "may be. For W* of rank 1 and N = d(d+1)/2 − 1 Gaussian samples the teacher is "
            + "the only interpolant in most draws from d = 3 on; for rank d − 1 it never is.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 4];

    [Parameter("rank", "ranks of the planted weights", Minimum = 0, Maximum = 8, Size = true)]
    public Choices<int> Ranks { get; init; } = [0, 1, 2, 3, 4];

    [Parameter("unique", "when the teacher is the only interpolant")]
    public UniquenessRule Unique { get; init; } = UniquenessRule.IndefiniteOnKernel;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("teachers of any rank are enough", this with { Unique = UniquenessRule.Never }, "others"),
        new(
            "unique whenever the unseen direction is indefinite",
            this with { Unique = UniquenessRule.Indefinite },
            "unique"),
        new(
            "the range of W* decides instead of its kernel",
            this with { Unique = UniquenessRule.IndefiniteOnRange },
            "unique"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5], Ranks = [0, 1, 2, 3, 4, 5] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6], Ranks = [0, 1, 2, 3, 4, 5, 6] },
    };

    protected override Experiment<DeficientTeacherCell, DeficientTeacherOutcome> Experiment { get; } =
        new DeficientTeacherExperiment();

    protected override IReadOnlyList<DeficientTeacherCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            from rank in Ranks
            where rank <= d
            select new DeficientTeacherCell(law, d, rank),
        ];

    protected override Evidence Judge(Examination<DeficientTeacherCell, DeficientTeacherOutcome> examination)
    {
        Examination<DeficientTeacherCell, DeficientTeacherOutcome> decided = examination.Given(IsClear);
        Evidence others = decided.Given((_, o) => !IsUnique(o)).ForAll(
            "where another interpolant is predicted, one exists",
            (_, o) => -o.Inside,
            (_, o) => o.InsideError,
            Derivation).Named("others");
        Evidence unique = decided.Given((_, o) => IsUnique(o)).ForAll(
            "where the teacher is predicted to be the only interpolant, there is no other",
            (_, o) => o.Inside,
            (_, o) => o.InsideError,
            Derivation).Named("unique");
        return Evidence.All(unique, others);
    }

    private const string Derivation = "rounding of S*, of the unseen direction and of the eigenvalue, over |t|";

    // With a margin δ on the kernel and a least nonzero eigenvalue s of S*, t ≤ δs/2 is small enough for the Schur
    // complement; δs > 10⁻⁶ keeps such t on the grid.
    private static bool IsClear(DeficientTeacherCell cell, DeficientTeacherOutcome o)
    {
        double δ =
            cell.TeacherRank == cell.Dimension ? 1 : Math.Min(Math.Abs(o.KernelLeast), Math.Abs(o.KernelGreatest));
        return δ > 1e-3 && δ * o.TeacherFloor > 1e-6 && o.EigenvalueError < 1e-6;
    }

    private bool IsUnique(DeficientTeacherOutcome o) => Unique switch
    {
        UniquenessRule.IndefiniteOnKernel => o is { KernelLeast: < 0, KernelGreatest: > 0 },
        UniquenessRule.Indefinite => o is { Least: < 0, Greatest: > 0 },
        UniquenessRule.IndefiniteOnRange => o is { RangeLeast: < 0, RangeGreatest: > 0 },
        _ => false,
    };
}
