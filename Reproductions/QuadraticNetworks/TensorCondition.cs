using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The least eigenvalue of the tensorized covariance against the number of samples.</summary>
public sealed class TensorCondition : Figure
{
    private const int Dimension = 5;

    private static readonly int[] SamplesPerDimension = [1, 2, 4, 8, 16, 32, 64, 128];

    private static readonly CoordinateLaw[] Laws =
    [
        CoordinateLaw.Gaussian,
        CoordinateLaw.Uniform,
        CoordinateLaw.Laplace,
        CoordinateLaw.TwoPoint,
        CoordinateLaw.StudentT(5),
    ];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/tensor-condition";

    /// <inheritdoc/>
    public override string Title => "The least eigenvalue of the tensorized covariance against the number of samples";

    /// <inheritdoc/>
    public override string Caption =>
        "The least eigenvalue λ_min(Ĝ) in units of C for d = 5; N is counted in multiples of D = d(d+1)/2 = 15. From "
            + "½ on the empirical energy barrier follows. Heavier tails need more samples; the shape of the curves is "
            + "the same.";

    /// <inheritdoc/>
    public override Source Source =>
        StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, (c)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["quadratic-networks/tensor-condition-concentration"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("ratio", "samples N / D", Logarithmic: true), new("median", "least eigenvalue / C", FromZero: true))
        .By("law", "law of the coordinates")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .HorizontalRule(0.5, "½: the barrier follows");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int full = SymmetricVectorization.Dimension(Dimension);
        TensorConditionCell[] cells =
        [
            .. from law in Laws
            from multiple in SamplesPerDimension
            select new TensorConditionCell(law, Dimension, multiple * full),
        ];
        var table = new NumericTable("law", "ratio", "N", "draws", "least", "median", "greatest");
        int draws = Draws(tier);
        foreach (IGrouping<TensorConditionCell, Observation<TensorConditionCell, TensorConditionOutcome>> cell in
            runner.Measure(new TensorConditionExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            // What is below its own rounding error is a singular matrix.
            double[] ratios =
            [
                .. cell.Select(observation =>
                        observation.Outcome.Least > observation.Outcome.Error
                            ? observation.Outcome.Least / cell.Key.Law.BarrierConstant
                            : 0)
                    .Order(),
            ];
            table.Add(
                cell.Key.Law.Name,
                cell.Key.Samples / full,
                cell.Key.Samples,
                draws,
                ratios[0],
                SampleStatistics.MedianOfSorted(ratios),
                ratios[^1]);
        }

        return table;
    }

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 32,
        Tier.Standard => 256,
        _ => 1024,
    };
}
