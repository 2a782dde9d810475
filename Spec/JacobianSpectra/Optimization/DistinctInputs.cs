using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Spec.Parameters;

namespace Verification.Spec.JacobianSpectra.Optimization;

// "Distinct data points": log(1 + e^z) − log(1 + e^−z) = z, so that f(x) − f(−x) = vᵀWx is linear at every width. The
// inputs ±a, ±b, ±(a + b) are distinct, and their outputs satisfy a linear relation; so do those of ±1, ±2. Inputs that
// are distinct up to sign have none: along a line with different |u·x_i| the even part is ½|t| + log(1 + e^−|t|), whose
// exponentials tell them apart one by one, so that n neurons fit any labels.

/// <summary>The inputs have to be distinct up to sign.</summary>
public sealed partial record DistinctInputs : LossFloorClaim
{
    [Parameter("k", "widths", Minimum = 3, Maximum = 40)]
    public Choices<int> Widths { get; init; } = [3, 8];

    [Parameter("d", "dimension of the random directions", Minimum = 2, Maximum = 100)]
    public int Dimension { get; init; } = 5;

    public override Claim AsPrinted => this with { Share = 0 };

    public override string PrintedPart => Attained;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("an infimum five percent higher", this with { Share = 1.05 }, Floor),
        new("an infimum five percent lower", this with { Share = 0.95 }, Attained),
        new("the last pair counts for 0.999", this with { Weight = 0.999 }, Relation),
    ];

    // Random directions have no relation that descent could break.
    protected override IReadOnlyList<LossFloorCell> Cells =>
    [
        .. from k in Widths
           from instance in (FloorInstance[])
           [
               FloorInstance.OppositePairs, FloorInstance.OppositePairsOnLine, FloorInstance.RandomDirections,
           ]
           select new LossFloorCell(
               instance, k, Dimension, Deviation, instance == FloorInstance.RandomDirections ? 0 : Steps, Weight),
    ];

    protected override string RelationInWords => "cᵀf = 0 whatever the weights";
}
