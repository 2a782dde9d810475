using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The condition number of Gaussian Gram matrices beside what is printed about it.</summary>
public sealed class GaussianConditionNumbers : Figure
{
    private const int Trials = 32;

    private static readonly int[] Columns = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

    private static readonly int[] Ratios = [1, 2, 4, 8];

    private static readonly int[] Rows = [5, 10, 20, 40];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/gaussian-condition-numbers";

    /// <inheritdoc/>
    public override string Title => "The mean logarithm of the condition number of Gaussian Gram matrices";

    /// <inheritdoc/>
    public override string Caption =>
        "E log κ(MMᵀ) for n × m Gaussian M, for n = 2 and for m = γn with n = 5, 10, 20, 40. The theory is exact for "
            + "n = 2, else the limit of m = γn. Lowest, nothing but the printed expression log(m/(m − n + 1)) at n = "
            + "2.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, ①",
            "Z. Chen, J. Dongarra, arXiv:0810.0800");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/gaussian-condition-number"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("m", "columns m", Logarithmic: true),
            new("mean", "mean log condition number, E log κ(MMᵀ)", Logarithmic: true))
        .By("family", "family")
        .PointsAt("mean", "mean over the draws")
        .Interval("lower", "upper", "three standard errors")
        .Reference("theory", "theory");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("family", "n", "m", "mean", "lower", "upper", "half_width", "theory");
        foreach (int m in Columns)
            Add(runner, table, "n = 2", 2, m, GaussianConditionNumber.MeanLogOfTwoRows(m - 1), draws: 50);
        foreach (int γ in Ratios)
        {
            foreach (int n in Rows)
                Add(runner, table, γ == 1 ? "m = n" : $"m = {γ}n", n, γ * n, Limit(n, γ), draws: 10);
        }

        foreach (int m in Columns)
        {
            table.Add(
                "printed, n = 2", 2, m, double.NaN, double.NaN, double.NaN, double.NaN,
                GaussianConditionNumber.Printed(2, m));
        }

        return table;
    }

    private static double Limit(int n, int γ) => 2 * (γ == 1
        ? Implementation.Numerics.Elementary.ElementaryFunctions.Log(n) + GaussianConditionNumber.SquareConstant
        : GaussianConditionNumber.ProportionalLimit(γ));

    private static void Add(
        ExperimentRunner runner, NumericTable table, string family, int n, int m, double theory, int draws)
    {
        double[] means =
        [
            .. runner.Measure(new GaussianConditionExperiment(), [new GaussianConditionCell(n, m, draws)], Trials)
                .Select(observation => observation.Outcome.MeanLog),
        ];
        double mean = means.Average();
        double halfWidth =
            3 * Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (Trials * (Trials - 1.0)));
        table.Add(family, n, m, mean, mean - halfWidth, mean + halfWidth, halfWidth, theory);
    }
}
