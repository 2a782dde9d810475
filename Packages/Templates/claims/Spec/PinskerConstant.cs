using MyPaper.Implementation;
using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Counterexamples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace MyPaper.Spec;

// "D(P‖Q) ≥ 2‖P − Q‖₁²". For fixed q, D(p‖q) − 2(p − q)² has the slope ln(p/q) − ln((1 − p)/(1 − q)) − 4(p − q) and the
// curvature 1/(p(1 − p)) − 4 ≥ 0: it is least at p = q, where it is 0. ‖P − Q‖₁ is 2|p − q|, hence the constant is ½.

/// <summary>Pinsker's inequality for two coins.</summary>
public sealed record PinskerConstant : Claim<CoinPair, Divergence>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "my-paper/pinsker-constant",
        Title = "The divergence of two coins is at least half the square of their ℓ1 distance, not twice",
        Kind = ClaimKind.Inequality,
        Source = MyPaperClaims.At("2. From divergence to distance"),
        Quotations = ["By Pinsker's inequality, $D(P\\|Q) \\ge 2\\|P-Q\\|_1^2$."],
        Printed = PrintedStatus.False,
        Statement = new(@"D(P\|Q)\ge2\|P-Q\|_1^2")
        {
            Corrected = @"D(P\|Q)\ge\tfrac12\|P-Q\|_1^2",
            Reason = "2 belongs to the total variation distance, which is half of the ℓ1 distance.",
        },
        Hypotheses = ["two coins with 0 ≤ p ≤ 1 and 0 < q < 1, natural logarithms"],
        Method = "Both sides are enclosed for all pairs of multiples of 1/n.",
    };

    [Parameter("n", "the probabilities are multiples of 1/n", Minimum = 2, Maximum = 100, Size = true)]
    public int Grid { get; init; } = 12;

    [Parameter("constant", "the factor of the squared distance", Minimum = 0, Maximum = 10)]
    public double Constant { get; init; } = 0.5;

    [Parameter("own-variance", "whether the variance of Q stands in the place of the largest one")]
    public bool OwnVariance { get; init; }

    public override Claim AsPrinted => this with { Constant = 2 };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words = "p = 3/4 and q = 1/2: the divergence is 0.131, and twice the squared distance is 1/2.",
        Data = [("p", "3/4"), ("q", "1/2")],
        Where = [("divergence", "p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))"), ("distance", "2 * abs(p - q)")],
        Fails = [new("the divergence is at least twice the squared distance", "divergence >= 2 * distance**2")],
    };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("two percent more", this with { Constant = 0.51 }),
        new("the variance of Q in the place of the largest one", this with { OwnVariance = true }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Grid = 30 };

    protected override Experiment<CoinPair, Divergence> Experiment { get; } = new DivergenceExperiment();

    protected override IReadOnlyList<CoinPair> Cells => CoinPair.All(Grid);

    protected override Evidence Judge(Examination<CoinPair, Divergence> examination) => examination.ForAllEnclosed(
        "the constant times the squared distance is at most the divergence",
        (pair, outcome) => (OwnVariance ? Constant / pair.Variance() : 4 * Constant) * pair.SquaredDifference()
            - outcome.Enclosed());
}
