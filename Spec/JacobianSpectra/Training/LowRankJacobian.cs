using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// "Low rank" is no statement about the rank, which is nK whenever p ≥ nK and the data are in general position: it says
// that few singular values are of the order of the largest. A matrix without structure has none that are small: of nK ×
// p normal entries the least is about (√p − √(nK))/(√p + √(nK)) of the largest.

/// <summary>The key observation: few singular values of the Jacobian are prominent, before and after
/// training.</summary>
public sealed record LowRankJacobian : TrainingClaim
{
    private const string Start = "start", End = "end", Growth = "growth";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/low-rank-jacobian",
        Title = "Few singular values of the Jacobian are prominent, at the start and at the end of training",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("Key observation"),
        Quotations =
        [
            "Histogram of the singular values of the initial final Jacobian of neural net during training.",
            "*Jacobian has low-rank structure*",
        ],
        Statement = new(
            """
            \mathbb P\big(|\{s:\lambda_s>\tfrac18\lambda_1\}|\le\tfrac15nK\big)\ge\tfrac12 \text{ at the start and at the end};
            \mathbb P\big(\lambda_1 \text{ grows in training}\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            Desk, "low rank is read as: few singular values above an eighth of the largest",
            "the histogram is missing from the document; its 30 000 values of a 30 000 × 270 000 matrix are not redone",
        ],
        Method =
            "All singular values from the Gram matrix of the Jacobian, of clean labels at the end. A matrix of "
                + "independent entries of this shape has all of them above a third of the largest. With half of the "
                + "labels corrupted more than a fifth is prominent at the end.",
    };

    [Parameter("cut", "h of the cut 2^(−h/2)λ_1", Minimum = 1, Maximum = 23)]
    public int Cut { get; init; } = 6;

    [Parameter("prominent", "share of singular values above the cut, at most", Minimum = 0, Maximum = 1)]
    public double Prominent { get; init; } = 0.2;

    [Parameter("growth", "λ_1 at the end over λ_1 at the start, at least", Minimum = 0, Maximum = 100)]
    public double LeastGrowth { get; init; } = 1;

    [Parameter("end-level", "level of corruption of the Jacobian at the end", Minimum = 0, Maximum = 19)]
    public int EndLevel { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a twentieth of the values is prominent at the start", this with { Prominent = 0.05 }, Start),
        new("the same share at the end with half of the labels corrupted", this with { EndLevel = 1 }, End),
        new("the same share above a thirty-second of λ_1", this with { Cut = 10 }, Start),
        new("λ_1 doubles", this with { LeastGrowth = 2 }, Growth),
    ];

    public override int Decisions => 3;

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Start, "few prominent singular values at the start",
            o => o.Initial.Spectrum.Above(Cut) <= Prominent * Samples * Classes),
        Mostly(
            examination, End, "few prominent singular values at the end",
            o => RunOf(o, EndLevel).Spectrum.Above(Cut) <= Prominent * Samples * Classes),
        Mostly(
            examination, Growth, "the largest singular value grows",
            o => o.Runs[0].Spectrum.Largest >= LeastGrowth * o.Initial.Spectrum.Largest));
}
