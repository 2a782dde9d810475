using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// "Picture so far" draws a set with λ_min(K) = 0 beside the domain of μ-PL*, and the talk asks for PL* on a ball. What
// may be outside: if all neurons are equal, the Jacobian is a Kronecker product vᵀ ⊗ D X and rank K ≤ d. For n > d
// take a null vector u of K and labels y = F(w) − u: then ∇L(w) = Jᵀu = 0 at L(w) = ½, whatever the width, while
// other weights do better.

/// <summary>The tangent kernel is singular somewhere, and there stationary points need not be global minima.</summary>
public sealed partial record SingularSet : Claim<EqualNeuronsCell, EqualNeuronsOutcome>
{
    [Parameter("activation", "activations that are smooth; an affine one misses the saddle", Values =
        "identity, tanh, sigmoid, softplus, sine, ripple", Size = true)]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh, Activation.Softplus];

    [Parameter("d", "dimensions of the inputs", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2];

    // Not a size: with none the kernel is regular, and a smaller instance would be one of another statement.
    [Parameter("excess", "samples beyond d", Minimum = 0, Maximum = 10)]
    public int Excess { get; init; } = 1;

    [Parameter("m", "widths, even", Minimum = 4, Maximum = 4096, Size = true)]
    public Choices<int> Widths { get; init; } = [6, 64];

    [Parameter(
        "perturbation", "deviation of the neurons from a common one in the counterexample", Minimum = 0, Maximum = 10)]
    public double Perturbation { get; init; }

    [Parameter("loss", "loss at the stationary point", Minimum = 0, Maximum = 10)]
    public double StationaryLoss { get; init; } = 0.5;

    [Parameter("saddle", "what u and δ have to make of Σ u_iσ''(w·x_i)(x_i·δ)², at least", Minimum = 0, Maximum = 1)]
    public double LeastCurvature { get; init; } = 1e-3;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("also with as many samples as dimensions", this with { Excess = 0 }, "singular"),
        new("also with neurons that differ by 0.3", this with { Perturbation = 0.3 }, "singular"),
        new("stationary also with neurons that differ by 0.1", this with { Perturbation = 0.1 }, "gradient"),
        new(
            "linear units have a lower loss too",
            this with { Activations = [Activation.Identity], LeastCurvature = 0 },
            "lower"),
        new("stationary points are global minima: their loss is 0", this with { StationaryLoss = 0 }, "loss"),
        new("the stationary loss is 0.55", this with { StationaryLoss = 0.55 }, "loss"),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Widths.Any(m => m % 2 != 0))
                yield return "a width is odd";
            if (LeastCurvature <= 0)
                yield return "w need not be a strict saddle";
        }
    }

    public override int Decisions => 5;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 4], Widths = [6, 64, 512] },
        _ => this with { Dimensions = [1, 2, 3, 4, 8], Widths = [6, 64, 512, 4096] },
    };

    protected override Experiment<EqualNeuronsCell, EqualNeuronsOutcome> Experiment { get; } =
        new EqualNeuronsExperiment();

    protected override IReadOnlyList<EqualNeuronsCell> Cells =>
    [
        .. from perturbation in new[] { Perturbation, 0.3 }.Distinct()
           from activation in Activations
           from d in Dimensions
           from m in Widths
           select new EqualNeuronsCell(activation, d + Excess, d, m, perturbation),
    ];

    protected override Evidence Judge(Examination<EqualNeuronsCell, EqualNeuronsOutcome> examination)
    {
        Examination<EqualNeuronsCell, EqualNeuronsOutcome> equal = examination.Where(cell =>
            cell.Perturbation.Equals(Perturbation));
        Examination<EqualNeuronsCell, EqualNeuronsOutcome> perturbed = examination.Where(cell =>
            !cell.Perturbation.Equals(0.0) && cell.Samples <= cell.Width * cell.Dimension);
        return Evidence.All([
            equal.ForAll("K is singular", (_, o) => o.LeastEigenvalue, (_, o) => o.Error, Derivation).Named("singular"),
            equal
                .ForAll(
                    "the gradient vanishes",
                    (_, o) => o.GradientNorm * o.GradientNorm,
                    (_, o) => 2 * o.Error,
                    Derivation)
                .Named("gradient"),
            equal
                .Given((_, o) => IsStationary(o))
                .ForAll(
                    "stationary points have the claimed loss",
                    (_, o) => Math.Abs(o.Loss - StationaryLoss),
                    (_, _) => 1e-12,
                    "rounding of a unit vector and of F − (F − u)")
                .Named("loss"),
            equal
                .Given((_, o) => o.Curvature >= LeastCurvature)
                .ForAll(
                    "other weights have a lower loss",
                    (_, o) => o.LowerLoss - o.Loss + 1e-10,
                    (_, _) => 1e-12,
                    "rounding of sums of squares")
                .Named("lower"),
            // No null vector of K is known beforehand here, so nothing could refute it: it accompanies the statement.
            perturbed
                .ForAllDefinite(
                    "perturbed neurons have a positive definite kernel",
                    (_, o) => o.LeastEigenvalue,
                    (_, _) => double.PositiveInfinity,
                    (_, o) => o.Error)
                .Named("perturbed")
                .AsSupplement(),
        ]);
    }

    private static bool IsStationary(EqualNeuronsOutcome o) => o.GradientNorm * o.GradientNorm <= 2 * o.Error;

    // ‖∇L‖² = uᵀKu exceeds the Rayleigh quotient of the computed K, itself λ_min and the residual of u at most, by the
    // rounding of K: with λ_min ≤ Error for a singular K that makes 2·Error. What rounding adds to u and the gradient,
    // of relative size (n + m + d)u, enters squared or times √Error.
    private const string Derivation =
        "units of λ_max: rounding of K, (m + d + 34)u tr K, and of its eigenvalues, as measured; ‖∇L‖² = uᵀKu stays "
        + "within twice their sum";
}
