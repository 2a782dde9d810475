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

// "Model"(b), (c): f(W; x) = Σ⟨W_j, x⟩² = ‖Wx‖², the empirical risk, and "a highly non-convex nature". With a = svec(WᵀW − S*): L̂ = aᵀĜa, ∇L̂ = 4WR̂, R̂ = (1/N)Σ(f − Y_i)X_iX_iᵀ, and at
// W = 0 the curvature is −4⟨HᵀH, (1/N)ΣY_iX_iX_iᵀ⟩ ≤ 0. Derivatives of plain loops come from stencils that are exact for quartics, so that only rounding remains.

/// <summary>The forms of the network, its empirical risk, gradient and curvature at zero.</summary>
public sealed record NetworkIdentities : Claim<NetworkIdentitiesCell, NetworkIdentitiesOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/network-identities",
        Title = "The network is ‖Wx‖², its risk a quartic with gradient 4WR̂ that curves down at W = 0",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Model, (b), (c); gradient and curvature are derived here"),
        Statement = new(
            @"f(W;X)=\sum_j\langle W_j,X\rangle^2=\|WX\|_2^2=f(QW;X), \ \widehat{\mathcal{L}}(W)=\tfrac{1}{N}\,\sum_i(Y_i-f(W;X_i))^2, \ \nabla\widehat{\mathcal{L}}(W)=\tfrac{4}{N}\,W\,\sum_i(f(W;X_i)-Y_i)X_iX_i^T, \ \widehat{\mathcal{L}} \text{ highly non-convex: } D^2\widehat{\mathcal{L}}(0)[H,H]=-\tfrac{4}{N}\,\sum_iY_i\|HX_i\|^2"),
        Hypotheses = ["any data, any teacher; Q orthogonal of the student's width"],
        Method =
            "Plain loops over the definitions are compared with the forms that the suite works with: xᵀ(WᵀW)x, rotated and padded weights, aᵀĜa, 4WR̂. First and second derivatives of the loop along a random line come from four and five values, without truncation error as the risk "
            + "is a quartic.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point, student-t-ν (ν ≥ 5)", Size = true)]
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

    [Parameter("side", "on which side Q stands")]
    public AlignmentSide Side { get; init; } = AlignmentSide.Left;

    [Parameter("squared-sum", "whether the sum over the units is squared instead of its terms")]
    public bool IsSquaredSum { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("gradient 2WR̂", this with { GradientFactor = 2 }),
        new("gradient −4WR̂, residuals Y − f", this with { GradientFactor = -4 }),
        new("f(WQ) instead of f(QW)", this with { Side = AlignmentSide.Right }),
        new("risk with 1/(2N)", this with { MeanFactor = 0.5 }),
        new("sum over the units, then square", this with { IsSquaredSum = true }),
        new("positive curvature at W = 0", this with { CurvatureFactor = -4 }),
    ];

    public override int Decisions => 7;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [1, 2, 4, 8], Samples = [1, 12, 100] };

    protected override Experiment<NetworkIdentitiesCell, NetworkIdentitiesOutcome> Experiment { get; } = new NetworkIdentitiesExperiment();

    protected override IReadOnlyList<NetworkIdentitiesCell> Cells =>
        [.. from law in Laws from d in Dimensions from width in Widths from n in Samples select new NetworkIdentitiesCell(law, d, width, n)];

    protected override Evidence Judge(Examination<NetworkIdentitiesCell, NetworkIdentitiesOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll("Σ⟨W_j, x⟩² is xᵀ(WᵀW)x", (_, o) => Math.Abs((IsSquaredSum ? o.SquaredSum : o.Output) - o.QuadraticForm) / o.OutputSize, Rounding, OfOutput),
            examination.ForAll(
                "an orthogonal matrix does not change f", (_, o) => Math.Abs((Side == AlignmentSide.Left ? o.LeftRotated : o.RightRotated) - o.Output) / o.OutputSize, Rounding, OfOutput),
            examination.ForAll("rows of zeros do not change f", (_, o) => Math.Abs(o.Padded - o.Output) / o.OutputSize, Rounding, OfOutput),
            examination.ForAll("the mean of squared residuals is aᵀĜa", (_, o) => Math.Abs(MeanFactor * o.Risk - o.FormRisk) / o.RiskSize, Rounding, OfRisk),
            examination.ForAll(
                "the derivative of the risk is that of 4WR̂", (_, o) => Math.Abs(GradientFactor / 4 * o.Slope - o.SlopeOfLoop) / o.RiskSize, Rounding, OfRisk),
            examination.ForAll(
                "the curvature at W = 0 is −4⟨HᵀH, mean Y XXᵀ⟩", (_, o) => Math.Abs(CurvatureFactor / 4 * o.CurvatureAtZero - o.CurvatureOfLoop) / o.RiskSize, Rounding, OfRisk),
            examination.ForAll("it is not positive", (_, o) => o.CurvatureOfLoop / o.RiskSize, Rounding, OfRisk));
    }

    private const string OfOutput = "m̂(d + 2) products and sums, and d more for a rotation, each within u of at most ‖W‖²‖x‖²";

    private const string OfRisk =
        "the weights of the stencils sum to at most 64/12 in size; each risk is rounded N + 2m(d + 2) + 4D + 8 times, in units of (1/N)Σ(Y_i + (‖W‖ + 2)²‖X_i‖²)²";

    // The longer of the two chains of operations, for both; a random rotation of m̂ rows is orthogonal to within 20m̂·u.
    private static double Rounding(NetworkIdentitiesCell cell, NetworkIdentitiesOutcome o)
    {
        int width = Math.Max(cell.StudentWidth, cell.Dimension + 1);
        int operations = cell.Samples + 2 * width * (cell.Dimension + 2) + 4 * SymmetricVectorization.Dimension(cell.Dimension) + 8 + 20 * width;
        return 6 * operations * UnitRoundoff;
    }
}
