using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The way of the flow's end from least ℓ2 to least ℓ1 norm as the start shrinks, for several depths on the same
/// normal X and labels.
/// </summary>
/// <remarks>Source: Srebro, "Scale of Init: Kernel vs Deep". Labels are scaled to a least ℓ1 norm of 1. The ends come
/// from the dual Newton method with its bounds.</remarks>
public sealed class RegimePathExperiment : Experiment<RegimePathCell, RegimePathOutcome>
{
    private const double Log10 = 2.302585092994046;
    private const double LargestError = 1e-3;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/regime-path";

    /// <inheritdoc/>
    public override RegimePathOutcome Run(RegimePathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 200)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 200.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        if (cell.Layers is < 2 or > 8)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Layers, "The number of layers has to lie between 2 and 8.");
        if (
            cell.Points is < 2 or > 200
            || !(cell.LogFirst <= 3 && cell.LogLast >= -12 && cell.LogFirst >= cell.LogLast))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Points, "A path has 2 to 200 scales, from at most 10³ down to at least 10⁻¹².");
        SparseRegression data = SparseRegression.Draw(stream, cell.Dimension, cell.Samples, sparsity: 0, noise: 1);
        Matrix X = data.Inputs;
        double unit = BasisPursuit.Solve(X, data.Labels).Value.Lower;
        double[] y = [.. data.Labels.Select(value => value / unit)];
        BasisPursuitSolution rich = BasisPursuit.Solve(X, y);
        double least = rich.Value.Lower;
        double[] kernel = PotentialMinimizer.Minimize(X, y, new LinearLink(), 1).Solution;

        int d = cell.Dimension, n = cell.Points, depths = cell.Layers - 1;
        double[] scales =
        [
            .. Enumerable.Range(0, n).Select(i =>
                ElementaryFunctions.Exp(Log10 * (cell.LogFirst + (cell.LogLast - cell.LogFirst) * i / (n - 1)))),
        ];
        double[] solutions = new double[depths * n * d], distances = new double[depths * n];
        double[] gaps = new double[depths * n], leading = new double[depths * n];
        for (int depth = 2; depth <= cell.Layers; depth++)
        {
            var limit = new RichLimitExpansion(X, y, rich, depth);
            for (int i = 0; i < n; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                int at = (depth - 2) * n + i;
                PotentialMinimum end = PotentialMinimizer.Continue(
                    X, y, DiagonalLink.Of(depth), DiagonalLink.Scale(depth, scales[i]));
                if (end.IsCertified)
                    end.Solution.CopyTo(solutions, at * d);
                gaps[at] = Gap(limit, end, scales[i], least);
                leading[at] =
                    RichLimitExpansion.Leading(limit.DualSlopes, limit.LogConstants, depth, scales[i]) / least;
                double[] change = [.. end.Solution.Zip(kernel, (a, b) => a - b)];
                double distance = Lanes.Norm(change) / Lanes.Norm(kernel);
                distances[at] = Lanes.Norm(end.Radius) < LargestError * distance * Lanes.Norm(kernel)
                    ? distance
                    : double.NaN;
            }
        }

        return new(
            scales, solutions, gaps, leading, distances, kernel, rich.Solution, kernel.Sum(Math.Abs) / least - 1);
    }

    // Once the basis has its final signs nothing cancels; before, the gap is not small.
    private static double Gap(RichLimitExpansion limit, PotentialMinimum end, double α, double least)
    {
        (double gap, double error, double _) = limit.Gap(end, α);
        if (double.IsNaN(gap))
        {
            gap = end.Solution.Sum(Math.Abs) - least;
            error = end.Radius.Sum() / gap;
        }

        return gap > 0 && error < LargestError ? gap / least : double.NaN;
    }
}
