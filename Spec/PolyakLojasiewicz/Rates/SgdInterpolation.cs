using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slides 17 and 21, "PL* ⇒ linear convergence of (S)GD". With L = Σℓ_i, ℓ_i ≥ 0 λ-smooth, ‖∇ℓ_i‖² ≤ 2λℓ_i; one
// uniform index a step: E L ≤ (1 − (2ημ − βλη²)/n)L, least at η = μ/(βλ): 1 − μ²/(nβλ). It needs losses that vanish
// together.

/// <summary>Single-sample descent converges linearly under interpolation.</summary>
public sealed record SgdInterpolation : Claim<SingleSampleCell, SingleSampleOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/sgd-interpolation",
        Title = "Under PL* single-sample SGD converges linearly: factor 1 − μ²/(nβλ) with step μ/(βλ)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At("PL* ⇒ linear convergence of (S)GD; the factor is derived here"),
        Quotations =
        [
            @"$\Rightarrow$  Linear convergence of (S)GD",
        ],
        Statement = new(
            """
            L=\sum_{i=1}^n\ell_i, \ \ell_i\ge0 \ \lambda\text{-smooth}, \ \frac{1}{2}\|\nabla L\|^2\ge\mu L, \
            \eta=\mu/(\beta\lambda):
            \quad \mathbb{E}_iL(w-\eta\nabla\ell_i(w))\le(1-\mu^2/(n\beta\lambda))L(w)
            """),
        Hypotheses = ["the losses ℓ_i vanish together (interpolation)", "L is β-smooth", "i uniform on the n samples"],
        Method =
            "Least squares and Σh((Aw)_i), h(r) = r² + 3sin²r, with solutions, A in Haar's bases. All samples "
            + "are enumerated, so that the expectation over i is exact; one step from the worst known "
            + "directions and from random points.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 5];

    [Parameter(
        "surplus", "parameters beyond the samples; negative: labels that no parameters fit", Minimum = -10,
        Maximum = 20)]
    public int Surplus { get; init; } = 3;

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 3];

    [Parameter("step", "multiple of the step μ/(βλ)", Minimum = 0.001, Maximum = 1000)]
    public double StepFactor { get; init; } = 1;

    [Parameter("full-rate", "whether the factor 1 − μ/β of full gradient descent is claimed")]
    public bool ClaimsFullRate { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the factor 1 − μ/β of full gradient descent", this with { ClaimsFullRate = true }),
        new("more samples than parameters", this with { Samples = [5, 8], Surplus = -2, Ripples = [0] }),
        new("a step fifty times as long", this with { StepFactor = 50 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Surplus < 0 ? ["more samples than parameters: the losses need not vanish together"] : [];

    protected override Experiment<SingleSampleCell, SingleSampleOutcome> Experiment { get; } =
        new SingleSampleExperiment();

    protected override IReadOnlyList<SingleSampleCell> Cells =>
        [
            .. from n in Samples
            from ripple in Ripples
            select new SingleSampleCell(n, n + Surplus, ripple, 4, StepFactor),
        ];

    protected override Evidence Judge(Examination<SingleSampleCell, SingleSampleOutcome> examination)
    {
        return examination.ForAll(
            "E L after the step ≤ factor · L before",
            (cell, o) => o.ExpectedRatio - (1 - Gain(cell, o)),
            (_, o) => o.Error,
            "rounding of the losses, of the steps and of the constants by which A was built");
    }

    private double Gain(SingleSampleCell cell, SingleSampleOutcome o) => ClaimsFullRate
        ? o.Polyak / o.Smoothness
        : o.Polyak * o.Polyak / (cell.Samples * o.Smoothness * o.SampleSmoothness);
}
