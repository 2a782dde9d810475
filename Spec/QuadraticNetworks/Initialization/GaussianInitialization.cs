using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// For the population risk and Gaussian W* an explicit width m_0(d, t) and an explicit probability 1 − 4e^{−t²/2}, from
// the bounds of the extreme singular values and of the trace. m_0/d² → 8·max{κ, 2μ2²}/min{κ, 2μ2²}, four times the
// sharp constant for Gaussian and uniform data.

/// <summary>A non-asymptotic initialization theorem for Gaussian planted weights.</summary>
public sealed record GaussianInitialization : Claim<InitializationCell, InitializationOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/gaussian-initialization",
        Title =
            "For Gaussian weights the start W0ᵀW0 = mI lies below the barrier at explicit widths with explicit "
            + "probability",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Proper Initialization. Main Result."),
        Quotations =
        [
            "An analogous result for the population risk. In the case of $W^*$ having i.i.d. standard normal entries, "
            + "non-asymptotic guarantees are available.",
        ],
        Statement = new(
            """
            \text{let } \eta=(\sqrt{d}+t)(2\sqrt{m}+\sqrt{d}+t). \text{ If}
            \mu_2^2\,(t\,(2md)^{1/2}+t^2)^2+\max\{\kappa,2\mu_2^2\}\,d\,\eta^2<\tfrac12\min\{\kappa,2\mu_2^2\}\,(\sqrt{m}-\sqrt{d}-t)^4,
            \text{then } \mathbb{P}[\mathcal{L}(W_0)<\tfrac12\min\{\kappa,2\mu_2^2\}\,\sigma_{\min}(W^*)^4]\ge 1-4e^{-t^2/2}
            """),
        Hypotheses =
        [
            "entries of W* i.i.d. standard normal, t ≥ 0",
            "data coordinates i.i.d., centered, with finite fourth moment, Var(x²) > 0; population risk",
            "W0ᵀW0 = mI",
        ],
        Method =
            "For each law and dimension starts are drawn at the least width that satisfies the condition; the share "
            + "below the barrier is bounded by Clopper–Pearson and has to reach "
            + "1 − 4e^(−t²/2). The condition asks for four times the width that is needed, and what is examined is its "
            + "order in d: a factor below ½ before √d, or below ¼ before η², would be seen.",
    };

    [Parameter("law", "laws of the data coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace];

    [Parameter("d", "data dimensions (above 128: Gaussian data only)", Minimum = 1, Maximum = 2048, Size = true)]
    public Choices<int> Dimensions { get; init; } = [3, 16];

    [Parameter("tenths", "deviation t in tenths", Minimum = 18, Maximum = 35)]
    public int Tenths { get; init; } = 25;

    [Parameter("edge", "coefficient of √d beside t", Minimum = 0, Maximum = 2)]
    public double Edge { get; init; } = 1;

    [Parameter("rank", "coefficient of d before η²", Minimum = 0, Maximum = 2)]
    public double Rank { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("singular values within √m ± (0.4√d + t)", Focused() with { Edge = 0.4 }),
        new("a fifth of ‖A‖_F² counted", Focused() with { Rank = 0.2 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Laws where law.VarianceOfSquare == 0
        select $"Var(x²) > 0, and x² does not vary under the {law} law";

    public override int Decisions => Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 8, 32] },
        _ => this with { Dimensions = [1, 2, 8, 32, 64] },
    };

    protected override Experiment<InitializationCell, InitializationOutcome> Experiment { get; } =
        new InitializationExperiment();

    protected override IReadOnlyList<InitializationCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let m = InitialLoss.SufficientWidth(law, d, Tenths / 10.0, Edge, Rank)
           select new InitializationCell(law, CoordinateLaw.Gaussian, d, m, 0, m),
    ];

    // 1 − 4e^{−t²/2}.
    private double Claimed => 1 - 4 * ElementaryFunctions.Exp(-Tenths * Tenths / 200.0);

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Claimed, Claimed + 0.9 * (1 - Claimed), level / 2);

    protected override Evidence Judge(Examination<InitializationCell, InitializationOutcome> examination) =>
        Evidence.All(
            [
                .. examination.ByCell().Select(part => part.Part.Count(
                    $"the start lies below the barrier ({part.Cell.Data} data, d = {part.Cell.Dimension}, m = "
                        + $"{part.Cell.Width})",
                    (cell, o) => o.Below(cell.Data.BarrierConstant / 2),
                    Claimed)),
            ]);

    // Gaussian data in a dimension where t is small beside √d.
    private GaussianInitialization Focused() => this with { Laws = [CoordinateLaw.Gaussian], Dimensions = [2048] };
}
