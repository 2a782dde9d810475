using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Spec.Parameters;

namespace Verification.Spec.CrossPredictability.Classes;

/// <summary>A claim about classes of functions, examined on one named class and on some of every kind.</summary>
public abstract record ClassClaim : Claim<ClassCell, ClassOutcome>
{
    [Parameter("family", "a class that is examined besides")]
    public FunctionFamily Family { get; init; } = FunctionFamily.Parities;

    [Parameter("n", "its number of variables; at most 3 for families of all functions", Minimum = 1, Maximum = 8,
        Size = true)]
    public int Variables { get; init; } = 5;

    [Parameter("k", "its number: the degree, or a weight", Minimum = 0, Maximum = 16)]
    public int Number { get; init; } = 1;

    [Parameter("plus", "weight of x_i = +1 of its inputs, beside 1 for −1", Minimum = 1, Maximum = 3)]
    public int Plus { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Family is FunctionFamily.All or FunctionFamily.NoisyCopies && Variables > 3)
                yield return "families of all functions have at most 3 variables";
            if (Family is FunctionFamily.Monomials or FunctionFamily.Conjunctions && Number > Variables)
                yield return "k is at most n where it counts variables";
            if (
                Family is FunctionFamily.SparseParities or FunctionFamily.NoisyCopies or FunctionFamily.Mixture
                && Number < 1)
                yield return "k is a weight of at least 1 here";
            // The denominators are ((k + 1)(plus + 1))^(2n) and (k + 1)^n·(plus + 1)^(4n) at most, in lowest terms.
            bool isSparse = Family is FunctionFamily.SparseParities;
            if (Variables > 6 && (Plus > 1 || isSparse) || Variables > 4 && Plus > 1 && isSparse)
                yield return "at most 6 variables where weights of inputs or sets differ, and 4 where both do, so that "
                    + "numbers fit a double";
        }
    }

    protected override Experiment<ClassCell, ClassOutcome> Experiment { get; } = new ClassExperiment();

    protected override IReadOnlyList<ClassCell> Cells => UnmetHypotheses.Any()
        ? Some
        : [new(Family, Variables, Number, Plus), .. Some];

    // The copies with much noise, with little, and under biased inputs.
    private static ClassCell[] Some =>
    [
        new(FunctionFamily.Parities, 1, 0, 1),
        new(FunctionFamily.Parities, 3, 0, 1),
        new(FunctionFamily.Parities, 3, 0, 2),
        new(FunctionFamily.NonemptyParities, 3, 0, 1),
        new(FunctionFamily.Monomials, 5, 2, 1),
        new(FunctionFamily.Monomials, 4, 2, 3),
        new(FunctionFamily.SparseParities, 4, 3, 1),
        new(FunctionFamily.SignedDictators, 4, 0, 1),
        new(FunctionFamily.Single, 3, 0, 1),
        new(FunctionFamily.All, 3, 0, 1),
        new(FunctionFamily.NoisyCopies, 1, 3, 1),
        new(FunctionFamily.NoisyCopies, 3, 2, 1),
        new(FunctionFamily.NoisyCopies, 3, 3, 1),
        new(FunctionFamily.NoisyCopies, 3, 16, 1),
        new(FunctionFamily.NoisyCopies, 2, 9, 2),
        new(FunctionFamily.Mixture, 4, 3, 1),
        new(FunctionFamily.Conjunctions, 4, 2, 1),
    ];
}
