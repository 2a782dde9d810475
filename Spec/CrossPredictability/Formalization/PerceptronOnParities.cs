using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Formalization;

// Σ_x χ(x)(1, x) = 0 for k ≥ 2: an affine function that has the sign of χ everywhere would have a positive product with
// it. For a threshold f, monotone up to signs, the coefficient of χ is that of the indicator of an interval in k − 1
// variables; along each chain of a symmetric chain decomposition the alternating sum of an interval is −1, 0 or 1.

/// <summary>What a perceptron can do on parities.</summary>
public sealed record PerceptronOnParities : Claim<ThresholdCell, ThresholdOutcome>
{
    private const string Separation = "no separation", Accuracy = "best accuracy";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/perceptron-on-parities",
        Title = "No affine threshold is a parity of k ≥ 2 bits; the best is right on ½ + C(k−1, ⌊(k−1)/2⌋)/2^k",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Class 1; Results", "M. Minsky, S. Papert, Perceptrons, 1969"),
        Quotations =
        [
            "**Corollary.** SGD can learn efficiently parities while Perceptron, GD or SQ cannot",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \sum_x\chi_S(x)(1,x)=0 \text{ for } |S|\ge 2;
            \max_{w,b}\mathbb{P}(\mathrm{sign}(\langle w,X\rangle+b)=\chi_S(X))
            =\tfrac12+2^{-k}\,C(k-1,\lfloor(k-1)/2\rfloor),\ k=|S|
            """),
        Hypotheses = ["uniform inputs", "|S| = k ≥ 1; for one bit a threshold is right everywhere"],
        Method =
            "The certificate of non-separability is summed over all inputs. All affine thresholds of up to five "
            + "variables are listed by their integer weights; beyond, thresholds of Σx_i attain the number, and the "
            + "chain argument of the page shows that none exceeds it. It falls like 1/√(2πk), so that \"cannot\" is "
            + "about the class of all parities, not about two bits, where ¾ are right.",
    };

    [Parameter("degree", "k", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3, 4, 5, 8, 11];

    [Parameter("lower-index", "what is taken from k in C(k−s, ⌊(k−s)/2⌋)", Minimum = 0, Maximum = 1)]
    public int Shift { get; init; } = 1;

    [Parameter("from", "least k for which no threshold separates", Minimum = 1, Maximum = 16)]
    public int From { get; init; } = 2;

    [Parameter("scale", "what the excess over ½ is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Scale { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("½ + C(k, ⌊k/2⌋)/2^k", this with { Shift = 0 }, Accuracy),
        new("0.99 of the excess", this with { Scale = 0.99 }, Accuracy),
        new("not separable from k = 1 on", this with { From = 1 }, Separation),
        new("separable up to k = 2", this with { From = 3 }, Separation),
    ];

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Degrees = [.. Enumerable.Range(1, 16)] };

    protected override Experiment<ThresholdCell, ThresholdOutcome> Experiment { get; } = new ThresholdExperiment();

    protected override IReadOnlyList<ThresholdCell> Cells => [.. Degrees.Select(k => new ThresholdCell(k))];

    protected override Evidence Judge(Examination<ThresholdCell, ThresholdOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "1 where the certificate contradicts what is said of k",
            (cell, o) => (o.Certificate == 0) == (cell.Degree >= From) ? 0 : 1,
            (_, _) => 0,
            "none: integers").Named(Separation),
        examination.ForAll(
            "distance of the best number of inputs from the formula",
            (cell, o) => Math.Abs((Rational.Of(o.Best) - Rational.Power(2, cell.Degree) / 2
                - Rational.Of(Scale) * Central(cell.Degree - Shift)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Accuracy),
    ]);

    private static Rational Central(int n) => Rational.Binomial(n, n / 2);
}
