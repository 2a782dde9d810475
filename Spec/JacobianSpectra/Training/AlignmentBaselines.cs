using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// With what the printed shares have to be compared. The mean label of a class with a share q corrupted evenly is 1 − q
// at its class and q/(K − 1) elsewhere, so that its squared norm, the share of ‖y‖² on the class-constant vectors, is
// 1/K + (1 − qK/(K − 1))²(1 − 1/K); for labels that may be the right ones q shrinks to q(K − 1)/K. The constant
// vectors alone have 1/K. Table 3 has 0.751² = 0.564 at q = ½, K = 3: above ⅜, and above ½.

/// <summary>What class-constant vectors keep of corrupted labels.</summary>
public sealed record AlignmentBaselines : ClassConstantClaim
{
    private const string Ceiling = "class-constant vectors", Floor = "constant vectors", Table = "table";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/alignment-baselines",
        Title = "Class-constant vectors keep 1/K + (1 − qK/(K − 1))²(1 − 1/K) of corrupted labels; Table 3 has more",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("50% label corruption, derived here beside Table 3"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \frac{\|\Pi_{cls}y\|^2}{\|y\|^2}=\frac1K+(1-c)^2\Big(1-\frac1K\Big),
            c=\frac{qK}{K-1} \text{ (another class)},\quad c=q \text{ (any class)};
            \frac{\|\Pi_{1}y\|^2}{\|y\|^2}=\frac1K,
            \text{Table 3: } 0.751^2>\frac38 \text{ and } \frac12 \text{ at } q=\frac12,\ K=3
            """),
        Hypotheses =
        [
            "balanced classes, each corrupted alike, new labels in equal numbers",
            "for Table 3: digits rounded to nearest, classes of nearly equal size",
        ],
        Method =
            "Label matrices are written out and projected in whole numbers, for several K, every admissible q and both "
                + "kinds of corruption. Any space of class-constant vectors has at most this share: the last Jacobian "
                + "of Table 3 has fitted corrupted labels, in its information space already.",
    };

    [Parameter("any-for-different", "whether c = q for another class too")]
    public bool AnyForDifferent { get; init; }

    [Parameter("linear", "whether 1 − c enters without its square")]
    public bool IsLinear { get; init; }

    [Parameter("floor", "share of the constant vectors times K", Minimum = 0, Maximum = 2)]
    public double FloorTimesClasses { get; init; } = 1;

    [Parameter("share", "‖Π_I y‖/‖y‖ in thousandths, at half of three classes corrupted", Minimum = 0, Maximum = 1000)]
    public int Share { get; init; } = 751;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("c = q whatever the new labels", this with { AnyForDifferent = true }, Ceiling),
        new("1 − c without its square", this with { IsLinear = true }, Ceiling),
        new("the constant vectors have 0.99/K", this with { FloorTimesClasses = 0.99 }, Floor),
        new("the share of the first Jacobian, 0.587", this with { Share = 587 }, Table),
        new("a share of 0.706", this with { Share = 706 }, Table),
    ];

    protected override Evidence Judge(Examination<ClassConstantCell, ClassConstantOutcome> examination) =>
        Evidence.All(
            examination.ForAll(
                "distance of the share from the formula, at the worst q",
                (cell, o) => Worst(o, i => o.Information(i) - Formula(cell.Classes, o.Corruption(i), cell.Replacement)),
                (_, _) => 0,
                Exact).Named(Ceiling),
            examination.ForAll(
                "distance of the constant share from its formula, at the worst q",
                (cell, o) => Worst(o, i => o.Constants(i) - Rational.Of(FloorTimesClasses) / cell.Classes),
                (_, _) => 0,
                Exact).Named(Floor),
            examination.ForAll(
                "the share at K = 3, q = ½ less the least that the digits of the table allow, squared",
                (cell, _) => (Formula(3, new(1, 2), cell.Replacement)
                    - Rational.Power(new(2 * Share - 1, 2000), 2)).Rounded().Value,
                (_, _) => 0,
                Exact).Named(Table));

    private static double Worst(ClassConstantOutcome o, Func<int, Rational> difference) =>
        Enumerable.Range(0, o.Corrupted.Length).Max(i => Math.Abs(difference(i).Rounded().Value));

    private Rational Formula(int K, Rational q, CorruptionKind replacement)
    {
        Rational c = replacement == CorruptionKind.StrictlyDifferent && !AnyForDifferent
            ? q * new Rational(K, K - 1)
            : q;
        return new Rational(1, K) + Rational.Power(1 - c, IsLinear ? 1 : 2) * (1 - new Rational(1, K));
    }
}
