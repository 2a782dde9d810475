using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Losses along descent on both layers at the width of the theorem, in one, two and twenty
/// dimensions.</summary>
public sealed class LossesOfSmoothNetworks : Figure
{
    private const int Samples = 10, Draws = 15;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/losses-of-smooth-networks";

    /// <inheritdoc/>
    public override string Title => "At the width n/2 the dimension decides whether descent fits all labels";

    /// <inheritdoc/>
    public override string Caption =>
        "Median loss ‖f − y‖²/‖y‖² of softplus networks without bias from the start of the talk (ν = 10), n = 10 "
            + "inputs, "
            + "random signs as labels, k = n/2 = 5 neurons, both layers trained, μ = 1/(4λ_max(JJᵀ)). Bars: the middle "
            + "half of the draws. On the line the inputs are ±1, …, ±5, whose outputs satisfy four linear relations at "
            + "any width. One step is added to each number of steps.";

    /// <inheritdoc/>
    public override Source Source =>
        JacobianSpectraTalk.At("Theory for smooth activations", JacobianSpectraTalk.OptimizationPaper);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/distinct-inputs", "jacobian-spectra/local-convergence"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("steps", "steps + 1", Logarithmic: true), new("loss", "loss ‖f − y‖²/‖y‖²", Logarithmic: true))
        .By("inputs", "inputs")
        .Line("median")
        .Interval("lower", "upper", "middle half");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int doublings = tier == Tier.Smoke ? 13 : 16;
        var table = new NumericTable("inputs", "steps", "loss", "lower", "upper");
        foreach (int d in (int[])[1, 2, 5, 20])
        {
            double[][] curves =
            [
                .. runner
                    .Measure(
                        new SmoothCurveExperiment(),
                        [new SmoothCurveCell(Samples, d, Samples / 2, 10, doublings)],
                        Draws)
                    .Select(observation => observation.Outcome.Losses),
            ];
            for (int at = 0; at < curves[0].Length; at++)
            {
                double[] sorted = [.. curves.Select(curve => curve[at]).Order()];
                table.Add(
                    d == 1 ? "±1, …, ±5" : string.Create(CultureInfo.InvariantCulture, $"sphere, d = {d}"),
                    at == 0 ? 1 : 1 + (1 << (at - 1)),
                    sorted[Draws / 2],
                    sorted[Draws / 4],
                    sorted[Draws - 1 - Draws / 4]);
            }
        }

        return table;
    }
}
