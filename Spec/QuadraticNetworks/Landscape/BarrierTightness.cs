using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "An Energy Barrier", remark (b): "tight up to a multiplicative constant". The student that forgets the weakest
// direction, WᵀW = S* − σ²vvᵀ, has A = −σ²vvᵀ, hence L = σ⁴E(vᵀX)⁴ = σ⁴(3μ2² + (μ4 − 3μ2²)‖v‖₄⁴) and L̂ = σ⁴·mean
// (vᵀX_i)⁴: the factor is max{μ4, 3μ2²}/C, one number for each law with Var(x²) > 0, and unbounded over the laws. That
// student is not the best one.

/// <summary>The energy barrier is tight up to a factor that depends on the moments.</summary>
public sealed record BarrierTightness : Claim<NaiveStudentCell, NaiveStudentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/barrier-tightness",
        Title = "The barrier is tight up to max{μ4, 3μ2²}/C: forgetting the weakest direction costs σ⁴E(vᵀX)⁴",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: An Energy Barrier, remark (b); the constants are derived here"),
        Quotations = ["Tight up to a multiplicative constant."],
        Statement = new(
            """
            W^TW=W^{*T}W^*-\sigma^2vv^T: \ \mathcal{L}(W)=\sigma^4(3\mu_2^2+(\mu_4-3\mu_2^2)\|v\|_4^4)\le\max\{\mu_4,3\mu_2^2\}\,\sigma^4,
            \ \widehat{\mathcal{L}}(W)=\sigma^4\,\tfrac{1}{N}\sum_i(v^TX_i)^4, \ \sigma=\sigma_{\min}(W^*);
            \quad C\sigma^4\le\min_{\mathrm{rank}(W)\le d-1}\mathcal{L}(W)\le\frac{\max\{\mu_4,3\mu_2^2\}}{C}\,C\sigma^4
            """),
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment, Var(x²) > 0",
            "v a unit eigenvector of W*ᵀW* at its least eigenvalue σ²",
            "the constant is one of the law: it grows without bound as Var(x²) → 0 (barrier-ratio-is-unbounded)",
        ],
        Method =
            "The student is built for aligned and random teachers; its rank, its population risk and its empirical "
            + "risk (through the covariances of svec(XXᵀ)) are compared with the formulas: an error of 10⁻⁶ shows. L̂ "
            + "of that student, on 4·d(d+1)/2 samples, bounds the least L̂ from above; how far the mean of (vᵀX_i)⁴ "
            + "is from its expectation is not judged.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point, student-t-ν (ν ≥ 5)",
        Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter("square", "the k in kμ2² + (μ4 − kμ2²)‖v‖₄⁴", Minimum = 0, Maximum = 10)]
    public double SquareCoefficient { get; init; } = 3;

    [Parameter("exponent", "power of σ_min(W*)", Minimum = 0, Maximum = 8)]
    public double Exponent { get; init; } = 4;

    [Parameter("greatest", "factor before max{μ4, 3μ2²}", Minimum = 0, Maximum = 10)]
    public double GreatestFactor { get; init; } = 1;

    [Parameter("squared-mean", "whether (mean (vᵀX_i)²)² stands for mean (vᵀX_i)⁴")]
    public bool IsSquaredMean { get; init; }

    [Parameter("least", "whether no rank-deficient student has a smaller risk")]
    public bool IsLeast { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("2.9μ2² + (μ4 − 2.9μ2²)‖v‖₄⁴", this with { SquareCoefficient = 2.9 }, "population"),
        new("σ_min to the power 3.9", this with { Exponent = 3.9 }, "population"),
        new("0.99·max{μ4, 3μ2²} as the greatest risk", this with { GreatestFactor = 0.99 }, "factor"),
        new("(mean (vᵀX_i)²)² as the empirical risk", this with { IsSquaredMean = true }, "empirical"),
        new("the forgetful student is the best rank-deficient one", this with { IsLeast = true }, "least"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 5;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 5] },
        _ => this with { Dimensions = [1, 2, 3, 5, 8] },
    };

    protected override Experiment<NaiveStudentCell, NaiveStudentOutcome> Experiment { get; } =
        new NaiveStudentExperiment();

    protected override IReadOnlyList<NaiveStudentCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from teacher in ((TeacherKind Kind, double Scale)[])[(TeacherKind.Aligned, 0.125), (TeacherKind.Random, 8)]
           select new NaiveStudentCell(law, d, 4 * SymmetricVectorization.Dimension(d), teacher.Kind, teacher.Scale),
    ];

    // Units of σ⁴ throughout.
    protected override Evidence Judge(Examination<NaiveStudentCell, NaiveStudentOutcome> examination)
    {
        if (!IsLeast)
            examination.Skip(1);
        return Evidence.All(
        [
            examination.ForAll(
                "the population risk is σ⁴(3μ2² + (μ4 − 3μ2²)‖v‖₄⁴)",
                (cell, o) => Math.Abs(Formula(cell.Law, o) * Power(o) - o.Population),
                (_, o) => (1 + Power(o)) * o.PopulationError,
                Derivation).Named("population"),
            examination.ForAll(
                "the empirical risk is σ⁴ times the mean of (vᵀX_i)⁴",
                (_, o) =>
                    Math.Abs(
                        (IsSquaredMean ? o.MeanSquare * o.MeanSquare : o.MeanFourthPower) * Power(o) - o.Empirical),
                (_, o) => (1 + Power(o)) * o.EmpiricalError,
                Derivation)
                .Named("empirical"),
            examination
                .ForAll(
                    "the student has rank d − 1",
                    (cell, o) => Math.Abs(o.Rank - (cell.Dimension - 1)),
                    (_, _) => 0,
                    "a count")
                .Named("rank")
                .AsSupplement(),
            examination
                .ForAll(
                    "its risk is at most max{μ4, 3μ2²}σ⁴",
                    (cell, o) =>
                        o.Population
                        - GreatestFactor
                            * Math.Max(cell.Law.FourthMoment, 3 * cell.Law.SecondMoment * cell.Law.SecondMoment)
                            * Power(o),
                    (_, o) => (1 + Power(o)) * o.PopulationError,
                    Derivation).Named("factor"),
            .. IsLeast
                ? (Evidence[])
                [
                    examination.ForAll(
                        "no rank-deficient student has a smaller risk",
                        (_, o) => o.Population - o.Least,
                        (_, o) => o.PopulationError + o.LeastError,
                        "rounding of the risks of two explicit students").Named("least"),
                ]
                : [],
        ]);
    }

    private const string Derivation = "rounding of S* − σ²vvᵀ and of the quadratic form, and the proven bound of σ²";

    private double Power(NaiveStudentOutcome o) => BarrierFormulas.ExcessPower(o.Sigma, Exponent);

    private double Formula(CoordinateLaw law, NaiveStudentOutcome o)
    {
        double square = SquareCoefficient * law.SecondMoment * law.SecondMoment;
        return square + (law.FourthMoment - square) * o.FourthPower;
    }
}
