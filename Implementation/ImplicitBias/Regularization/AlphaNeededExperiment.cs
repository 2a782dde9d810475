using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>
/// How small the initialization has to be to recover a sparse vector, against the number of samples and of nonzero
/// entries.
/// </summary>
/// <remarks>Source: Srebro, "Sparse Learning", second slide. The three problems of a trial share their numbers, so that
/// they compare in pairs.</remarks>
public sealed class AlphaNeededExperiment : Experiment<AlphaNeededCell, AlphaNeededOutcome>
{
    private const int StepsPerDecade = 4;
    private const int Decades = 5;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/alpha-needed";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override AlphaNeededOutcome Run(AlphaNeededCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 4000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 4000.");
        if (cell.Few < 1 || cell.Many < cell.Few || cell.Many >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Many,
                $"The numbers of samples have to ascend from 1 to at most {cell.Dimension - 1}.");
        if (cell.Sparsity < 1 || cell.Denser < cell.Sparsity || cell.Denser > cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Denser,
                $"The numbers of nonzero entries have to ascend from 1 to at most {cell.Dimension}.");
        SparseRegression data = SparseRegression.Draw(stream, cell.Dimension, cell.Many, cell.Sparsity, cell.Noise);
        SparseRegression denser = data.WithSparsity(cell.Denser);
        (double few, bool first) = Threshold(data.Head(cell.Few), cell.Target, cancellation);
        (double many, bool second) = cell.Many == cell.Few ? (few, first) : Threshold(data, cell.Target, cancellation);
        (double dense, bool third) =
            cell.Denser == cell.Sparsity ? (many, second) : Threshold(denser, cell.Target, cancellation);
        return new(few, many, dense, first && second && third);
    }

    private static (double Scale, bool IsCertified) Threshold(
        SparseRegression data, double target, CancellationToken cancellation)
    {
        double[]? multiplier = null;
        double threshold = 0;
        bool certified = true;
        for (int i = 0; i <= StepsPerDecade * Decades; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double α = ElementaryFunctions.Exp(-2.302585092994046 * i / StepsPerDecade);
            PotentialMinimum point = PotentialMinimizer.Minimize(
                data.Inputs, data.Labels, new HyperbolicLink(), α * α, multiplier, certify: false);
            multiplier = point.Multiplier;
            double error = data.ExcessError(point.Solution);
            // Bounds only where they could decide: rounding never moves an error by a tenth of the target at these
            // sizes without failing to certify.
            if (Math.Abs(error - target) < 0.1 * target || i is 0 or StepsPerDecade * Decades)
            {
                PotentialMinimum proven = PotentialMinimizer.Minimize(
                    data.Inputs, data.Labels, new HyperbolicLink(), α * α, multiplier);
                error = data.ExcessError(proven.Solution);
                double radius = Lanes.Norm(proven.Radius);
                certified &= (2 * Math.Sqrt(error) + radius) * radius < Math.Abs(error - target);
            }

            threshold = error >= target ? 0 : threshold == 0 ? α : threshold;
        }

        return (threshold, certified);
    }
}
