using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// E[H_k(G)H_j(G)] = k!·1[j = k]. Integers throughout: the moments of the normal law are, and so are the coefficients.

/// <summary>Hermite polynomials are orthogonal with squared norm k!.</summary>
public sealed record HermiteOrthogonality : Claim<HermitePairCell, HermitePairOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hermite-orthogonality",
        Title = "Hermite polynomials of the normal law are orthogonal, with squared norm k!",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent"),
        Quotations =
        [
            @"$\mathbb{E}_{G \sim N(0,1)} [H_k(G) H_j(G)] = k! \mathbb{1}_{[j=k]}$",
        ],
        Statement = new(@"\mathbb{E}_{G\sim N(0,1)}[H_k(G)H_j(G)]=k!\,1_{[j=k]}"),
        Hypotheses = ["H_k(x) = Σ_j (−1)^j k!/(j!(k − 2j)!2^j) x^(k−2j), of leading coefficient 1"],
        Method =
            "All pairs of degrees up to the largest, in rational arithmetic from the explicit sum of H_k and the "
            + "moments (2p − 1)!! of the normal law; no rounding occurs.",
    };

    [Parameter("degree", "largest degree", Minimum = 1, Maximum = 18, Size = true)]
    public int Degree { get; init; } = 12;

    [Parameter("base", "B of the squared norm B^k·k!", Minimum = 0.5, Maximum = 4)]
    public double Base { get; init; } = 1;

    [Parameter("norm-shift", "s of the squared norm (k + s)!/s!", Minimum = 0, Maximum = 1)]
    public int NormShift { get; init; }

    [Parameter("off-diagonal", "claimed product of neighbors of the same parity", Minimum = -1, Maximum = 1)]
    public double OffDiagonal { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("squared norm 2^k·k!, as for the weight exp(−x²)", this with { Base = 2 }),
        new("squared norm (k + 1)!", this with { NormShift = 1 }),
        new("degrees that differ by two have the product 1", this with { OffDiagonal = 1 }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Degree = 18 };

    protected override Experiment<HermitePairCell, HermitePairOutcome> Experiment { get; } =
        new HermitePairExperiment();

    protected override IReadOnlyList<HermitePairCell> Cells =>
    [
        .. from k in Enumerable.Range(0, Degree + 1)
           from j in Enumerable.Range(0, Degree + 1)
           where j <= k
           select new HermitePairCell(k, j, 1),
    ];

    protected override Evidence Judge(Examination<HermitePairCell, HermitePairOutcome> examination) =>
        examination.ForAll(
            "|E[H_k(G)H_j(G)] − k!·1[j = k]|, relative to k!",
            (cell, o) => Math.Abs(o.Product - Claimed(cell, o)) / o.Factorial,
            (cell, o) => o.Error / o.Factorial
                + (Base == 1 ? 0 : 2 * DoublePrecision.Gamma(cell.First + 2) * Claimed(cell, o) / o.Factorial),
            "none: rational arithmetic, and factorials up to 18! are doubles; products for another base");

    private double Claimed(HermitePairCell cell, HermitePairOutcome o)
    {
        if (cell.First != cell.Second)
            return cell.First == cell.Second + 2 ? OffDiagonal : 0;
        double norm = o.Factorial * (NormShift == 0 ? 1 : cell.First + 1);
        for (int i = 0; i < cell.First; i++)
            norm *= Base;
        return norm;
    }
}
