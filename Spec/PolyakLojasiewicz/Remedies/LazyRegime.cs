using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Limitations": still in the NTK regime, ∇F(w_0) ≈ ∇F(w_t). Quantified: training moves the weights by O(1) in total, each neuron by O(1/√m), so that ‖∇F(w_t) − ∇F(w_0)‖/‖∇F(w_0)‖ = Θ(1/√m) at fixed data.

/// <summary>How much training changes the Jacobian of a wide network.</summary>
public sealed record LazyRegime : Claim<LazyRegimeCell, LazyRegimeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/lazy-regime",
        Title = "Training changes the Jacobian of a wide network by a share of order 1/√m",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OverparameterizedLandscapesTalk.At("Limitations, second item (22/23); the exponent is derived here"),
        Quotations = [@"still in the NTK regime  $\nabla F(w_0) \approx \nabla F(w_t)$"],
        Statement = new(
            """
            \frac{\|\nabla F(w_t)-\nabla F(w_0)\|_F}{\|\nabla F(w_0)\|_F}=\Theta(m^{-1/2}), \quad
            \|w_t-w_0\|=\Theta(1)
            """),
        Hypotheses =
        [
            "F_i = (1/√m)Σ_j v_jσ(w_j·x_i), first layer trained, σ smooth (here tanh), data fixed",
            "labels of norm 1, F(w_0) = 0 by a mirrored initialization",
        ],
        Method =
            "Gradient descent with step size 1/‖X‖₂² over widths in powers of two, the same data at all widths of a draw. Logarithms of all "
            + "draws follow a line in log m; draws differ by factors of their own, which widens the interval and shifts no slope. "
            + "Exponents off by ½ are seen.",
    };

    [Parameter("activations", "activation", Values = "tanh, sigmoid, softplus, sine, ripple")]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh];

    [Parameter("width", "smallest number of hidden units, even", Minimum = 2, Maximum = 4096)]
    public int Width { get; init; } = 16;

    [Parameter("doublings", "how often the width is doubled", Minimum = 3, Maximum = 12)]
    public int Doublings { get; init; } = 6;

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 32)]
    public int Samples { get; init; } = 4;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64)]
    public int Dimension { get; init; } = 8;

    [Parameter("steps", "steps of gradient descent", Minimum = 1, Maximum = 10_000)]
    public int Steps { get; init; } = 20;

    [Parameter("exponent", "exponent of the width in the relative change of the Jacobian", Minimum = -2, Maximum = 1)]
    public double Exponent { get; init; } = -0.5;

    [Parameter("displacement", "exponent of the width in the displacement of the weights", Minimum = -2, Maximum = 1)]
    public double Displacement { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the Jacobian drifts like 1/m", this with { Exponent = -1 }, Jacobian),
        new("the Jacobian drifts by a fixed share: features are learned", this with { Exponent = 0 }, Jacobian),
        new("the weights move by 1/√m", this with { Displacement = -0.5 }, Weights),
    ];

    public override int Decisions => 2 * Activations.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Width = 64, Steps = 60 },
        _ => this with { Width = 64, Doublings = 10, Steps = 200, Activations = [Activation.Tanh, Activation.Softplus] },
    };

    protected override Experiment<LazyRegimeCell, LazyRegimeOutcome> Experiment { get; } = new LazyRegimeExperiment();

    protected override IReadOnlyList<LazyRegimeCell> Cells =>
        [.. Activations.Select(σ => new LazyRegimeCell(σ, Samples, Dimension, Width, Doublings, Steps))];

    // Logarithms scatter by 0.3 at most between draws, and ln m has a variance of 1.9 over six octaves: 24 draws at seven
    // widths leave a standard error of 0.017, whose sixfold (level 10⁻⁷, 166 degrees of freedom) is below the resolution.
    protected override int TrialsNeeded(double level) => 24;

    protected override Evidence Judge(Examination<LazyRegimeCell, LazyRegimeOutcome> examination)
    {
        return Evidence.All(
        [
            .. examination.ByCell().SelectMany(part => (Evidence[])
            [
                Power(part.Part, $"{part.Cell.Activation.Name}: the relative change of the Jacobian", o => o.JacobianDrifts, Exponent)
                    .Named(Jacobian),
                Power(part.Part, $"{part.Cell.Activation.Name}: the displacement of the weights", o => o.Displacements, Displacement)
                    .Named(Weights),
            ]),
        ]);
    }

    private const string Jacobian = "Jacobian";

    private const string Weights = "weights";

    // Corrections of relative order 1/√m, 0.25 at the smallest width, tilt the line by less than the allowance.
    private static Evidence Power(
        Examination<LazyRegimeCell, LazyRegimeOutcome> part, string statement, Func<LazyRegimeOutcome, double[]> numbers, double exponent) =>
        part.Follows(
            statement,
            [.. from observation in part.Observations
                from point in observation.Outcome.Widths.Zip(numbers(observation.Outcome))
                select ((double)point.First, point.Second)],
            exponent,
            pointError: 0,
            allowance: 0.03,
            resolution: 0.23,
            gap: 0.5);
}
