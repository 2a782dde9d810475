using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The least empirical risk of rank-deficient students against the number of samples.</summary>
public sealed class EmpiricalBarrier : Figure
{
    private const int Dimension = 4;

    // From one sample per dimension of the symmetric matrices, where a student can interpolate up to one sample, to
    // where the claim asks for its bound.
    private static readonly int[] SamplesPerDimension = [1, 2, 4, 8, 16, 32, 64, 128];

    private static readonly CoordinateLaw[] Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/empirical-barrier";

    /// <inheritdoc/>
    public override string Title => "The empirical energy barrier against the number of samples";

    /// <inheritdoc/>
    public override string Caption =>
        "The least empirical risk of students of rank below d = 4, in units of σ_min(W*)⁴, for aligned teachers; N is "
            + "counted in multiples of D = d(d+1)/2.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["quadratic-networks/empirical-energy-barrier"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("ratio", "samples N / D", Logarithmic: true),
                new("median", "least empirical risk / σ_min(W*)⁴", FromZero: true))
        .By("law", "law of the coordinates")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .Reference("bound", "bound ½C of the talk");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int full = SymmetricVectorization.Dimension(Dimension);
        EmpiricalBarrierCell[] cells =
        [
            .. from law in Laws
               from multiple in SamplesPerDimension
               select new EmpiricalBarrierCell(law, Dimension, multiple * full, TeacherKind.Aligned, Scale: 1),
        ];
        var table = new NumericTable("law", "ratio", "N", "draws", "least", "median", "greatest", "bound");
        int draws = Draws(tier);
        foreach (IGrouping<EmpiricalBarrierCell, Observation<EmpiricalBarrierCell, EmpiricalBarrierOutcome>> cell in
            runner.Measure(new EmpiricalBarrierExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            double[] risks = [.. cell.Select(observation => observation.Outcome.Minimum).Order()];
            table.Add(
                cell.Key.Law.Name,
                cell.Key.Samples / full,
                cell.Key.Samples,
                draws,
                risks[0],
                SampleStatistics.MedianOfSorted(risks),
                risks[^1],
                cell.Key.Law.BarrierConstant / 2);
        }

        return table;
    }

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 16,
        Tier.Standard => 64,
        _ => 512,
    };
}
