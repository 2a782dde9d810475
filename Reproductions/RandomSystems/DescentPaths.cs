using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>The risk along gradient descent on the sphere and along Hessian descent from the center.</summary>
public sealed class DescentPaths : Figure
{
    private const int Steps = 20, GradientSteps = 100;

    /// <inheritdoc/>
    public override string Id => "random-systems/descent-paths";

    /// <inheritdoc/>
    public override string Title =>
        "Hessian descent goes down all the way to the sphere, gradient descent fast at first and then slowly";

    /// <inheritdoc/>
    public override string Caption =>
        "R_n/n at iteration k for ξ = 3 + q³, n = 12 equations in d = 24 variables: medians over random systems, bars "
            + "from the first to the last decile. Hessian descent starts near the center and reaches the sphere after "
            + "1/δ = 20 iterations; projected gradient descent with ηdξ′(1) = ¼ starts at a random point of the sphere "
            + "in the same systems.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Projected Gradient Descent; Algorithm: Simplified");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["random-systems/gradient-descent-theorem", "random-systems/no-uniform-gradient-bound"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("k", "iteration k", Whole: true),
            new("median", "risk R_n/n", Logarithmic: true))
        .By("method", "algorithm")
        .Line("median of the systems")
        .Interval("low", "high", "80 % of the systems");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("method", "k", "systems", "low", "median", "high");
        TensorPathOutcome[] paths =
        [
            .. runner.Measure(
                new TensorPathExperiment(),
                [new(Mixture.ConstantAndPower(3, 3), 24, 12, Steps, GradientSteps, 0.25)],
                tier == Tier.Smoke ? 20 : 200).Select(draw => draw.Outcome),
        ];
        for (int k = 0; k <= GradientSteps; k += k < 20 ? 2 : 10)
            Add(table, "gradient descent", k, [.. paths.Select(path => path.Gradient[k]).Order()]);
        for (int k = 1; k <= Steps; k++)
            Add(table, "Hessian descent", k, [.. paths.Select(path => path.Hessian[k - 1]).Order()]);
        return table;
    }

    private static void Add(NumericTable table, string method, int k, double[] risks)
    {
        (double first, double last) = SampleStatistics.DecilesOfSorted(risks);
        table.Add(method, k, risks.Length, first, SampleStatistics.MedianOfSorted(risks), last);
    }
}
