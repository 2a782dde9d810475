using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// J_I^†v = Σ_(s≤r) (u_sᵀv/λ_s) v_s, so that ‖Π_I v‖²/‖J_I^†v‖² = Σc²/Σ(c/λ)² is a mean of the λ_s², harmonic with the
// weights c²: between λ_r² and λ_1², and equal to them at u_r and u_1. That is how the third and sixth columns of the
// tables are read.

/// <summary>How the pseudo-inverse on the information space scales vectors.</summary>
public sealed record PseudoInverseSandwich : Claim<PseudoInverseCell, PseudoInverseOutcome>
{
    private const string Below = "from below", Above = "from above";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/pseudo-inverse-sandwich",
        Title = "The quotient of the columns Π_I v and J_I^† v lies between λ_r and λ_1",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At("No label corruption with ADAM, derived here beside the columns of its table"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            @"\lambda_r\|J_{\mathcal I}^{\dagger}v\|\le\|\Pi_{\mathcal I}v\|\le\lambda_1\|J_{\mathcal I}^{\dagger}v\|"),
        Hypotheses = ["λ_r > 0"],
        Method =
            "Random spectra of whole numbers and vectors in their singular bases, u_1 and u_r among them, in rational "
                + "arithmetic.",
    };

    [Parameter("r", "dimension of the information space", Minimum = 2, Maximum = 20, Size = true)]
    public int Rank { get; init; } = 4;

    [Parameter("largest", "singular values are whole numbers up to this one", Minimum = 2, Maximum = 1000,
        Size = true)]
    public int Largest { get; init; } = 12;

    [Parameter("lower", "s of the lower λ_(r−s)", Minimum = 0, Maximum = 1)]
    public int Lower { get; init; }

    [Parameter("upper", "s of the upper λ_(1+s)", Minimum = 0, Maximum = 1)]
    public int Upper { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("λ_(r−1) from below", this with { Lower = 1 }, Below),
        new("λ_2 from above", this with { Upper = 1 }, Above),
    ];

    public override int Decisions => 2;

    protected override Experiment<PseudoInverseCell, PseudoInverseOutcome> Experiment { get; } =
        new PseudoInverseExperiment();

    protected override IReadOnlyList<PseudoInverseCell> Cells => [new(Rank, Largest)];

    protected override Evidence Judge(Examination<PseudoInverseCell, PseudoInverseOutcome> examination) =>
        Evidence.All(
            examination.ForAll(
                "λ² from below less the squared quotient",
                (_, o) => Difference(Square(o.SingularValues[^(1 + Lower)]), o.SquaredRatio()),
                (_, _) => 0,
                Exact).Named(Below),
            examination.ForAll(
                "the squared quotient less λ² from above",
                (_, o) => Difference(o.SquaredRatio(), Square(o.SingularValues[Upper])),
                (_, _) => 0,
                Exact).Named(Above));

    private const string Exact = "none: rational arithmetic, of which the sign is exact";

    private static Rational Square(int λ) => λ * λ;

    private static double Difference(Rational a, Rational b) => (a - b).Rounded().Value;
}
