using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The training of one network, beside the rate and the radius that were certified before it.</summary>
public sealed class CertifiedDescent : Figure
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/certified-descent";

    /// <inheritdoc/>
    public override string Title => "A descent inside its certificate";

    /// <inheritdoc/>
    public override string Caption =>
        "Gradient descent of a shallow tanh network of width 2048, n = d = 4: the loss over its start, and the length "
            + "of the path over the certified radius 2‖r_0‖/√μ. Certified before the first step: (1 − ημ)^t with μ = "
            + "λ_0/4, and 1.";

    /// <inheritdoc/>
    public override Source Source => OverparameterizedLandscapesTalk.At("Summary so far; Theorem 4");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["polyak-lojasiewicz/convergence-in-the-ball", "polyak-lojasiewicz/chain-of-certificates"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("t", "step t", FromZero: true),
            new("value", "loss over L(w_0), length over the radius", Logarithmic: true))
        .By("quantity", "quantity")
        .Line("measured")
        .Reference("certified", "certified");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var cell = new CertifiedDescentCell(
            DescentSystem.Network, Samples: 4, Width: 2048, Scale: 1, Share: 0.25, StepFactor: 1);
        DescentTrace trace = runner.Measure(new DescentTraceExperiment(), [cell], 1)[0].Outcome;
        var table = new NumericTable("quantity", "t", "value", "certified");
        double bound = 1;
        for (int t = 0; t < trace.Losses.Count; t++)
        {
            table.Add("loss", t, trace.Losses[t], bound);
            bound *= 1 - trace.Rate;
        }

        for (int t = 1; t < trace.Paths.Count; t++)
            table.Add("path length", t, trace.Paths[t], 1);
        return table;
    }
}
