using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// With N fixed and m = ρC*d², residuals X_iᵀAX_i over √(2m)·μ2·d tend to independent standard normals: ‖WX‖² given X is
// nearly ‖X‖² times a chi-square variable with m degrees of freedom (exactly, for Gaussian weights), and the X_i are
// nearly orthogonal. Hence L̂(W0)/E L → χ²_N/N in law, σ⁴ ~ m², and the probability of success tends to P(χ²_N < Nρ),
// below 1 for every constant. It tends to 1 when N grows, at any rate, if ρ > 1.

/// <summary>The initialization theorem needs a growing number of samples.</summary>
public sealed partial record InitializationNeedsSamples : Claim<InitializationCell, InitializationOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/initialization-needs-samples",
        Title = "With N fixed, the start W0ᵀW0 = mI misses the barrier with a probability that does not vanish",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = StationaryPointsTalk.At("Proper Initialization. Main Result."),
        Quotations =
        [
            @"Data $X_i \in \mathbb{R}^d$, $1 \leq i \leq N$ has i.i.d. centered sub-Gaussian coordinates. Initialize "
            + @"$W_0$ so that "
            + @"$W_0^T W_0 = mI_{d \times d}$. Then, with high probability, "
            + @"$\widehat{\mathcal{L}}(W_0) < \frac{1}{2} C_5 \sigma_{\min}(W^*)^4$",
            @"provided $m > Cd^2$, for a large constant $C > 0$.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{for every } N: \text{ if } W_0^TW_0=mI \text{ and } m>Cd^2, \text{ then }
            \mathbb{P}[\widehat{\mathcal{L}}(W_0)<\tfrac12 C_5\,\sigma_{\min}(W^*)^4]\to1 \text{ as } d\to\infty
            """)
        {
            Corrected =
                """
                \text{for } m=\rho\,C_*d^2,\ C_*=2\max\{1,2\mu_2^2/\kappa\}, \text{ and } N \text{ fixed, as } d\to\infty:
                \mathbb{P}[\widehat{\mathcal{L}}(W_0)<\tfrac12\min\{\kappa,2\mu_2^2\}\,\sigma_{\min}(W^*)^4]\to\mathbb{P}[\chi^2_N<N\rho]<1;
                \text{the theorem holds if and only if } N\to\infty \ (\rho>1)
                """,
            Reason =
                "With one sample L̂(W0) = ‖X‖⁴(m − χ²_m)² for Gaussian weights, where ‖X‖² ~ μ2·d and χ²_m − m ~ "
                + "√(2m)·Z: it exceeds ½Cσ⁴ ~ ½Cm² as soon as "
                + "Z² > ρ, whatever d. For N samples Z² becomes χ²_N/N. The talk nowhere asks that N grow.",
        },
        Hypotheses =
        [
            "planted weights i.i.d., centered, of unit variance, with finite fourth moment (Gaussian in the "
            + "examination)",
            "data i.i.d. with i.i.d. centered coordinates, Var(x²) > 0 and finite fourth moment",
        ],
        Method =
            "One sample: the joint law of uᵀS*u and σ_min(W*) is drawn through the tridiagonal form, in dimensions up "
            + "to thousands; more samples: the full matrix. The share of "
            + "successes is compared by Clopper–Pearson with P(χ²_N < Nρ_d), ρ_d = ½C(√m − √d)⁴/E L → ρ. The allowance "
            + "(1 + κ/μ2²)/d is for the fluctuations of ‖X‖² and of "
            + "σ_min(W*): measured with 40,000 draws from d = 8 to 32 the difference is at most 1.3/d for Gaussian, "
            + "0.7/d for uniform and 0.5/d for two-point data. A probability off by the "
            + "resolution and that allowance would be seen, at smoke 0.07 at d = 256: a degree of freedom more, a "
            + "barrier off by a factor 2, but not by a tenth.",
    };

    [Parameter("law", "laws of the data coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions (above 64: N = 1 only)", Minimum = 8, Maximum = 4096, Size = true)]
    public Choices<int> Dimensions { get; init; } = [32, 256];

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 64)]
    public Choices<int> Samples { get; init; } = [1];

    [Parameter("rho", "m divided by C*·d²", Minimum = 0.5, Maximum = 8)]
    public double Ratio { get; init; } = 2;

    [Parameter("limit", "claimed probability of success")]
    public FewSamplesFormula Formula { get; init; } = FewSamplesFormula.ChiSquare;

    [Parameter("resolution", "half-width of the interval that decides", Minimum = 0.015, Maximum = 0.4)]
    public double Resolution { get; init; } = 0.06;

    public override Claim AsPrinted => Focused() with { Formula = FewSamplesFormula.Certain };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "success at one sample is as likely as at two",
            Focused() with { Formula = FewSamplesFormula.OneMore, Ratio = 0.5 }),
        new("barrier C in place of ½C", Focused() with { Formula = FewSamplesFormula.Doubled }),
        new("risk over barrier in place of barrier over risk", Focused() with { Formula = FewSamplesFormula.Inverted }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Laws where law.VarianceOfSquare == 0
        select $"Var(x²) > 0, and x² does not vary under the {law} law";

    public override int Decisions => Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [32, 1024], Samples = [1, 16], Resolution = 0.05 },
        _ => this with { Dimensions = [32, 64, 1024, 4096], Samples = [1, 2, 4, 16, 64], Resolution = 0.02 },
    };

    protected override Experiment<InitializationCell, InitializationOutcome> Experiment { get; } =
        new InitializationExperiment();

    protected override IReadOnlyList<InitializationCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from samples in Samples
           where samples == 1 || d <= 64
           let m = InitialLoss.Whole(Ratio * InitialLoss.AsymptoticConstant(law) * d * d, d)
           select new InitializationCell(law, CoordinateLaw.Gaussian, d, m, samples, m),
    ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<InitializationCell, InitializationOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().Select(part => part.Part.AgreeInShare(
                $"probability of success ({part.Cell.Data} data, d = {part.Cell.Dimension}, N = {part.Cell.Samples})",
                (cell, o) => o.Below(cell.Data.BarrierConstant / 2),
                Theory(part.Cell),
                finiteSizeCorrection:
                    (1 + part.Cell.Data.VarianceOfSquare / Square(part.Cell.Data.SecondMoment)) / part.Cell.Dimension,
                Resolution)),
        ]);

    private double Theory(InitializationCell cell)
    {
        double m = cell.Width;
        double leastSquare = Square(1 - Math.Sqrt(cell.Dimension / m));
        double ρ =
            cell.Data.BarrierConstant
            / 2
            * m
            * Square(leastSquare)
            / InitialLoss.MeanPerNeuron(cell.Data, cell.Weights, cell.Dimension);
        return Formula switch
        {
            FewSamplesFormula.ChiSquare => ChiSquareLaw.Probability(cell.Samples * ρ, cell.Samples),
            FewSamplesFormula.OneMore => ChiSquareLaw.Probability((cell.Samples + 1) * ρ, cell.Samples + 1),
            FewSamplesFormula.Doubled => ChiSquareLaw.Probability(2 * cell.Samples * ρ, cell.Samples),
            FewSamplesFormula.Inverted => ChiSquareLaw.Probability(cell.Samples / ρ, cell.Samples),
            _ => 1,
        };
    }

    private static double Square(double x) => x * x;

    // One law in the largest dimension, where the finite-size correction is smallest.
    private InitializationNeedsSamples Focused() =>
        this with { Laws = [CoordinateLaw.Gaussian], Dimensions = [Dimensions[^1]], Samples = [1] };
}
