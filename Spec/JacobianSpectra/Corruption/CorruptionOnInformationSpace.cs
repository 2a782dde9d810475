using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Corruption;

// "Diffuseness ⇒ corruption y − ȳ falls mostly onto N": with I the functions that are constant on clusters, ‖Π_I e‖² ≤
// ρ‖e‖² where each cluster has a share of at most ρ, with equality for one target in each. A budget of ρn in all is not
// enough: in one cluster e lies in I entirely, however diffuse its eigenvectors. For uniform other labels the mean is
// about ρK/(2(K − 1)), with two terms of the finite size.

/// <summary>How much of a corruption lies in the information space of clusters.</summary>
public sealed partial record CorruptionOnInformationSpace : Claim<CorruptionProjectionCell, CorruptionProjectionOutcome>
{
    private const string Bound = "bound", Mean = "mean";

    [Parameter("clusters", "L", Minimum = 2, Maximum = 50, Size = true)]
    public int Clusters { get; init; } = 6;

    [Parameter("size", "samples of a cluster", Minimum = 2, Maximum = 100, Size = true)]
    public int ClusterSize { get; init; } = 5;

    [Parameter("classes", "K", Minimum = 2, Maximum = 100)]
    public int Classes { get; init; } = 4;

    [Parameter("share", "the share that is corrupted, of each cluster or of all samples", Minimum = 0, Maximum = 1)]
    public double Share { get; init; } = 0.4;

    [Parameter("factor", "c in ‖Π_I e‖² ≤ cρ‖e‖²", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("total", "whether ρ is the share of all samples, not the largest of a cluster")]
    public bool IsTotal { get; init; }

    [Parameter("finite-size", "whether the mean has the terms of the finite size")]
    public bool HasFiniteSize { get; init; } = true;

    [Parameter("leading", "c in the leading term cρK/(2(K − 1)) of the mean", Minimum = 0, Maximum = 10)]
    public double Leading { get; init; } = 1;

    public override Claim AsPrinted => this with { IsTotal = true };

    public override string PrintedPart => Bound;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("‖Π_I e‖² ≤ 0.98ρ‖e‖²", this with { Factor = 0.98 }, Bound),
        new("the mean without terms of the finite size", this with { HasFiniteSize = false }, Mean),
        new("a leading term greater by a third", this with { Leading = 4.0 / 3 }, Mean),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        LabelCorruption.Budget(Share, ClusterSize) > 0 ? [] : ["a cluster has a corrupted sample"];

    public override int Decisions => 3;

    protected override Experiment<CorruptionProjectionCell, CorruptionProjectionOutcome> Experiment { get; } =
        new CorruptionProjectionExperiment();

    protected override IReadOnlyList<CorruptionProjectionCell> Cells =>
    [
        Cell(CorruptionPlacement.EachCluster, CorruptionKind.Next),
        Cell(CorruptionPlacement.OneCluster, CorruptionKind.Next),
        Cell(CorruptionPlacement.EachCluster, CorruptionKind.StrictlyDifferent),
        Cell(CorruptionPlacement.Anywhere, CorruptionKind.StrictlyDifferent),
    ];

    // The empirical Bernstein interval of a share: half of the resolution for its term without the variance.
    protected override int TrialsNeeded(double level)
    {
        int trials = 100;
        while (Law.HalfWidth(trials, 0.12 / Math.Sqrt(trials), level) > Resolution)
            trials += 100;
        return trials;
    }

    protected override Evidence Judge(
        Examination<CorruptionProjectionCell, CorruptionProjectionOutcome> examination) => Evidence.All(
        examination.Given((_, o) => o.Moved > 0).ForAll(
            "‖Π_I e‖² ≤ cρ‖e‖²",
            (cell, o) => Ratio(cell, o) - Factor * (IsTotal
                ? (double)o.Moved / (cell.Clusters * cell.Size)
                : (double)o.Largest / cell.Size),
            (_, _) => 1e-15,
            "quotients of integers").Named(Bound),
        Average(examination.Where(cell => cell == Cells[2]), "each cluster", InEach),
        Average(examination.Where(cell => cell == Cells[3]), "samples anywhere", Anywhere));

    private const double Resolution = 0.03;

    private static readonly MeanLaw Law = MeanLaw.Within(0, 1);

    private double InEach
    {
        get
        {
            int moved = LabelCorruption.Budget(Share, ClusterSize);
            return Theory((double)moved / ClusterSize, CorruptionEnergy.MeanInEach(moved, ClusterSize, Classes));
        }
    }

    private double Anywhere
    {
        get
        {
            int n = Clusters * ClusterSize, moved = LabelCorruption.Budget(Share, n);
            return Theory((double)moved / n, CorruptionEnergy.MeanAnywhere(moved, n, Clusters, Classes));
        }
    }

    private static Evidence Average(
        Examination<CorruptionProjectionCell, CorruptionProjectionOutcome> part, string where, double theory) =>
        part.Given((_, o) => o.Moved > 0).Agree(
            $"the mean of ‖Π_I e‖²/‖e‖², {where}",
            Ratio,
            theory,
            finiteSizeCorrection: 1e-14,
            Resolution,
            Law).Named(Mean);

    private static double Ratio(CorruptionProjectionCell cell, CorruptionProjectionOutcome o) =>
        o.Projected / (2.0 * o.Moved * cell.Size);

    private double Theory(double ρ, Rational exact)
    {
        double leading = ρ * Classes / (2.0 * (Classes - 1));
        return (HasFiniteSize ? exact.Rounded().Value : leading) + (Leading - 1) * leading;
    }

    private CorruptionProjectionCell Cell(CorruptionPlacement placement, CorruptionKind kind) =>
        new(Clusters, ClusterSize, Classes, placement, Share, kind);
}
