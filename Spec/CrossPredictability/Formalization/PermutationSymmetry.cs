using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Formalization;

// Descent commutes with a permutation of the coordinates, applied to target, inputs and first weights. A start whose
// law is invariant then treats all parities of one size alike, so that failure on average is failure on each.

/// <summary>Gradient descent commutes with permutations of the coordinates.</summary>
public sealed record PermutationSymmetry : Claim<SymmetryCell, SymmetryOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/permutation-symmetry",
        Title = "Gradient descent on a function of permuted coordinates is the permuted descent",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Formalizing the problem"),
        Quotations = ["under symmetry: failure at 2 implies failure at 1 for a typical function"],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            f'(x)=f(x\circ p),\ W'^{(0)}(x)=W^{(0)}(x\circ p)
            \ \Rightarrow\ W'^{(t)}(x)=W^{(t)}(x\circ p) \text{ for all } t
            """),
        Hypotheses =
        [
            "the weights of W′⁽⁰⁾ are those of W⁽⁰⁾, with the first ones permuted",
            "population gradients under uniform inputs; the same step for all first weights of a unit",
        ],
        Method =
            "Two units of ReLU, drawn rational weights and a drawn target, one step or two in rational arithmetic, "
            + "with the coordinates moved in a circle: both networks have to agree at every input, exactly. What the "
            + "talk concludes is argument and not examined: under a start of invariant law the law of the accuracy on "
            + "χ_S depends on |S| alone, so that failure on the average over one size is failure on each of it; "
            + "nothing follows across sizes.",
    };

    [Parameter("n", "number of variables", Minimum = 3, Maximum = 4, Size = true)]
    public Choices<int> Variables { get; init; } = [3, 4];

    [Parameter("steps", "T", Minimum = 1, Maximum = 3, Size = true)]
    public int Steps { get; init; } = 1;

    [Parameter("weights", "how the first weights of the second network are permuted")]
    public WeightPermutation Weights { get; init; } = WeightPermutation.Along;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the weights by the inverse permutation", this with { Weights = WeightPermutation.Inverse }),
        new("the weights not permuted", this with { Weights = WeightPermutation.None }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Steps = 2 };

    protected override Experiment<SymmetryCell, SymmetryOutcome> Experiment { get; } = new SymmetryExperiment();

    protected override IReadOnlyList<SymmetryCell> Cells => [.. Variables.Select(n => new SymmetryCell(n, Steps))];

    protected override Evidence Judge(Examination<SymmetryCell, SymmetryOutcome> examination) => examination.ForAll(
        "distance of the outputs, largest over the inputs",
        (_, o) => Weights switch
        {
            WeightPermutation.Inverse => o.Back,
            WeightPermutation.None => o.Still,
            _ => o.Moved,
        },
        (_, _) => 0,
        "none: rational numbers");
}
