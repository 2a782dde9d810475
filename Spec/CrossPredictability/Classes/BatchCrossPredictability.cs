using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Classes;

// The square of the mean over m independent inputs has m diagonal terms, which are 1, and m(m − 1) others of mean CP.
// With m = 1 nothing is excluded: that is where SGD leaves the theorem.

/// <summary>Cross-predictability of gradients over a batch.</summary>
public sealed record BatchCrossPredictability : Claim<BatchCell, BatchOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/batch-cross-predictability",
        Title = "Over batches of m inputs cross-predictability is 1/m + (1 − 1/m)CP, and 1 for single samples",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathbb{E}_{X^m,F,F'}\Big(\frac1m\sum_{i=1}^mF(X_i)F'(X_i)\Big)^2
            =\frac1m+\Big(1-\frac1m\Big)\mathrm{CP}
            """),
        Hypotheses = ["X_1, …, X_m independent, uniform"],
        Method =
            "All batches and pairs of functions are listed in integer arithmetic. The talk writes \"population "
            + "gradient\" beside Theorem 1; with batches this number stands for CP in its bound.",
    };

    [Parameter("m", "inputs of a batch; n·m is 12 at most", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Sizes { get; init; } = [1, 2, 4];

    [Parameter("n", "number of variables", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 3];

    [Parameter("added", "what is added to CP in the right side, over m", Minimum = 0, Maximum = 1)]
    public double Kept { get; init; }

    [Parameter("scale", "what 1/m is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Scale { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("1/m + CP", this with { Kept = 1 }),
        new("1.01/m + (1 − 1/m)CP", this with { Scale = 1.01 }),
    ];

    protected override Experiment<BatchCell, BatchOutcome> Experiment { get; } = new BatchExperiment();

    protected override IReadOnlyList<BatchCell> Cells =>
    [
        .. from n in Variables
           from m in Sizes
           where n * m <= 12
           from cell in (BatchCell[])
           [
               new(FunctionFamily.Parities, n, 0, m), new(FunctionFamily.Monomials, n, 1, m),
               new(FunctionFamily.Mixture, n, 3, m), new(FunctionFamily.Conjunctions, n, n, m),
           ]
           select cell,
    ];

    protected override Evidence Judge(Examination<BatchCell, BatchOutcome> examination) => examination.ForAll(
        "distance of the mean over batches from the formula",
        (cell, o) => Math.Abs((o.OfBatch - Rational.Of(Scale) / cell.Size
            - (1 - (1 - Rational.Of(Kept)) / cell.Size) * o.OfPopulation).Rounded().Value),
        (_, _) => 0,
        "none: rational numbers");
}
