using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>
/// Sparse regression with fewer samples than dimensions: the population error of the end of the flow against the scale
/// of its start.
/// </summary>
/// <remarks>Source: Srebro, "Sparse Learning". The ends come from the dual Newton method, each started from the one
/// before.</remarks>
public sealed class SparsePathExperiment : Experiment<SparsePathCell, SparsePathOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/sparse-path";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override SparsePathOutcome Run(SparsePathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 4000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 4000.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        if (
            cell.Points is < 1 or > 200
            || !(cell.LogFirst <= 6 && cell.LogLast >= -12 && cell.LogFirst >= cell.LogLast))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Points, "A path has 1 to 200 scales, from at most 10⁶ down to at least 10⁻¹².");
        SparseRegression data = SparseRegression.Draw(stream, cell.Dimension, cell.Samples, cell.Sparsity, cell.Noise);
        Link link = DiagonalLink.Of(cell.Depth);
        double[] scales = new double[cell.Points], errors = new double[cell.Points], bounds = new double[cell.Points];
        double[]? multiplier = null;
        for (int i = 0; i < cell.Points; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double log =
                cell.LogFirst + (cell.Points == 1 ? 0 : (cell.LogLast - cell.LogFirst) * i / (cell.Points - 1));
            scales[i] = ElementaryFunctions.Exp(2.302585092994046 * log);
            double scale = scales[i] * scales[i];
            PotentialMinimum point = multiplier is null
                ? PotentialMinimizer.Continue(data.Inputs, data.Labels, link, scale)
                : PotentialMinimizer.Minimize(data.Inputs, data.Labels, link, scale, multiplier);
            multiplier = point.Multiplier;
            errors[i] = data.ExcessError(point.Solution);
            double radius = Lanes.Norm(point.Radius);
            bounds[i] =
                1.000001 * (2 * Math.Sqrt(errors[i]) + radius) * radius
                + (cell.Dimension + 8) * DoublePrecision.UnitRoundoff * errors[i];
        }

        return new(scales, errors, bounds);
    }
}
