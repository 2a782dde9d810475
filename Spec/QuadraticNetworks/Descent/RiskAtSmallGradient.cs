using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// What a small gradient says below the barrier, from both sides. ‖∇L‖ = 4‖WR‖ with (1 − √θ)σ² ≤ σ_d(W)², ‖W‖² ≤ B², λL
// ≤ ‖R‖² ≤ ΛL and λ‖A‖ ≤ ‖R‖ ≤ Λ‖A‖: risk and gradient squared, distance and gradient are the same up to constants. The
// talk prints the exponents 1, ½, 1.

/// <summary>Below the barrier risk, distance and population risk are of order ‖∇L‖², ‖∇L‖ and ‖∇L‖².</summary>
public sealed record RiskAtSmallGradient : Claim<SubBarrierDescentCell, SubBarrierDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/risk-at-small-gradient",
        Title = "Below the barrier L̂, ‖WᵀW − S*‖_F and L are of the orders ε², ε and ε² in ε = ‖∇L̂‖",
        Kind = ClaimKind.Scaling,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Convergence of Gradient Descent, second bullet; constants, both sides and "
                + "exponents are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \theta<1,\ \epsilon=\|\nabla\widehat{\mathcal{L}}(W)\|_F \Rightarrow
            \frac{\epsilon^2}{16\lambda_{\max}B^2}\le\widehat{\mathcal{L}}(W)\le\frac{\epsilon^2}{16\lambda_{\min}(1-\sqrt\theta)\sigma^2},
            \quad \frac{\epsilon}{4\lambda_{\max}B}\le\|W^TW-W^{*T}W^*\|_F\le\frac{\epsilon}{4\lambda_{\min}\sqrt{1-\sqrt\theta}\,\sigma},
            \quad C\|W^TW-W^{*T}W^*\|_F^2\le\mathcal{L}(W)\le\Lambda\|W^TW-W^{*T}W^*\|_F^2
            """),
        Hypotheses =
        [
            "rank(W*) = d, σ = σ_min(W*)",
            "λ_min, λ_max the extreme eigenvalues of the tensorized covariance, λ_min > 0",
            "B² = ‖W*‖² + √θσ², C and Λ the extreme eigenvalues of the expected tensorized covariance",
        ],
        Method =
            "At every iterate of descents from below the barrier risk and distance are compared with the gradient, "
            + "from above and below: at d = 1 the upper bounds are attained, and a tenth in a constant shows. At the "
            + "first iterates below the last seven of ten ε the geometric means of risk, distance and population risk "
            + "over the runs whose upper and lower constants differ by a factor of 4 at most give the exponents; "
            + "their intervals allow for half of that, on a logarithmic scale, whatever the exponent: half an "
            + "exponent shows.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter("n-per-dim", "N divided by d(d+1)/2 for the empirical risk", Minimum = 2, Maximum = 256)]
    public int SamplesPerDimension { get; init; } = 16;

    [Parameter("constant", "constant c of ε²/(cλ(1 − √θ)σ²)", Minimum = 0.1, Maximum = 1000)]
    public double Constant { get; init; } = 16;

    [Parameter("risk-exponent", "exponent of ε in the risk", Minimum = 0, Maximum = 8)]
    public double RiskExponent { get; init; } = 2;

    [Parameter("distance-exponent", "exponent of ε in the distance", Minimum = 0, Maximum = 8)]
    public double DistanceExponent { get; init; } = 1;

    [Parameter("population-exponent", "exponent of ε in the population risk", Minimum = 0, Maximum = 8)]
    public double PopulationExponent { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("constant 17.6 instead of 16", Focused() with { Constant = 17.6 }, "risk-upper"),
        new("empirical risk of order ε^1.5", Focused() with { RiskExponent = 1.5 }, "risk-exponent"),
        new("empirical risk of order ε^2.5", Focused() with { RiskExponent = 2.5 }, "risk-exponent"),
        new("distance of order √ε", Focused() with { DistanceExponent = 0.5 }, "distance-exponent"),
        new("population risk of order ε^1.5", Focused() with { PopulationExponent = 1.5 }, "population-exponent"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 8;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Dimensions = [1, 2, 4, 6],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
        },
        _ => this with
        {
            Dimensions = [1, 2, 4, 6, 8, 10],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
        },
    };

    protected override Experiment<SubBarrierDescentCell, SubBarrierDescentOutcome> Experiment { get; } =
        new SubBarrierDescentExperiment();

    // The same cells as for the convergence of the descent, which shares their measurement.
    protected override IReadOnlyList<SubBarrierDescentCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from samples in (int[])[0, SamplesPerDimension * SymmetricVectorization.Dimension(d)]
           from teacher in (DescentTeacher[])[DescentTeacher.Gaussian, DescentTeacher.Isotropic]
           from weakened in (bool[])[false, true]
           select new SubBarrierDescentCell(law, d, samples, teacher, weakened, StepFactor: 1, ScaleExponent: 0),
    ];

    protected override Evidence Judge(Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> examination)
    {
        Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> below = examination.Given((_, o) => o.HasBarrier);
        return Evidence.All(
            Within(
                "risk-upper",
                "L ≤ ε²/(cλ(1 − √θ)σ²)",
                o => o.GreatestRisk * Constant * o.LeastEigenvalue * Least(o) - 1),
            Within(
                "risk-lower",
                "L ≥ ε²/(cΛB²)",
                o => 1 - o.LeastRisk * Constant * o.LargestEigenvalue * o.SquaredNorm),
            Within(
                "distance-upper",
                "‖WᵀW − S*‖ ≤ ε/(4λ√(1 − √θ)σ)",
                o => o.GreatestDistance * 4 * o.LeastEigenvalue * Math.Sqrt(Least(o)) - 1),
            Within(
                "distance-lower",
                "‖WᵀW − S*‖ ≥ ε/(4ΛB)",
                o => 1 - o.LeastDistance * 4 * o.LargestEigenvalue * Math.Sqrt(o.SquaredNorm)),
            Within(
                "population",
                "C‖WᵀW − S*‖² ≤ L ≤ Λ‖WᵀW − S*‖²",
                o => o.PopulationRisks.Zip(o.Distances, (risk, distance) => Outside(risk / (distance * distance), o))
                    .Where(outside => !double.IsNaN(outside)).DefaultIfEmpty(double.NaN).Max()),
            Exponent("risk-exponent", "empirical risk against ε", o => o.Risks, RiskExponent, RiskQuotient),
            Exponent("distance-exponent", "distance against ε", o => o.Distances, DistanceExponent, DistanceQuotient),
            Exponent(
                "population-exponent",
                "population risk against ε",
                o => o.PopulationRisks,
                PopulationExponent,
                PopulationQuotient));

        Evidence Within(string part, string statement, Func<SubBarrierDescentOutcome, double> violation) =>
            below
                .ForAll(
                    statement,
                    (_, o) => violation(o),
                    (_, o) => 4 * o.RelativeError,
                    "relative error of risk or distance, and as much of the gradient").Named(part);

        // Whatever a run does, ln(number) − p·ln(ε) lies between the logarithms of the two constants of the bounds,
        // with p theirs: half of their distance is what each point is known to. The constants come from spectra alone
        // and know nothing of the run but its depth, so that a wrong exponent is not absorbed. Over the three decades
        // of seven points a half distance δ widens the slope by 12δ/(28·½ln 10) = 0.37δ; runs with δ ≤ ln(4)/2 are
        // fitted, 0.26 at most and less on average.
        Evidence Exponent(
            string part,
            string statement,
            Func<SubBarrierDescentOutcome, double[]> numbers,
            double exponent,
            Func<SubBarrierDescentOutcome, double> quotient)
        {
            SubBarrierDescentOutcome[] runs =
                [
                    .. below
                        .Observations.Select(observation => observation.Outcome)
                        .Where(o => o.Converged && quotient(o) <= LargestQuotient),
                ];
            double δ = runs.Sum(o => ElementaryFunctions.Log(quotient(o)) / 2) / Math.Max(1, runs.Length);
            return below
                .Follows(
                    statement, GeometricMeans(runs, numbers), exponent, δ, allowance: 0, resolution: 0.25, gap: 0.5)
                .Named(part);
        }
    }

    private const double LargestQuotient = 4;

    private const int FirstMark = 3;

    // Upper over lower constant of risk/ε² and of distance/ε from the first mark on, below which the risk stays; the
    // population risk adds the spread of the expected covariance.
    private static double RiskQuotient(SubBarrierDescentOutcome o)
    {
        double σ2 = o.Sigma * o.Sigma;
        double root = Math.Sqrt(o.Risks[FirstMark] / o.LeastEigenvalue) / σ2;
        double squaredNorm = o.SquaredNorm + (root - Math.Sqrt(o.Depth)) * σ2;
        return o.LargestEigenvalue * squaredNorm / (o.LeastEigenvalue * (1 - root) * σ2);
    }

    private static double DistanceQuotient(SubBarrierDescentOutcome o) =>
        Math.Sqrt(o.LargestEigenvalue / o.LeastEigenvalue * RiskQuotient(o));

    private static double PopulationQuotient(SubBarrierDescentOutcome o) =>
        o.PopulationLargest / o.PopulationLeast * o.LargestEigenvalue / o.LeastEigenvalue * RiskQuotient(o);

    // By how much a quotient leaves [C, Λ], relative to its end.
    private static double Outside(double quotient, SubBarrierDescentOutcome o) =>
        Math.Max(quotient / o.PopulationLargest - 1, 1 - quotient / o.PopulationLeast);

    // One law and small dimensions refute a wrong constant or exponent.
    private RiskAtSmallGradient Focused() => this with { Laws = [CoordinateLaw.Gaussian], Dimensions = [1, 2] };

    private static double Least(SubBarrierDescentOutcome o) => (1 - Math.Sqrt(o.Depth)) * o.Sigma * o.Sigma;

    private static List<(double X, double Y)> GeometricMeans(
        SubBarrierDescentOutcome[] runs, Func<SubBarrierDescentOutcome, double[]> numbers)
    {
        var points = new List<(double X, double Y)>();
        for (int mark = FirstMark; runs.Length > 0 && mark < runs[0].Epsilons.Length; mark++)
        {
            double x = SampleStatistics.GeometricMean(runs.Select(o => o.Gradients[mark]));
            double y = SampleStatistics.GeometricMean(runs.Select(o => numbers(o)[mark]));
            points.Add((x, y));
        }

        return points;
    }
}
