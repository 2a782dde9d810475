using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The spectrum of Gaussian planted weights beside its two limits.</summary>
public sealed class WishartSpectrum : Figure
{
    private const int Bins = 40;
    private const int SemicirclePoints = 100;

    private static readonly int[] Aspects = [4, 100];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/wishart-spectrum";

    /// <inheritdoc/>
    public override string Title => "The spectrum of W*ᵀW* − mI over √(md)";

    /// <inheritdoc/>
    public override string Caption =>
        "Density of the eigenvalues of Gaussian teachers at m = 4d and m = 100d, the law of Marchenko and Pastur at "
            + "these ratios, and the semicircle law, which is the limit for m/d → ∞.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Proper Initialization, (c), second item");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["quadratic-networks/wishart-semicircle"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("x", "scaled eigenvalue, (λ − m)/√(md)"), new("measured", "density", FromZero: true))
        .By("aspect", "m/d")
        .PointsAt("measured", "measured density")
        .Curve("marchenkoPastur", "Marchenko–Pastur")
        .CommonReference("semicircle", "semicircle");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int dimension, int draws) = Sizes(tier);
        SpectrumHistogramCell[] cells =
        [
            .. Aspects.Select(aspect => new SpectrumHistogramCell(dimension, aspect, Bins)),
        ];
        var table = new NumericTable(
            "aspect", "x", "d", "draws", "eigenvalues", "measured", "marchenkoPastur", "semicircle");
        foreach (
            IGrouping<
                SpectrumHistogramCell,
                Observation<SpectrumHistogramCell, SpectrumHistogramOutcome>
            > cell in runner
                .Measure(new SpectrumHistogramExperiment(), cells, draws)
                .GroupBy(observation => observation.Cell))
        {
            (double[] edges, double[] probabilities) = new MarchenkoPasturLaw(1.0 / cell.Key.Aspect).Grid(Bins);
            // Both densities vanish at the ends.
            table.Add(
                cell.Key.Aspect, edges[0], dimension, draws, double.NaN, double.NaN, 0, double.NaN);
            for (int k = 0; k < Bins; k++)
            {
                double width = edges[k + 1] - edges[k];
                int eigenvalues = cell.Sum(observation => observation.Outcome.Counts[k]);
                table.Add(
                    cell.Key.Aspect,
                    (edges[k] + edges[k + 1]) / 2,
                    dimension,
                    draws,
                    eigenvalues,
                    eigenvalues / (width * dimension * draws),
                    (probabilities[k + 1] - probabilities[k]) / width,
                    double.NaN);
            }

            table.Add(
                cell.Key.Aspect, edges[Bins], dimension, draws, double.NaN, double.NaN, 0, double.NaN);
        }

        for (int k = -SemicirclePoints; k <= SemicirclePoints; k++)
        {
            double x = 2.0 * k / SemicirclePoints;
            table.Add(
                "∞", x, dimension, draws, double.NaN, double.NaN, double.NaN,
                Math.Sqrt(4 - x * x) / (2 * Math.PI));
        }

        return table;
    }

    private static (int Dimension, int Draws) Sizes(Tier tier) => tier switch
    {
        Tier.Smoke => (500, 8),
        Tier.Standard => (2000, 16),
        _ => (8000, 16),
    };
}
