using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// ⟨x, ∇R⟩ = Σ F_l⟨x, ∇F_l⟩ is a sum of n independent products of two normals with variances ξ and qξ′ + q²ξ″ and
// covariance qξ′: mean nqξ′, variance nv, v = ξ(qξ′ + q²ξ″) + (qξ′)². A product is λ₁g₁² + λ₂g₂², so that its fourth
// cumulant is at most 12 times its squared variance, and the deviation of (sum − mean)²/(nv) at most √(2 + 12/n).

/// <summary>The radial derivative concentrates at a point and does not over the sphere.</summary>
public sealed partial record RadialDerivative : Claim<RadialDerivativeCell, RadialDerivativeOutcome>
{
    private const string Mean = "mean", Spread = "fluctuation", Uniform = "over the sphere";

    private const int Draws = 64;

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/radial-derivative",
        Title = "⟨x, ∇R_n⟩ concentrates at nqξ′(q) at a fixed point, with deviation O(√n), but not over the sphere",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Problem with Hessian Descent"),
        Quotations =
            [@"Problem: $\langle \mathbf{x}, \nabla\mathcal{R}_n(\mathbf{x}) \rangle$ does not concentrate"],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \frac{\operatorname{Var}\langle x,\nabla R_n(x)\rangle}{(\mathbb{E}\langle x,\nabla R_n(x)\rangle)^2}
            \text{ does not tend to } 0
            """)
        {
            Corrected =
                """
                \|x\|^2=q:\ \mathbb{E}\langle x,\nabla R_n\rangle=nq\xi'(q),\quad
                \operatorname{Var}\langle x,\nabla R_n\rangle=n\left(\xi(q\xi'+q^2\xi'')+q^2\xi'^2\right);
                \text{for } \xi=\tfrac1{10}+q^3,\ q=1,\ n=d=4 \text{ and } 9 \text{ together}:\
                \Pr\left(\sup_{\|x\|^2=q}\langle x,\nabla R_n\rangle\ge\tfrac32nq\xi'(q)\right)\ge\tfrac12,
                \text{ as 12 steps uphill find such a point with this probability}
                """,
            Reason =
                "The slide does not say at which points; the printed form is read at one. At a point that does not "
                + "depend on F the relative fluctuation is $O(n^{-1/2})$. What fails is that "
                + "it holds for all points together, which the walk of an algorithm asks for.",
        },
        Hypotheses =
        [
            "x does not depend on F, for the law",
            "degree 4 at most",
            "for the supremum, the mixture and sizes named, elsewhere it is not examined: for n much larger than d "
                + "it is "
            + "near its mean",
        ],
        Method =
            "Means and mean squares over random systems and points, by intervals that are valid for every law of "
            + "their deviations. On some of the systems steps uphill on the sphere look for a point where the radial "
            + "derivative is at least one and a half times its mean, at both sizes. Counted is whether they find one; "
            + "where they do not there may be one all the same.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.Parse("0.1:q3", null);

    [Parameter("equations", "n, the smallest first", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Equations { get; init; } = [4, 9];

    [Parameter("ratio", "d/n, before d is rounded", Minimum = 0.1, Maximum = 2)]
    public double Ratio { get; init; } = 1;

    [Parameter("radius", "‖x‖", Minimum = 0.01, Maximum = 1)]
    public double Radius { get; init; } = 1;

    [Parameter("ascent", "steps uphill", Minimum = 1, Maximum = 100)]
    public int Ascent { get; init; } = 12;

    [Parameter("factor", "the mean over nqξ′", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("cross", "factor of (qξ′)² in the variance", Minimum = 0, Maximum = 10)]
    public double Cross { get; init; } = 1;

    [Parameter("power", "power of n by which the relative variance falls", Minimum = 0, Maximum = 2)]
    public double Power { get; init; } = 1;

    [Parameter("multiple", "of the mean, which the largest value exceeds", Minimum = 0.1, Maximum = 1000)]
    public double Multiple { get; init; } = 1.5;

    public override Claim AsPrinted => this with { Power = 0 };

    public override string PrintedPart => Spread;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Mixture.Degree is 0 or > TensorSystem.LargestDegree)
                yield return $"the degree lies between 1 and {TensorSystem.LargestDegree} here";
        }
    }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a mean of 2nqξ′, without the ½ of the risk", this with { Factor = 2 }, Mean),
        new("a mean of 1.3nqξ′", this with { Factor = 1.3 }, Mean),
        new("the variance of independent factors", this with { Cross = 0 }, Spread),
        new("ten times the mean, found by the same steps", this with { Multiple = 10 }, Uniform),
    ];

    public override int Decisions => 2 * Cells.Distinct().Count() + 1;

    protected override Experiment<RadialDerivativeCell, RadialDerivativeOutcome> Experiment { get; } =
        new RadialDerivativeExperiment();

    protected override IReadOnlyList<RadialDerivativeCell> Cells => UnmetHypotheses.Any()
        ? []
        : [
            .. Equations.Select(n => new RadialDerivativeCell(
                Mixture, Math.Clamp((int)Math.Round(Ratio * n), 2, 60), n, Radius, Draws, Ascent)),
        ];

    private double Square => Radius * Radius;

    private double Slope => Square * Mixture.Derivative(Square, 1);

    private double Second => Square * Square * Mixture.Derivative(Square, 2);

    // v, of one equation.
    private double Variance => Mixture.Derivative(Square) * (Slope + Second) + Slope * Slope;

    protected override int TrialsNeeded(double level)
    {
        int trials = 1;
        while (Equations.Any(n => SquareDeviation(n).HalfWidth(trials, 0, level) > Resolution))
            trials++;
        return trials;
    }

    protected override Evidence Judge(Examination<RadialDerivativeCell, RadialDerivativeOutcome> examination)
    {
        List<Evidence> parts =
        [
            .. examination.ByCell().SelectMany(part => (Evidence[])
            [
                part.Part.Agree(
                    $"the mean less nqξ′, over its deviation, n = {part.Cell.Equations}",
                    (_, o) => Math.Sqrt(part.Cell.Equations / Variance) * (o.Mean - Slope),
                    Math.Sqrt(part.Cell.Equations / Variance) * (Factor - 1) * Slope,
                    finiteSizeCorrection: 1e-10,
                    Resolution,
                    MeanLaw.OfDeviation(1 / Math.Sqrt(Draws))).Named(Mean),
                part.Part.Agree(
                    $"the squared deviation over nv, n = {part.Cell.Equations}",
                    (_, o) => part.Cell.Equations / Variance
                        * (o.MeanSquare - 2 * Slope * o.Mean + Slope * Slope),
                    Expected(part.Cell.Equations),
                    finiteSizeCorrection: 1e-9,
                    Resolution,
                    SquareDeviation(part.Cell.Equations)).Named(Spread),
            ]),
        ];
        if (IsNamed)
            parts.Add(examination.Count(
                "steps uphill find a point where the radial derivative is a multiple of its mean",
                (_, o) => o.Highest >= Multiple * Slope,
                (_, o) => Math.Abs(o.Highest - Multiple * Slope) > 1e-9 * Multiple * Slope,
                Share).Named(Uniform));
        else
            examination.Skip(1);
        return Evidence.All(parts);
    }

    private const double Resolution = 0.4, Share = 0.5;

    private static MeanLaw SquareDeviation(int n) => MeanLaw.OfDeviation(Math.Sqrt((2 + 12.0 / n) / Draws));

    // The variance with the factor of its last term, and n^(−power) from the smallest n on.
    private double Expected(int n) =>
        (Variance + (Cross - 1) * Slope * Slope) / Variance * Ratios(n / (double)Equations.Min());

    private double Ratios(double growth) => Power == 1 ? 1 : Powers.Real(growth, 1 - Power);

    // What the supremum is stated for.
    private bool IsNamed => Mixture.Coefficients.SequenceEqual([0.1, 0, 0, 1]) && Radius == 1 && Ratio == 1
        && Ascent == 12 && Equations.SequenceEqual([4, 9]);
}
