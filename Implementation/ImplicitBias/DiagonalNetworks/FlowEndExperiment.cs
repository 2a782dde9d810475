using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// Gradient flow of ‖X(w₊^D − w₋^D) − y‖² from α𝟏 to its end, for normal X and y = X·(two entries of 1/√2) + 0.3·noise.
/// </summary>
public sealed class FlowEndExperiment : Experiment<FlowEndCell, FlowEndOutcome>
{
    // A flow of these sizes takes some tens of steps at α = 1 and some hundreds at α = 0.1; beyond this the trial stays
    // open.
    private const int MostSteps = 4000;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/flow-end";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override FlowEndOutcome Run(FlowEndCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 64)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 64.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        SparseRegression data = SparseRegression.Draw(
            stream, cell.Dimension, cell.Samples, Math.Min(2, cell.Dimension), noise: 0.3);
        FlowEnd end = FlowEnd.Of(
            data.Inputs, data.Labels, cell.Depth, FlowEnd.Unbiased(cell.Dimension, cell.Start), MostSteps,
            cancellation);
        PotentialMinimum minimum = PotentialMinimizer.Continue(
            data.Inputs, data.Labels, DiagonalLink.Of(cell.Depth), DiagonalLink.Scale(cell.Depth, cell.Start));

        // Nine digits of the basis: its error is computed for what is stored.
        double[][] kernel =
            [.. KernelBasis.Of(data.Inputs, stream).Select(vector => ShortDecimal.Nearest(vector, 9))];
        return new(
            end.Predictor,
            Stored(end.Radius),
            minimum.Solution,
            Stored(minimum.Radius),
            kernel,
            OutwardDecimal.Above(KernelBasis.Error(data.Inputs, kernel), 2),
            end.IsFinished && minimum.IsCertified);
    }

    private static double[] Stored(double[] radius) => [.. radius.Select(each => OutwardDecimal.Above(each, 2))];
}
