using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Slide 11 ②, "assuming data is not degenerate": which data are. ∇f(w; x) = (1/√m)(v_j σ'(w_j·x) x)_j, so x = 0 gives
// a zero row, x_j = x_i equal rows, and x_j = −x_i opposite rows if σ' is even: K(w) is then singular at every w.
// Other parallel inputs are harmless, as are antipodal ones for softplus.

/// <summary>Which training inputs make the tangent kernel singular at every point.</summary>
public sealed record DegenerateData : Claim<DegenerateInputsCell, DegenerateInputsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/degenerate-data",
        Title = "Zero, repeated and, for even slopes, antipodal inputs make the tangent kernel singular everywhere",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, ②; what degenerate means is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            x_2=tx_1,\ t\in\{-1,0,1\} \text{ and } \sigma'(-z)=\sigma'(z) \Rightarrow
            K(w)(te_1-e_2)=0 \text{ for every } w;
            \quad \lambda_{\min}(K(w))>0 \text{ for other } t \text{, and for } t=-1 \text{ with softplus}
            """),
        Hypotheses = ["shallow network without biases",
            "for the second part: m ≥ 2, σ′ analytic and no polynomial, weights standard normal, the other inputs "
                + "in general position (d ≥ 2 here), "
            + "more parameters than samples"],
        Method =
            "At random weights the explicit null vector t·e_1 − e_2 is applied to K; the residual has to be "
            + "rounding. With t = 2, t = −½, and for softplus with t = −1, the least eigenvalue has to exceed "
            + "its rounding error in every trial; the null vector of t = 0, ±1 would refute that, and an "
            + "eigenvalue within its error would decide nothing.",
    };

    [Parameter("activation", "activations said to have even slope", Values =
        "identity, tanh, sigmoid, softplus, relu, sine, ripple", Size = true)]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh, Activation.Sigmoid];

    [Parameter("harmless-activation", "activations for which antipodal inputs are harmless", Values =
        "identity, tanh, sigmoid, softplus, relu, sine, ripple", Size = true)]
    public Choices<Activation> Harmless { get; init; } = [Activation.Softplus];

    [Parameter("singular", "multiples t that make K singular", Minimum = -10, Maximum = 10, Size = true)]
    public Choices<double> Singular { get; init; } = [-1, 0, 1];

    [Parameter("regular", "multiples t that do not", Minimum = -10, Maximum = 10, Size = true)]
    public Choices<double> Regular { get; init; } = [-0.5, 2];

    [Parameter("n", "number of samples", Minimum = 2, Maximum = 6, Size = true)]
    public int Samples { get; init; } = 4;

    [Parameter("d", "dimension of the inputs", Minimum = 2, Maximum = 100, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("m", "width", Minimum = 1, Maximum = 4096, Size = true)]
    public int Width { get; init; } = 64;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "antipodal inputs are degenerate for softplus too",
            this with
            {
                Activations = [Activation.Softplus],
                Singular = [-1],
            },
            "singular"),
        new("all parallel inputs are degenerate", this with { Singular = [-1, 0, 1, 2] }, "singular"),
        new("antipodal inputs are harmless for tanh", this with { Harmless = [Activation.Tanh] }, "regular"),
        new("repeated inputs are harmless", this with { Regular = [1] }, "regular"),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Width < 2)
                yield return "the width is 2 at least";
            if (Activations.Concat(Harmless).Any(σ => σ == Activation.Identity || σ == Activation.RectifiedLinear))
                yield return "slopes are analytic and no polynomials";
            if (Singular.Concat(Regular).Any(t => new double[] { -1, 0, 1 }.Any(s => t != s && Math.Abs(t - s) < 1e-6)))
                yield return "a multiple t other than −1, 0, 1 lies within a millionth of one of them, which double "
                    + "precision does not tell apart";
        }
    }

    public override int Decisions => 2;

    protected override Experiment<DegenerateInputsCell, DegenerateInputsOutcome> Experiment { get; } =
        new DegenerateInputsExperiment();

    protected override IReadOnlyList<DegenerateInputsCell> Cells =>
        [.. SingularCells.Concat(RegularCells).Distinct()];

    private IEnumerable<DegenerateInputsCell> SingularCells =>
        from activation in Activations from t in Singular select Cell(activation, t);

    private IEnumerable<DegenerateInputsCell> RegularCells =>
        (from activation in Activations from t in Regular select Cell(activation, t)).Concat(
            from activation in Harmless
            select Cell(activation, -1));

    private DegenerateInputsCell Cell(Activation activation, double t) => new(activation, t, Samples, Dimension, Width);

    protected override Evidence Judge(Examination<DegenerateInputsCell, DegenerateInputsOutcome> examination)
    {
        HashSet<DegenerateInputsCell> singular = [.. SingularCells], regular = [.. RegularCells];
        return Evidence.All(
            examination
                .Where(singular.Contains)
                .ForAll("t·e_1 − e_2 is a null vector of K", (_, o) => o.NullResidual, (_, o) => o.Error, Derivation)
                .Named("singular"),
            examination
                .Where(regular.Contains)
                .ForAllDefinite(
                    "K is positive definite",
                    (_, o) => o.Least,
                    (cell, o) => IsNull(cell) ? o.NullResidual : double.PositiveInfinity,
                    (_, o) => o.Error)
                .Named("regular"));
    }

    // Where t·e_1 − e_2 is a null vector by its structure: rounding alone does not make one.
    private static bool IsNull(DegenerateInputsCell cell) =>
        cell.Multiple is 0 or 1 || (cell.Multiple is -1 && cell.Activation.HasEvenSlope);

    private const string Derivation =
        "units of λ_max: rounding of K, (m + d + 34)u tr K, and of its eigenvalues, as measured";
}
