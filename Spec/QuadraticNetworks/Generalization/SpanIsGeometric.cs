using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// "A purely geometric condition", made precise: the lines through 0 and the X_i decide, up to linear maps:
// (BX)(BX)ᵀ = B(XXᵀ)Bᵀ, and A → BABᵀ is an isomorphism of S for invertible B. Translations do change it.

/// <summary>In which sense the span condition is geometric.</summary>
public sealed record SpanIsGeometric : Claim<SpanMapCell, SpanMapOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/span-is-geometric",
        Title = "The span condition depends on the lines through the data alone, up to linear maps",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \dim\mathrm{span}(X_iX_i^T : 1\le i\le N) \text{ is the same for } X_i,\; c_iX_i\ (c_i\ne0),\; BX_i\ (B \text{ invertible}),
            \text{in any order}
            """),
        Hypotheses =
        [
            "any data",
            "linear maps: the condition is about lines through the origin and changes under translations",
        ],
        Method =
            "Dimensions are found by elimination modulo 2⁶¹ − 1 for data on a grid, their multiples by c_i in {±1, …, "
            + "±7}, their images under random invertible integer matrices, and random "
            + "orders: exact integers, compared for equality, a single dimension more or fewer is seen. The condition "
            + "takes the data alone, no label and no weight; that it decides is span-condition.",
    };

    [Parameter(
        "law", "laws of the coordinates, rounded to multiples of 2⁻¹⁶",
        Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 10, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 5];

    [Parameter("maps", "changes that are said to keep the dimension")]
    public SpanMap Maps { get; init; } = SpanMap.Linear;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("translations keep it too", this with { Maps = SpanMap.Translations }),
        new("singular linear maps keep it too", this with { Maps = SpanMap.SingularMaps }),
        new("scales may be zero", this with { Maps = SpanMap.AnyScales }),
    ];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Laws = [.. CoordinateLaw.All], Dimensions = [2, 3, 4, 5, 6] },
        _ => this with { Laws = [.. CoordinateLaw.All], Dimensions = [2, 3, 4, 5, 6, 8, 10] },
    };

    protected override Experiment<SpanMapCell, SpanMapOutcome> Experiment { get; } = new SpanMapExperiment();

    protected override IReadOnlyList<SpanMapCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let full = SymmetricVectorization.Dimension(d)
           from samples in ((int[])[d, full - 1, full, 2 * full]).Distinct()
           select new SpanMapCell(law, d, samples),
    ];

    protected override Evidence Judge(Examination<SpanMapCell, SpanMapOutcome> examination) => examination.ForAll(
        "the dimension of the span is the same",
        (_, o) => Images(o).Max(image => Math.Abs(image - o.Original)),
        (_, _) => 0,
        "none: integers in exact arithmetic");

    private int[] Images(SpanMapOutcome o) => Maps switch
    {
        SpanMap.Linear => [o.Scaled, o.Mapped, o.Permuted],
        SpanMap.Translations => [o.Translated],
        SpanMap.SingularMaps => [o.Projected],
        _ => [o.Erased],
    };
}
