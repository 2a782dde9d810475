using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.QuadraticNetworks.Generalization;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.QuadraticNetworks.Model;

// "Model"(b), (c): f(W; x) = Σ⟨W_j, x⟩² = ‖Wx‖², the empirical risk, and "a highly non-convex nature". With a =
// svec(WᵀW − S*): L̂ = aᵀĜa, ∇L̂ = 4WR̂, R̂ = (1/N)Σ(f − Y_i)X_iX_iᵀ, and at W = 0 the curvature is −4⟨HᵀH,
// (1/N)ΣY_iX_iX_iᵀ⟩ ≤ 0. Derivatives of plain loops come from stencils that are exact for quartics, so that only
// rounding remains.

/// <summary>The forms of the network, its empirical risk, gradient and curvature at zero.</summary>
public sealed record NetworkIdentities : Claim<NetworkIdentitiesCell, NetworkIdentitiesOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/network-identities",
        Title = "The network is ‖Wx‖², its risk a quartic with gradient 4WR̂ that curves down at W = 0",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Model, (b), (c); gradient and curvature are derived here"),
        Quotations =
        [
            @"f(W^*; X) = \sum_{1 \leq j \leq m} \langle W_j^*, X \rangle^2 … (which is \|W^* X\|_2^2 )",
            @"\widehat{\mathcal{L}}(W) \triangleq \frac{1}{N} \sum_{1 \leq i \leq N} (Y_i - f(W; X_i))^2",
            "has a highly non-convex nature.",
        ],
        Statement = new(
            """
            f(W;X)=\sum_j\langle W_j,X\rangle^2=\|WX\|_2^2=f(QW;X),
            \quad \widehat{\mathcal{L}}(W)=\tfrac{1}{N}\sum_i(Y_i-f(W;X_i))^2,
            \quad \nabla\widehat{\mathcal{L}}(W)=\tfrac{4}{N}\,W\sum_i(f(W;X_i)-Y_i)X_iX_i^T,
            \quad D^2\widehat{\mathcal{L}}(0)[H,H]=-\tfrac{4}{N}\sum_iY_i\|HX_i\|^2\le0
            """),
        Hypotheses = ["any data, any teacher; Q orthogonal of the student's width"],
        Method =
            "Plain loops over the definitions are compared with the forms that the suite works with: xᵀ(WᵀW)x, "
            + "rotated and padded weights, aᵀĜa, 4WR̂. First and second derivatives of the loop along a random line "
            + "come from four and five values, without truncation error as the risk is a quartic. A constant off by "
            + "10⁻⁶ would be seen.",
    };

    [Parameter(
        "law", "laws of the coordinates",
        Values = "gaussian, uniform, laplace, rademacher, two-point, student-t-ν (ν ≥ 5)", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter("student-width", "student widths m̂", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 6];

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 1000, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 12];

    [Parameter("gradient", "the c in ∇L̂ = cWR̂", Minimum = -16, Maximum = 16)]
    public double GradientFactor { get; init; } = 4;

    [Parameter("curvature", "the c in −c⟨HᵀH, mean Y XXᵀ⟩", Minimum = -16, Maximum = 16)]
    public double CurvatureFactor { get; init; } = 4;

    [Parameter("mean", "factor before (1/N)Σ(Y − f)²", Minimum = 0, Maximum = 4)]
    public double MeanFactor { get; init; } = 1;

    [Parameter("concave", "whether the curvature at W = 0 is said to be nowhere positive, or else nowhere negative")]
    public bool IsConcave { get; init; } = true;

    [Parameter("side", "on which side Q stands")]
    public AlignmentSide Side { get; init; } = AlignmentSide.Left;

    [Parameter("squared-sum", "whether the sum over the units is squared instead of its terms")]
    public bool IsSquaredSum { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("gradient 4.1WR̂", this with { GradientFactor = 4.1 }, "gradient"),
        new("gradient −4WR̂, residuals Y − f", this with { GradientFactor = -4 }, "gradient"),
        new("f(WQ) instead of f(QW)", this with { Side = AlignmentSide.Right }, "rotation"),
        new("risk with 1/(2N)", this with { MeanFactor = 0.5 }, "risk"),
        new("sum over the units, then square", this with { IsSquaredSum = true }, "output"),
        new("curvature that is nowhere negative at W = 0", this with { IsConcave = false }, "non-convex"),
        new("curvature −3.9⟨HᵀH, mean YXXᵀ⟩ at W = 0", this with { CurvatureFactor = 3.9 }, "curvature"),
    ];

    public override int Decisions => 7;

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Dimensions = [1, 2, 4, 8], Samples = [1, 12, 100] };

    protected override Experiment<NetworkIdentitiesCell, NetworkIdentitiesOutcome> Experiment { get; } =
        new NetworkIdentitiesExperiment();

    protected override IReadOnlyList<NetworkIdentitiesCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            from width in Widths
            from n in Samples
            select new NetworkIdentitiesCell(law, d, width, n),
        ];

    protected override Evidence Judge(Examination<NetworkIdentitiesCell, NetworkIdentitiesOutcome> examination)
    {
        return Evidence.All(
            Equal(
                "output",
                "Σ⟨W_j, x⟩² is xᵀ(WᵀW)x",
                o => ((IsSquaredSum ? o.SquaredSum : o.Output) - o.QuadraticForm) / o.OutputSize,
                OfOutput),
            Equal(
                "rotation",
                "an orthogonal matrix does not change f",
                o => ((Side == AlignmentSide.Left ? o.LeftRotated : o.RightRotated) - o.Output) / o.OutputSize,
                OfOutput),
            Equal("padding", "rows of zeros do not change f", o => (o.Padded - o.Output) / o.OutputSize, OfOutput),
            Equal(
                "risk",
                "the mean of squared residuals is aᵀĜa",
                o => (MeanFactor * o.Risk - o.FormRisk) / o.RiskSize,
                OfRisk),
            Equal(
                "gradient",
                "the derivative of the risk is that of 4WR̂",
                o => (GradientFactor / 4 * o.Slope - o.SlopeOfLoop) / o.RiskSize,
                OfRisk),
            Equal(
                "curvature",
                "the curvature at W = 0 is −4⟨HᵀH, mean YXXᵀ⟩",
                o => (CurvatureFactor / 4 * o.CurvatureAtZero - o.CurvatureOfLoop) / o.RiskSize,
                OfRisk),
            examination
                .ForAll(
                    IsConcave ? "it is not positive" : "it is not negative",
                    (_, o) => (IsConcave ? o.CurvatureOfLoop : -o.CurvatureOfLoop) / o.RiskSize,
                    Rounding,
                    OfRisk)
                .Named("non-convex"));

        Evidence Equal(
            string part,
            string statement,
            Func<NetworkIdentitiesOutcome, double> difference,
            string derivation
        ) => examination.ForAll(statement, (_, o) => Math.Abs(difference(o)), Rounding, derivation).Named(part);
    }

    private const string OfOutput =
        "m̂(d + 2) products and sums, and d more for a rotation, each within u of at most ‖W‖²‖x‖²";

    private const string OfRisk =
        "the weights of the stencils sum to at most 64/12 in size; each risk is rounded N + 2m(d + 2) + 4D + 8 times, "
        + "in units of (1/N)Σ(Y_i + (‖W‖ + 2)²‖X_i‖²)²";

    // The longer of the two chains of operations, for both; n reflections of n rows leave an orthogonal matrix to
    // within 10n²√n·u (Higham, Lemma 19.3).
    private static double Rounding(NetworkIdentitiesCell cell, NetworkIdentitiesOutcome o)
    {
        double width = Math.Max(cell.StudentWidth, cell.Dimension + 1);
        double operations =
            cell.Samples + 2 * width * (cell.Dimension + 2) + 4 * SymmetricVectorization.Dimension(cell.Dimension) + 8;
        return 6 * (operations + 10 * width * width * Math.Sqrt(width)) * UnitRoundoff;
    }
}
