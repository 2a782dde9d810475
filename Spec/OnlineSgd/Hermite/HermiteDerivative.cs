using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// (i) H_k′ = kH_{k−1}, coefficient by coefficient: (i + 1)·c_{i+1}(H_k) = k·c_i(H_{k−1}), in integers.

/// <summary>The derivative of a Hermite polynomial is the one before, k times.</summary>
public sealed record HermiteDerivative : Claim<HermiteCoefficientsCell, HermiteCoefficientsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hermite-derivative",
        Title = "The derivative of H_k is k·H_{k−1}",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, property (i)"),
        Quotations = [@"(i) $\frac{d}{dx} H_k(x) = k H_{k-1}(x)$"],
        Statement = new(@"\frac{d}{dx}H_k(x)=kH_{k-1}(x)"),
        Hypotheses = ["k ≥ 1"],
        Method = "Coefficients of the explicit sums, integers below 2⁵³; no rounding occurs.",
    };

    [Parameter("degree", "largest degree", Minimum = 1, Maximum = 20, Size = true)]
    public int Degree { get; init; } = 20;

    [Parameter("shift", "s of (k + s)·H_{k−1}", Minimum = -1, Maximum = 1)]
    public int Shift { get; init; }

    [Parameter("factor", "constant factor", Minimum = 0.5, Maximum = 2)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("(k + 1)·H_{k−1}", this with { Shift = 1 }),
        new("2k·H_{k−1}, as for the weight exp(−x²)", this with { Factor = 2 }),
    ];

    protected override Experiment<HermiteCoefficientsCell, HermiteCoefficientsOutcome> Experiment { get; } =
        new HermiteCoefficientsExperiment();

    protected override IReadOnlyList<HermiteCoefficientsCell> Cells =>
        [.. Enumerable.Range(1, Degree).Select(k => new HermiteCoefficientsCell(k))];

    protected override Evidence Judge(
        Examination<HermiteCoefficientsCell, HermiteCoefficientsOutcome> examination) => examination.ForAll(
            "largest |(i + 1)c_{i+1}(H_k) − k·c_i(H_{k−1})|",
            (cell, o) => Enumerable.Range(0, cell.Degree).Max(i =>
                Math.Abs((i + 1) * o.Current[i + 1] - Factor * (cell.Degree + Shift) * o.Previous[i])),
            (_, _) => 0,
            "none: integers below 2⁵³");
}
