using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec;

namespace Verification.Reproductions.RandomSystems;

/// <summary>The runs of Hessian descent that the figures about it share: ξ = 20 + q³, n = d/2, δ = 1/10.</summary>
internal static class HessianDescentRuns
{
    /// <summary>1/δ.</summary>
    internal const int Steps = 10;

    /// <summary>α.</summary>
    internal const double Ratio = 0.5;

    /// <summary>ξ.</summary>
    internal static Mixture Mixture { get; } = Mixture.ConstantAndPower(20, 3);

    /// <summary>What is measured at the points of the runs, ascending at each, for one dimension after the
    /// other.</summary>
    /// <param name="runner">Measures.</param>
    /// <param name="tier">Smoke has fewer dimensions and runs.</param>
    /// <param name="measured">A number a point, at squared radius 1/10, 2/10, ….</param>
    internal static IEnumerable<(int Dimension, int Point, double[] Sorted)> Of(
        ExperimentRunner runner, Tier tier, Func<DescentPathOutcome, double[]> measured)
    {
        (int[] dimensions, int runs) = tier == Tier.Smoke ? ((int[])[40, 100], 10) : ([40, 100, 400], 40);
        foreach (int d in dimensions)
        {
            double[][] paths =
            [
                .. runner.Measure(new DescentPathExperiment(), [new(Mixture, d, (int)(Ratio * d), Steps, 0)], runs)
                    .Select(run => measured(run.Outcome)),
            ];
            for (int k = 0; k < paths[0].Length; k++)
                yield return (d, k, [.. paths.Select(path => path[k]).Order()]);
        }
    }
}
