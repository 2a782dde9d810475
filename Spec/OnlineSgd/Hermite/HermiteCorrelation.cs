using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// E[H_k(⟨w*, x⟩)H_j(⟨w, x⟩)] = ⟨w, w*⟩^k k!·1[j = k]: Mehler's formula, and what a CSQ learner can see of a direction.

/// <summary>Hermite polynomials of two directions are correlated by the k-th power of their overlap.</summary>
public sealed record HermiteCorrelation : Claim<HermitePairCell, HermitePairOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hermite-correlation",
        Title = "Hermite polynomials of two directions are correlated by the k-th power of the overlap",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, proof of the lemma"),
        Quotations =
        [
            @"$= \mathbb{E}[H_{\mu_k}(G_1) H_{\mu_k}(\langle \omega, \omega_* \rangle G_1 + "
                + @"\sqrt{1 - \langle \omega, \omega_* \rangle^2} G_2)]$",
            @"$= \langle \omega, \omega_* \rangle^k$ … $\mathbb{E}[H_{\mu_k}^{(k)}(G)]$ … $= k!$",
        ],
        Statement = new(
            """
            \mathbb{E}[H_k(\langle w_*,x\rangle)H_k(\langle w,x\rangle)]=\langle w,w_*\rangle^k\,k!;
            \mathbb{E}[H_k(\langle w_*,x\rangle)H_j(\langle w,x\rangle)]=0 \text{ for } j\ne k
            """),
        Hypotheses = ["x ~ N(0, I_d)", "‖w‖ = ‖w*‖ = 1"],
        Method =
            "Pairs of degrees and overlaps in rational arithmetic, from the decomposition of the proof; overlaps are "
            + "doubles and taken exactly. The power of the overlap on the other side rounds k times.",
    };

    [Parameter("degree", "largest degree", Minimum = 1, Maximum = 18, Size = true)]
    public int Degree { get; init; } = 6;

    [Parameter("overlap", "⟨w, w*⟩", Minimum = -1, Maximum = 1, Size = true)]
    public Choices<double> Overlaps { get; init; } = [-0.9, -0.3, 0, 0.2, 0.7, 1];

    [Parameter("extra-power", "added to the power k of the overlap", Minimum = -1, Maximum = 2)]
    public int ExtraPower { get; init; }

    [Parameter("absolute", "whether the overlap's sign is lost")]
    public bool IsAbsolute { get; init; }

    [Parameter("neighbor", "claimed product of H_k and H_{k+2}, over k!·m^k", Minimum = -1, Maximum = 1)]
    public double Neighbor { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("|m|^k", this with { IsAbsolute = true }),
        new("m^(k+1)", this with { ExtraPower = 1 }),
        new("H_k and H_{k+2} have a hundredth of it", this with { Neighbor = 0.01 }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Degree = 10 };

    protected override Experiment<HermitePairCell, HermitePairOutcome> Experiment { get; } =
        new HermitePairExperiment();

    protected override IReadOnlyList<HermitePairCell> Cells =>
    [
        .. from k in Enumerable.Range(0, Degree + 1)
           from j in Enumerable.Range(0, Degree + 1)
           from m in Overlaps
           select new HermitePairCell(k, j, m),
    ];

    protected override Evidence Judge(Examination<HermitePairCell, HermitePairOutcome> examination) =>
        examination.ForAll(
            "|E[H_k(a)H_j(b)] − k!·m^k·1[j = k]|, relative to k!",
            (cell, o) => Math.Abs(o.Product / o.Factorial - Claimed(cell)),
            (cell, o) => o.Error / o.Factorial + 2 * DoublePrecision.Gamma(cell.First + 4),
            "one rounding of the exact expectation, one of the division, and k + 2 of the power, whose size is at most "
            + "1");

    private double Claimed(HermitePairCell cell)
    {
        double m = IsAbsolute ? Math.Abs(cell.Overlap) : cell.Overlap;
        double power = cell.First == cell.Second ? 1 : cell.Second == cell.First + 2 ? Neighbor : 0;
        for (int i = 0; i < cell.First + ExtraPower; i++)
            power *= m;
        return power;
    }
}
