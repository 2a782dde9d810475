using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// "Kernel and Deep Regimes in Matrix Completion": with orthonormal rows K₀ = 2α²δ, so that in the kernel regime nothing
// moves but what is observed. The change elsewhere falls like α^−4 where U₀V₀ᵀ = 0; from a biased orthogonal start the
// residual itself is of size α², and the change grows; Gaussian factors have no diagonal kernel.

/// <summary>In the kernel regime completion leaves the unobserved entries alone, from unbiased orthogonal
/// starts.</summary>
public sealed partial record UnobservedEntries : Claim<CompletionChangeCell, CompletionChangeOutcome>
{
    [Parameter("n", "rows and columns", Minimum = 2, Maximum = 12, Size = true)]
    public int MatrixSize { get; init; } = 4;

    [Parameter("instances", "number of problems", Minimum = 1, Maximum = 20, Size = true)]
    public int Instances { get; init; } = 3;

    [Parameter("power", "the power of α", Minimum = -8, Maximum = 4)]
    public double Power { get; init; } = -4;

    [Parameter("multiple", "the c in K₀ = cα²δ", Minimum = 0, Maximum = 8)]
    public double Multiple { get; init; } = 2;

    [Parameter("rows-only", "whether the formula is left with its first half")]
    public bool IsRowsOnly { get; init; }

    [Parameter("biased", "whether the start is biased")]
    public bool IsBiased { get; init; }

    [Parameter("gaussian", "whether the factors are Gaussian")]
    public bool IsGaussian { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a biased orthogonal start", this with { IsBiased = true }, Change),
        new("the change falls like α^−2", this with { Power = -2 }, Change),
        new("the change falls like α^−5", this with { Power = -5 }, Change),
        new("Gaussian factors", this with { IsGaussian = true }, Kernel),
        new("K₀ = α²δ", this with { Multiple = 1 }, Kernel),
        new("K = δ_ii′⟨V_j, V_j′⟩", this with { IsRowsOnly = true }, Formula),
    ];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { MatrixSize = 6, Instances = 5 },
        _ => this with { MatrixSize = 8, Instances = 10 },
    };

    protected override Experiment<CompletionChangeCell, CompletionChangeOutcome> Experiment { get; } =
        new CompletionChangeExperiment();

    protected override IReadOnlyList<CompletionChangeCell> Cells =>
        [.. Enumerable.Range(0, Instances).Select(i => new CompletionChangeCell(MatrixSize, [2, 8], Start, i))];

    protected override Evidence Judge(Examination<CompletionChangeCell, CompletionChangeOutcome> examination) =>
        Evidence.All(
            examination.ForAll(
                "the Gram matrix of the gradients is that of the formula",
                (_, o) => IsRowsOnly ? o.RowDeviation : o.FormulaDeviation,
                (_, o) => o.KernelError,
                Rounding).Named(Formula),
            examination.ForAll(
                "K₀/α² is c on the diagonal and 0 elsewhere",
                (_, o) => Multiple == 2 ? o.KernelDeviation : Math.Abs(Multiple - 2) - o.KernelDeviation,
                (_, o) => o.KernelError,
                Rounding).Named(Kernel),
            examination.ForAll(
                "the power of α between α = 2 and α = 8",
                (_, o) => Deviation(o),
                "proven errors of the enclosed limits",
                resolution: 0.2).Named(Change));

    private const string Formula = "the formula", Kernel = "the kernel", Change = "the change";

    private const string Rounding = "rounding of inner products and of the orthogonal factors";

    private CompletionStart Start => IsGaussian ? CompletionStart.GaussianUnbiased
        : IsBiased ? CompletionStart.OrthogonalBiased
        : CompletionStart.OrthogonalUnbiased;

    private Bounded Deviation(CompletionChangeOutcome o)
    {
        double first = o.Errors[0] / o.Changes[0], last = o.Errors[^1] / o.Changes[^1];
        if (!o.Finished || !(first + last < 0.25))
            return new(0, double.PositiveInfinity);
        double power = ElementaryFunctions.Log(o.Changes[^1] / o.Changes[0]) / ElementaryFunctions.Log(4);
        return new(Math.Abs(power - Power) - 0.2, 1.2 * (first + last) / ElementaryFunctions.Log(4));
    }
}
