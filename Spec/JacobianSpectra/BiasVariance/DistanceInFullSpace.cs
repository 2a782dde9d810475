using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// With I = ℝ^(nK), ‖W_T − W₀‖² = Σ (1 − (1 − ηλ²)^T)²(u·r₀)²/λ² lies between (1 − e^(−Γ))² and 1 times
// r₀ᵀ(JJᵀ)⁻¹r₀: the numerator under the root of the slide is the squared distance, for r₀ = −y.

/// <summary>The distance in the bound of Arora et al., which the split into two spaces contains.</summary>
public sealed record DistanceInFullSpace : Claim<FrozenDynamicsCell, FrozenDynamicsOutcome>
{
    private const string Upper = "at most", Lower = "at least";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/distance-in-full-space",
        Title = "For I = ℝⁿ the distance from the start is the root of r₀ᵀ(JJᵀ)⁻¹r₀, up to a share e^(−Γ)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = JacobianSpectraTalk.At(
            "Theory (random initialization)", JacobianSpectraTalk.JacobianPaper + ", (2.4); arXiv:1901.08584"),
        Quotations =
        [
            @"Picking cut-off small ( $\mathcal{I} = \mathbb{R}^n$ ) and  $K = 1$  improves upon [Arora et. al.]",
            @"\text{missclass error} \lesssim \sqrt{\frac{\mathbf{y}^T (\mathbf{J}\mathbf{J}^T)^{-1} \mathbf{y}}{n}}",
        ],
        Statement = new(
            """
            \mathcal{I}=\mathbb{R}^{nK},\ T=\lceil\Gamma/(\eta\lambda_{\min}^2)\rceil:
            (1-e^{-\Gamma})^2\,r_0^T(JJ^T)^{-1}r_0\le\|W_T-W_0\|^2\le r_0^T(JJ^T)^{-1}r_0
            """),
        Hypotheses = ["the Jacobian is constant and of rank nK", "0 < η ≤ 1/λ₁²", "f(W₀) = 0 for r₀ = −y"],
        Method =
            "Random spectra in interval arithmetic. The error that a distance implies has an unnamed constant and is "
            + "not examined, nor which of the two bounds on widths is smaller.",
    };

    [Parameter("directions", "number of singular values", Minimum = 2, Maximum = 200, Size = true)]
    public Choices<int> Directions { get; init; } = [2, 8];

    [Parameter("spread", "deviation of the logarithms of the singular values", Minimum = 0, Maximum = 1)]
    public double Spread { get; init; } = 1;

    [Parameter("root", "whether (JJᵀ)^(−1/2) stands in place of (JJᵀ)⁻¹")]
    public bool IsRoot { get; init; }

    [Parameter("factor", "what the form is multiplied with", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("rate", "the share that is missing over e^(−rate·Γ)", Minimum = 0, Maximum = 10)]
    public double Rate { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("(JJᵀ)^(−1/2) in place of the inverse", this with { IsRoot = true }, Upper),
        new("0.9 of the form", this with { Factor = 0.9 }, Upper),
        new("twice the form, as under the root of Arora et al.", this with { Factor = 2 }, Lower),
        new("no more than e^(−1.5Γ) missing", this with { Rate = 1.5 }, Lower),
    ];

    public override int Decisions => 2;

    protected override Experiment<FrozenDynamicsCell, FrozenDynamicsOutcome> Experiment { get; } =
        new FrozenDynamicsExperiment();

    protected override IReadOnlyList<FrozenDynamicsCell> Cells =>
    [
        .. from N in Directions
           from placement in (ResidualPlacement[])[ResidualPlacement.Everywhere, ResidualPlacement.AtTheCutoff]
           select new FrozenDynamicsCell(N, placement, IsWhole: true, Spread),
    ];

    protected override Evidence Judge(Examination<FrozenDynamicsCell, FrozenDynamicsOutcome> examination) =>
        Evidence.All(
        [
            examination.ForAllEnclosed(
                "squared distance over the form, less 1", (_, o) => o.Distance / Form(o) - 1).Named(Upper),
            examination.ForAllEnclosed(
                "(1 − e^(−Γ))² less squared distance over the form",
                (_, o) => Interval.Square(1 - IntervalFunctions.Exp(-Interval.Of(Rate) * o.Gamma))
                    - o.Distance / Form(o)).Named(Lower),
        ]);

    private Interval Form(FrozenDynamicsOutcome o) => Interval.Of(Factor) * (IsRoot ? o.Root : o.Pseudoinverse);
}
