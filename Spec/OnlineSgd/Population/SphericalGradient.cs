using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Population;

// ∇_S L = −km^(k−1)(w* − mw) for L = 1 − m^k: the slope along every curve through w on the sphere is its product with
// the velocity. Its norm is k|m|^(k−1)√(1 − m²).

/// <summary>The spherical gradient of the population loss.</summary>
public sealed record SphericalGradient : Claim<SphereSlopeCell, SphereSlopeOutcome>
{
    private const string Vector = "the gradient", Norm = "its norm";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/spherical-gradient",
        Title = "The spherical gradient of 1 − m^k is −k·m^(k−1)·(w* − m·w)",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, test error"),
        Quotations =
        [
            @"Test error: $L(\omega) = 1 - \langle \omega, \omega_* \rangle^k = 1 - m^k$",
            @"$= -k m^{k-1} (\omega_* - m \omega)$",
            @"$\langle \omega_*, \nabla_{\mathbb{S}^{d-1}} L(\omega) \rangle = -k m^{k-1} (1 - m^2)$",
        ],
        Statement = new(
            """
            \nabla_{\mathbb{S}^{d-1}}L(w)=-km^{k-1}(w_*-mw),\quad L=1-m^k,\ m=\langle w,w_*\rangle;
            \|\nabla_{\mathbb{S}^{d-1}}L(w)\|=k|m|^{k-1}\sqrt{1-m^2}
            """),
        Hypotheses = ["‖w‖ = ‖w*‖ = 1", "k ≥ 1"],
        Method =
            "Random directions at random points of given overlap: the slope along (w + tv)/‖w + tv‖ by first-order "
            + "series against the product with v, and the squared norm from slopes along a basis. The line between, "
            + "∇L = −km^(k−1)w*, is the gradient of 1 − ⟨w, w*⟩^k; that of the loss itself has another radial part, "
            + "which the projection takes away.",
    };

    [Parameter("degree", "k", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3, 4, 5];

    [Parameter("d", "dimension", Minimum = 2, Maximum = 500, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 7, 30];

    [Parameter("overlap", "m", Minimum = -0.999, Maximum = 0.999, Size = true)]
    public Choices<double> Overlaps { get; init; } = [-0.6, 0.1, 0.5, 0.9];

    [Parameter("radial", "c of w* − cmw", Minimum = 0, Maximum = 2)]
    public double Radial { get; init; } = 1;

    [Parameter("norm-power", "e of (1 − m²)^e in the squared norm", Minimum = 0, Maximum = 2)]
    public int NormPower { get; init; } = 1;

    [Parameter("factor", "constant factor", Minimum = 0.5, Maximum = 2)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without the projection: −km^(k−1)w*", this with { Radial = 0 }, Vector),
        new("one percent more", this with { Factor = 1.01 }, Vector),
        new("norm k|m|^(k−1)(1 − m²)", this with { NormPower = 2 }, Norm),
    ];

    public override int Decisions => 2;

    protected override Experiment<SphereSlopeCell, SphereSlopeOutcome> Experiment { get; } =
        new SphereSlopeExperiment();

    protected override IReadOnlyList<SphereSlopeCell> Cells =>
    [
        .. from k in Degrees
           from d in Dimensions
           from m in Overlaps
           select new SphereSlopeCell(k, d, m),
    ];

    protected override Evidence Judge(Examination<SphereSlopeCell, SphereSlopeOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "|slope + km^(k−1)⟨v, w* − mw⟩|",
            (cell, o) => Math.Abs(
                o.Slope + Factor * Size(cell, o) * (o.SignalPart - Radial * o.Overlap * o.RadialPart)),
            (_, o) => o.Error,
            Derivation).Named(Vector),
        examination.ForAll(
            "|‖∇_S L‖² − k²m^(2k−2)(1 − m²)|",
            (cell, o) => Math.Abs(
                o.SquaredNorm
                - Size(cell, o) * Size(cell, o) * (NormPower == 1 ? Rest(o) : NormPower == 2 ? Rest(o) * Rest(o) : 1)),
            (_, o) => o.Error,
            Derivation).Named(Norm),
    ]);

    private const string Derivation = "rounding of dot products of unit vectors, of powers and of the sum over axes";

    private static double Rest(SphereSlopeOutcome o) => (1 - o.Overlap) * (1 + o.Overlap);

    private static double Size(SphereSlopeCell cell, SphereSlopeOutcome o)
    {
        double size = cell.Degree;
        for (int i = 1; i < cell.Degree; i++)
            size *= o.Overlap;
        return size;
    }
}
