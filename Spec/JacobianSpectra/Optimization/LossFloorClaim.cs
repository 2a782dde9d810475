using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Optimization;

/// <summary>A claim about the least loss of a softplus network: a relation between its outputs bounds it from below,
/// explicit weights from above.</summary>
/// <remarks>The claimed infimum is refuted from below by the relation, which is enclosed at random weights and behind
/// descent, and from above by weights whose enclosed loss is less. No descent that fails to converge refutes
/// anything.</remarks>
public abstract record LossFloorClaim : Claim<LossFloorCell, LossFloorOutcome>
{
    /// <summary>Names of the parts.</summary>
    protected const string Relation = "relation", Floor = "floor", Attained = "attained";

    // Of ‖y‖²: what a witness may leave, and what enclosures add.
    private const double Allowance = 1e-6;

    [Parameter("nu", "deviation of the entries of v_0", Minimum = 0.01, Maximum = 100)]
    public double Deviation { get; init; } = 3;

    [Parameter("steps", "steps of descent before the loss is looked at", Minimum = 0, Maximum = 2000)]
    public int Steps { get; init; } = 100;

    [Parameter("share", "the claimed infimum of the loss over that of the relation", Minimum = 0, Maximum = 10)]
    public double Share { get; init; } = 1;

    [Parameter("weight", "factor of the last terms of the relation", Minimum = 0, Maximum = 10)]
    public double Weight { get; init; } = 1;

    public override int Decisions => 3;

    protected override Experiment<LossFloorCell, LossFloorOutcome> Experiment { get; } = new LossFloorExperiment();

    // A violation on a tenth of the draws would be seen.
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<LossFloorCell, LossFloorOutcome> examination) => Evidence.All(
        examination.ForAllEnclosed(
            RelationInWords,
            (_, o) => new Interval(o.ViolationLower, o.ViolationUpper),
            resolution: 1e-9).Named(Relation),
        examination.ForAll(
            "no weights come below the claimed infimum",
            Below,
            "interval arithmetic on both sides: open between the relation and the weights").Named(Floor),
        examination.ForAll(
            "explicit weights come down to the claimed infimum, up to 10⁻⁶‖y‖²",
            Above,
            "interval arithmetic on both sides: open between the relation and the weights").Named(Attained));

    /// <summary>The relation between the outputs, in words.</summary>
    protected abstract string RelationInWords { get; }

    // inf L.
    private static double Infimum(LossFloorCell cell) => cell.Instance switch
    {
        FloorInstance.OppositeLabels => 1,
        FloorInstance.CollinearTriple => 2.0 / 3,
        FloorInstance.OppositePairs => 6,
        FloorInstance.OppositePairsOfWidth => 2 * cell.Width,
        FloorInstance.OppositePairsOnLine => 0.4,
        _ => 0,
    };

    private Bounded Below(LossFloorCell cell, LossFloorOutcome o)
    {
        double claimed = Share * Infimum(cell), least = Math.Min(o.End, o.Witness), rounding = 1e-12 * claimed;
        return least < claimed - rounding ? new((claimed - least) / o.LabelsSquared, 0)
            : o.Floor >= claimed - Allowance * o.LabelsSquared ? new(0, 0)
            : new(0, double.PositiveInfinity);
    }

    private Bounded Above(LossFloorCell cell, LossFloorOutcome o)
    {
        double claimed = Share * Infimum(cell);
        return o.Floor > claimed + Allowance * o.LabelsSquared ? new((o.Floor - claimed) / o.LabelsSquared, 0)
            : o.Witness <= claimed + Allowance * o.LabelsSquared ? new(0, 0)
            : new(0, double.PositiveInfinity);
    }
}
