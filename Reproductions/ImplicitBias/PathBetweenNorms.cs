using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>The coordinates of the flow's end against the scale of its start.</summary>
public sealed class PathBetweenNorms : Figure
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/path-between-norms";

    /// <inheritdoc/>
    public override string Title =>
        "The end of gradient flow moves from least ℓ2 to least ℓ1 norm as its start shrinks";

    /// <inheritdoc/>
    public override string Caption =>
        "Each line is a coordinate of β_α, depth 2, on one draw of a normal problem with d = 8 and m = 3, labels "
            + "scaled to ‖β_ℓ1‖₁ = 1. Points at the right end: the interpolant of least ℓ2 norm; at the left end: that "
            + "of least ℓ1 norm, of which all but m coordinates are zero.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Scale of Init: Kernel vs Deep");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/kernel-limit", "implicit-bias/rich-limit"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("alpha", "scale of the start α", Logarithmic: true), new("value", "coordinate of β_α"))
        .By("coordinate", "coordinate j")
        .Curve("value", "β_α")
        .PointsAt("limit", "limits");

    // The draw is that of the figure on the approach by depth.
    internal static RegimePathCell Cell(Tier tier) => new(
        Dimension: 8, Samples: 3, Layers: 4, LogFirst: 1, LogLast: -12, tier == Tier.Smoke ? 53 : 105);

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        RegimePathCell cell = Cell(tier);
        RegimePathOutcome path = runner.Measure(new RegimePathExperiment(), [cell], 1)[0].Outcome;
        var table = new NumericTable("coordinate", "alpha", "value", "limit");
        for (int j = 0; j < cell.Dimension; j++)
        {
            for (int i = 0; i < cell.Points; i++)
            {
                double limit = i == 0 ? path.LeastSquares[j]
                    : i == cell.Points - 1 ? path.LeastSum[j]
                    : double.NaN;
                table.Add(j + 1, path.Scales[i], path.Solutions[i * cell.Dimension + j], limit);
            }
        }

        return table;
    }
}
