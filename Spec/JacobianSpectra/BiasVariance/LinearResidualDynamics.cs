using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// On I: (1 − ηλ²)^T ≤ e^(−ηλ²T) ≤ e^(−Γ), as λ ≥ α, and (1 − (1 − ηλ²)^T)/λ ≤ 1/λ. On N: the factor is at most 1, and
// (1 − (1 − ηλ²)^T)/λ ≤ ηTλ ≤ ηTα (Bernoulli). Squares add up.

/// <summary>What is left of a residual, and how far the weights go, while the Jacobian does not move.</summary>
public sealed record LinearResidualDynamics : Claim<FrozenDynamicsCell, FrozenDynamicsOutcome>
{
    private const string Bias = "residual", Variance = "distance";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/linear-residual-dynamics",
        Title = "Γ/(ηα²) steps leave e^(−Γ) of the residual on I and move weights by at most Γ/α for that on N",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = JacobianSpectraTalk.At("Theory (random initialization)"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            r_T=(I-\eta JJ^T)^Tr_0,\ 0<\eta\le1/\lambda_1^2,\ T=\lceil\Gamma/(\eta\alpha^2)\rceil:
            \|r_T\|^2\le\|\Pi_\mathcal{N}r_0\|^2+e^{-2\Gamma}\|\Pi_\mathcal{I}r_0\|^2
            \|W_T-W_0\|^2\le\|J_\mathcal{I}^\dagger r_0\|^2+(\eta T\alpha)^2\|\Pi_\mathcal{N}r_0\|^2
            """),
        Hypotheses = ["the Jacobian is constant", "I is spanned by the u_s with λ_s ≥ α"],
        Method =
            "Random spectra with a cutoff at one of the singular values, in interval arithmetic. Residuals everywhere, "
            + "at the cutoff, where the first bound is nearly met, and just below it, where the second is for small Γ.",
    };

    [Parameter("directions", "number of singular values", Minimum = 2, Maximum = 200, Size = true)]
    public Choices<int> Directions { get; init; } = [2, 8];

    [Parameter("spread", "deviation of the logarithms of the singular values", Minimum = 0, Maximum = 1)]
    public double Spread { get; init; } = 1;

    [Parameter("rate", "the residual on I over e^(−rate·Γ)", Minimum = 0, Maximum = 10)]
    public double Rate { get; init; } = 1;

    [Parameter("kept", "the share of the residual on N that is left", Minimum = 0, Maximum = 10)]
    public double Kept { get; init; } = 1;

    [Parameter("movement", "the distance on N over ηTα", Minimum = 0, Maximum = 10)]
    public double Movement { get; init; } = 1;

    [Parameter("inverse", "the distance on I over the pseudoinverse", Minimum = 0, Maximum = 10)]
    public double Inverse { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("e^(−1.2Γ) left on the information space", this with { Rate = 1.2 }, Bias),
        new("0.95 left on the nuisance space", this with { Kept = 0.95 }, Bias),
        new("no movement along the nuisance space", this with { Movement = 0 }, Variance),
        new("0.8 of the movement along the nuisance space", this with { Movement = 0.8 }, Variance),
        new("half the pseudoinverse", this with { Inverse = 0.5 }, Variance),
    ];

    public override int Decisions => 2;

    protected override Experiment<FrozenDynamicsCell, FrozenDynamicsOutcome> Experiment { get; } =
        new FrozenDynamicsExperiment();

    protected override IReadOnlyList<FrozenDynamicsCell> Cells =>
    [
        .. from N in Directions
           from placement in Enum.GetValues<ResidualPlacement>()
           select new FrozenDynamicsCell(N, placement, IsWhole: false, Spread),
    ];

    protected override Evidence Judge(Examination<FrozenDynamicsCell, FrozenDynamicsOutcome> examination) =>
        Evidence.All(
        [
            examination.ForAllEnclosed("residual left less its bound, over the first residual", (_, o) =>
                (o.Remaining - Interval.Square(Kept) * o.Nuisance
                    - IntervalFunctions.Exp(-2 * Interval.Of(Rate) * o.Gamma) * o.Information)
                / (o.Information + o.Nuisance)).Named(Bias),
            examination.ForAllEnclosed("distance less its bound, over the bound for one", (_, o) =>
                (o.Distance - Interval.Square(Inverse) * o.Pseudoinverse - Growth(o, Movement) * o.Nuisance)
                / (o.Pseudoinverse + Growth(o, 1) * o.Nuisance)).Named(Variance),
        ]);

    // ηTα is within 3u of the number computed.
    private static Interval Growth(FrozenDynamicsOutcome o, double movement) =>
        Interval.Square(Interval.Of(movement) * o.Growth * new Interval(1 - 1e-15, 1 + 1e-15));
}
