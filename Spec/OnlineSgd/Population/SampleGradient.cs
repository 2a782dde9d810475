using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Population;

// g = −⟨w*, ∇_Sℓ⟩ = (f(a) − f(b))f′(b)(a − mb). The transcript has a fraction of a number by a vector here: whether
// the handwriting has f′(b) and the product with w* cannot be told from it. The lecture has f′ where it writes the same
// gradient for a batch. Without it the mean is 0 for f = H_k/√k!, k ≥ 2: a polynomial orthogonal to lines, times a
// line.

/// <summary>The gradient of one sample along the signal has the population drift as its mean.</summary>
public sealed record SampleGradient : Claim<SampleGradientCell, SampleGradientOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/sample-gradient",
        Title = "The sample gradient along the signal, with the slope of the link, has the drift as its mean",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Proof of the theorem"),
        Quotations =
        [
            @"g^\delta := -\langle \omega_*, \nabla_S l(\omega^\delta, \alpha^\delta) \rangle",
            @"$= k m_\delta^{k-1} (1 - m_\delta^2)$",
            @"$= \frac{1}{m} \sum_{i=1}^m (y_i - f(\langle w^s, x_i \rangle)) f'(\langle w^s, x_i \rangle) "
                + @"(x_i - w^s \langle w^s, x_i \rangle)$",
        ],
        Statement = new(
            """
            g=-\langle w_*,\nabla_S\ell\rangle=(f(a)-f(b))\,f'(b)\,(a-mb),\quad
            a=\langle w_*,x\rangle,\ b=\langle w,x\rangle;
            \mathbb{E}[g]=km^{k-1}(1-m^2)
            """),
        Hypotheses = ["f = H_k/√k!", "x ~ N(0, I_d)", "‖w‖ = ‖w*‖ = 1"],
        Method =
            "The mean of the product of three polynomials of the Gaussian pair, in rational arithmetic, for every "
            + "degree and overlap. Where the lecture expands g for one sample the transcript has a fraction of a "
            + "number by a vector, without f′; it is read like the expansion for a batch, which has f′ "
            + "(and lacks the minus).",
    };

    [Parameter("degree", "largest k", Minimum = 1, Maximum = 8, Size = true)]
    public int Degree { get; init; } = 6;

    [Parameter("overlap", "m", Minimum = -1, Maximum = 1, Size = true)]
    public Choices<double> Overlaps { get; init; } = [-0.7, 0, 0.1, 0.5, 0.9];

    [Parameter("without-slope", "whether f′(b) is left out")]
    public bool IsWithoutSlope { get; init; }

    [Parameter("extra-power", "added to the power k − 1 of m", Minimum = 0, Maximum = 1)]
    public int ExtraPower { get; init; }

    [Parameter("geometry-power", "e of (1 − m²)^e, doubled", Minimum = 0, Maximum = 4)]
    public int DoubledGeometryPower { get; init; } = 2;

    [Parameter("factor", "constant factor", Minimum = 0.5, Maximum = 2)]
    public double Factor { get; init; } = 1;

    [Parameter("ascent", "whether g is ⟨w*, ∇_Sℓ⟩, without the minus")]
    public bool IsAscent { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without f′(b)", this with { IsWithoutSlope = true }),
        new("√(1 − m²) in place of 1 − m²", this with { DoubledGeometryPower = 1 }),
        new("km^k(1 − m²)", this with { ExtraPower = 1 }),
        new("one percent more", this with { Factor = 1.01 }),
        new("⟨w*, ∇_Sℓ⟩ without the minus, as the transcript has it for a batch", this with { IsAscent = true }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Degree = 8 };

    protected override Experiment<SampleGradientCell, SampleGradientOutcome> Experiment { get; } =
        new SampleGradientExperiment();

    protected override IReadOnlyList<SampleGradientCell> Cells =>
        [.. from k in Enumerable.Range(1, Degree) from m in Overlaps select new SampleGradientCell(k, m)];

    protected override Evidence Judge(Examination<SampleGradientCell, SampleGradientOutcome> examination) =>
        examination.ForAll(
            "|E g − km^(k−1)(1 − m²)|",
            (cell, o) => Math.Abs(
                (IsAscent ? -1 : 1) * (IsWithoutSlope ? o.DriftWithoutSlope : o.Drift) - Claimed(cell)),
            (cell, _) => cell.Degree * DoublePrecision.Gamma(2 * cell.Degree + 16),
            "the exact mean, at most k in size, rounded once; powers, the square root and 1 − m² round k + 8 times");

    private double Claimed(SampleGradientCell cell)
    {
        double m = cell.Overlap;
        double value = Factor * cell.Degree;
        for (int i = 0; i < cell.Degree - 1 + ExtraPower; i++)
            value *= m;
        double root = Math.Sqrt((1 - m) * (1 + m));
        return DoubledGeometryPower == 2 ? value * ((1 - m) * (1 + m)) : Scaled(value, root);
    }

    private double Scaled(double value, double root)
    {
        for (int i = 0; i < DoubledGeometryPower; i++)
            value *= root;
        return value;
    }
}
