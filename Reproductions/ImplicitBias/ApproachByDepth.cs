using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>The gap to least ℓ1 norm against the scale of the start, for depths 2, 3 and 4.</summary>
public sealed class ApproachByDepth : Figure
{
    private const double LeastDrawn = 1e-13;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/approach-by-depth";

    /// <inheritdoc/>
    public override string Title => "Every depth comes to least ℓ1 norm, deeper networks much sooner";

    /// <inheritdoc/>
    public override string Caption =>
        "‖β_α‖₁/‖β_ℓ1‖₁ − 1 on one draw of a normal problem with d = 8 and m = 3, labels scaled to ‖β_ℓ1‖₁ = 1. "
            + "Dashed: the derived leading term, of order α^(2(1−s)) for depth 2, where s < 1 belongs to the draw, and "
            + "α^D for D ≥ 3. To the right every curve tends to the gap of least ℓ2 norm. Points whose error is not "
            + "proven to be below a thousandth, and gaps below 10⁻¹³, are left out.";

    /// <inheritdoc/>
    public override Source Source =>
        ImplicitBiasTalk.At("Is implicit bias of GD just ℓ2 in param space", ImplicitBiasTalk.DeepFactorization);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/rich-limit", "implicit-bias/rich-limit-rate"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("alpha", "scale of the start α", Logarithmic: true),
            new("gap", "excess of the ℓ1 norm, ‖β_α‖₁/‖β_ℓ1‖₁ − 1", Logarithmic: true))
        .By("depth", "depth D")
        .Curve("gap", "flow")
        .Reference("leading", "leading term");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        RegimePathCell cell = PathBetweenNorms.Cell(tier);
        RegimePathOutcome path = runner.Measure(new RegimePathExperiment(), [cell], 1)[0].Outcome;
        var table = new NumericTable("depth", "alpha", "gap", "leading");
        for (int depth = 2; depth <= cell.Layers; depth++)
        {
            for (int i = 0; i < cell.Points; i++)
            {
                int at = (depth - 2) * cell.Points + i;
                // The leading term is drawn where it is less than the gap of least ℓ2 norm, and the curve above
                // rounding of the norms.
                double leading = path.LeadingGaps[at];
                if (path.Gaps[at] >= LeastDrawn)
                    table.Add(
                        depth, path.Scales[i], path.Gaps[at], leading < path.RichGap ? leading : double.NaN);
            }
        }

        return table;
    }
}
