using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The change of the Jacobian in training against the width.</summary>
public sealed class LazyDrift : Figure
{
    private const int FirstWidth = 16;

    private static readonly Activation[] Activations = [Activation.Tanh, Activation.Softplus];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/lazy-drift";

    /// <inheritdoc/>
    public override string Title => "How much training changes the Jacobian, against the width";

    /// <inheritdoc/>
    public override string Caption =>
        "The change ‖∇F(w_T) − ∇F(w_0)‖/‖∇F(w_0)‖ by gradient descent, n = 4 unit inputs in dimension 8, beside the "
            + "power m^(−1/2) through the last point. Wide networks stay where they were linearized.";

    /// <inheritdoc/>
    public override Source Source => OverparameterizedLandscapesTalk.At("Limitations, second item (22/23)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/lazy-regime"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("m", "width m", Logarithmic: true), new("median", "relative change of the Jacobian", Logarithmic: true))
        .By("activation", "activation")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .Reference("power", "slope −½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int draws, int doublings) = tier switch
        {
            Tier.Smoke => (8, 6),
            Tier.Standard => (16, 8),
            _ => (64, 12),
        };
        var table = new NumericTable("activation", "m", "draws", "least", "median", "greatest", "power");
        foreach (Activation σ in Activations)
        {
            var cell = new LazyRegimeCell(σ, Samples: 4, Dimension: 8, FirstWidth, doublings, Steps: 60);
            Observation<LazyRegimeCell, LazyRegimeOutcome>[] observations =
            [
                .. runner.Measure(new LazyRegimeExperiment(), [cell], draws),
            ];
            double[][] drifts =
            [
                .. Enumerable
                    .Range(0, doublings + 1)
                    .Select(k =>
                        observations.Select(observation => observation.Outcome.JacobianDrifts[k]).Order().ToArray()),
            ];
            double[] medians = [.. drifts.Select(sorted => SampleStatistics.MedianOfSorted(sorted))];
            for (int k = 0; k <= doublings; k++)
                table.Add(
                    σ.Name, FirstWidth << k, draws, drifts[k][0], medians[k], drifts[k][^1],
                    medians[^1] * Math.Sqrt(1 << (doublings - k)));
        }

        return table;
    }
}
