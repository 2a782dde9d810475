using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Limitations": still in the NTK regime, ∇F(w_0) ≈ ∇F(w_t). Quantified: training moves the weights by O(1) in total,
// each neuron by O(1/√m), so that ‖∇F(w_t) − ∇F(w_0)‖/‖∇F(w_0)‖ = Θ(1/√m) at fixed data.

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
        Quotations =
        [
            @"still in the NTK regime  $\nabla F(w_0) \approx \nabla F(w_t)$",
        ],
        Statement = new(
            """
            \text{still in the NTK regime } \nabla F(w_0)\approx\nabla F(w_t):
            \quad \frac{\|\nabla F(w_t)-\nabla F(w_0)\|_F}{\|\nabla F(w_0)\|_F}=\Theta(m^{-1/2}),
            \quad \|w_t-w_0\|=\Theta(1)
            """),
        Hypotheses =
        [
            "F_i = (1/√m)Σ_j v_jσ(w_j·x_i), first layer trained, σ smooth and not affine (here tanh)",
            "data fixed and generic, t > 0",
            "labels of norm 1, F(w_0) = 0 by a mirrored initialization",
        ],
        Method =
            "Gradient descent with step size 1/‖X‖₂² over widths in powers of two, the same data at all widths "
            + "of a draw; drift and displacement follow powers of m.",
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
        new("the Jacobian drifts like m^(−3/4)", this with { Exponent = -0.75 }, "jacobian"),
        new("the Jacobian drifts like m^(−1/4)", this with { Exponent = -0.25 }, "jacobian"),
        new("the Jacobian drifts by a fixed share: features are learned", this with { Exponent = 0 }, "jacobian"),
        new("the weights move by m^(−1/4)", this with { Displacement = -0.25 }, "displacement"),
    ];

    public override int Decisions => 2 * Activations.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Width = 64, Steps = 60 },
        _ => this with
        {
            Width = 64,
            Doublings = 10,
            Steps = 200,
            Activations = [Activation.Tanh, Activation.Softplus],
        },
    };

    protected override Experiment<LazyRegimeCell, LazyRegimeOutcome> Experiment { get; } = new LazyRegimeExperiment();

    protected override IReadOnlyList<LazyRegimeCell> Cells =>
        [.. Activations.Select(σ => new LazyRegimeCell(σ, Samples, Dimension, Width, Doublings, Steps))];

    // Data and width together scatter the logarithm of the drift by 0.4.
    protected override int TrialsNeeded(double level) => SlopeDesign.Trials(
        level, scatter: 0.4, Resolution, Enumerable.Range(0, Doublings + 1).Select(k => (double)(1 << k)));

    protected override Evidence Judge(Examination<LazyRegimeCell, LazyRegimeOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().SelectMany(part => (Evidence[])
                [
                    Follows(
                        part.Part,
                        $"{part.Cell.Activation.Name}: the relative change of the Jacobian",
                        o => o.JacobianDrifts,
                        Exponent).Named("jacobian"),
                    Follows(
                        part.Part,
                        $"{part.Cell.Activation.Name}: the displacement of the weights",
                        o => o.Displacements,
                        Displacement).Named("displacement"),
                ]),
        ]);

    // Half of what is left of the gap to m^(−1/4) beside the allowance.
    private const double Resolution = 0.11;

    private static Evidence Follows(
        Examination<LazyRegimeCell, LazyRegimeOutcome> part,
        string statement,
        Func<LazyRegimeOutcome, double[]> numbers,
        double exponent) =>
        part.Follows(
            statement,
            [
                .. part.Observations.SelectMany(o =>
                    o.Outcome.Widths.Zip(numbers(o.Outcome), (m, y) => ((double)m, y))),
            ],
            exponent,
            pointError: 0,
            allowance: 0.03,
            Resolution,
            gap: 0.25);
}
