using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The tangent kernel at initialization against the width.</summary>
public sealed class KernelWidth : Figure
{
    private const int Samples = 5;

    private static readonly int[] Widths = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/kernel-width";

    /// <inheritdoc/>
    public override string Title => "The tangent kernel at initialization against the width";

    /// <inheritdoc/>
    public override string Caption =>
        "The least eigenvalue λ_min(K(w0)) and the distance ‖K(w0) − K∞‖_F, for a shallow tanh network on 5 unit "
            + "vectors with correlation 0.2. Theory: λ_min(K∞), and the exact root mean square √(V/m).";

    /// <inheritdoc/>
    public override Source Source => OverparameterizedLandscapesTalk.At("Can we get PL* for our overparam. system?, ②");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/kernel-at-initialization"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("m", "width m", Logarithmic: true), new("median", "eigenvalue or distance", Logarithmic: true))
        .By("quantity", "quantity")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .Reference("theory", "theory");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int draws = tier == Tier.Smoke ? 64 : 256;
        (Implementation.Numerics.LinearAlgebra.Matrix limit, double variance) =
            InfiniteWidthKernel.Moments(Activation.Tanh, TrainingInputs.Equicorrelated(Samples, Samples, 0.2));
        double limitLeast = Implementation.Numerics.LinearAlgebra.SymmetricEigen.Of(limit).Values[0];
        InitialKernelCell[] cells =
        [
            .. Widths.Select(m => new InitialKernelCell(Activation.Tanh, InputKind.Equicorrelated, Samples, m)),
        ];
        var observations = runner
            .Measure(new InitialKernelExperiment(), cells, draws)
            .GroupBy(observation => observation.Cell)
            .ToArray();
        var table = new NumericTable("quantity", "m", "draws", "least", "median", "greatest", "theory");
        foreach (var cell in observations)
            Add("λ_min(K)", cell.Key.Width, cell.Select(observation => observation.Outcome.Least), limitLeast);
        foreach (var cell in observations)
            Add(
                "‖K − K∞‖",
                cell.Key.Width,
                cell.Select(observation => observation.Outcome.Deviation),
                Math.Sqrt(variance / cell.Key.Width));
        return table;

        void Add(string quantity, int m, IEnumerable<double> values, double theory)
        {
            double[] sorted = [.. values.Order()];
            table.Add(quantity, m, draws, sorted[0], SampleStatistics.MedianOfSorted(sorted), sorted[^1], theory);
        }
    }
}
