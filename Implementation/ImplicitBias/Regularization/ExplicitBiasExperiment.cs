using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

// Minimize ‖w − α𝟏‖² subject to X(w₊² − w₋²) = y. For |z_j| < 1, z = Xᵀν, the Lagrangian Σ (w₊ − α)² + (w₋ − α)² −
// z_j(w₊² − w₋²) + νᵀy is convex in w and least at w₊ = α/(1 − z), w₋ = α/(1 + z), with the value α²Σ [−z/(1 − z) +
// z/(1 + z)] + νᵀy = −2α²Σ z²/(1 − z²) + νᵀy: a lower bound for all weights, attained where the constraint is met, β =
// α²h_4(z).

/// <summary>
/// Explicit regularization towards α𝟏 against implicit bias from α𝟏 and from other depths; normal X and y.
/// </summary>
/// <remarks>Source: Srebro, "Relationship to Explicit Reg".</remarks>
public sealed class ExplicitBiasExperiment : Experiment<ExplicitBiasCell, ExplicitBiasOutcome>
{
    private const int MostSteps = 4000;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/explicit-bias";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override ExplicitBiasOutcome Run(ExplicitBiasCell cell, RandomStream stream, CancellationToken cancellation)
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
        Matrix X = data.Inputs;
        double[] y = data.Labels;
        double α = cell.Anchor;
        PotentialMinimum nearest = PotentialMinimizer.Continue(X, y, new PowerLink(4), α * α);
        PotentialMinimum implicitly = PotentialMinimizer.Continue(X, y, new HyperbolicLink(), α * α);
        double start = ElementaryFunctions.Exp(cell.StartPower * ElementaryFunctions.Log(α));
        FlowEnd flow = FlowEnd.Of(X, y, cell.Depth, FlowEnd.Unbiased(cell.Dimension, start), MostSteps, cancellation);

        double cost = 0, dual = 0, size = 0;
        foreach (double z in nearest.Slopes)
        {
            double plus = z / (1 - z), minus = z / (1 + z);
            cost += plus * plus + minus * minus;
            dual -= 2 * z * z / ((1 - z) * (1 + z));
            size += (plus * plus + minus * minus) / Math.Max(1 - Math.Abs(z), 1e-300);
        }

        double product = Lanes.Dot(nearest.Multiplier, y);
        dual += product / (α * α);
        // The weights miss the constraint by the residual of β^R; ν prices it: the radii bound |β̃ − β^R|, and moving
        // there costs at most Σ|z|·radius, to first order.
        double price = 2 * nearest.Slopes.Zip(nearest.Radius, (z, r) => Math.Abs(z) * r).Sum() / (α * α);
        double rounding =
            64
            * cell.Dimension
            * DoublePrecision.UnitRoundoff
            * (size + Lanes.Norm(nearest.Multiplier) * Lanes.Norm(y) / (α * α));
        double distance = nearest.Solution.Zip(flow.Predictor, (a, b) => Math.Abs(a - b)).Max();
        double[] difference = [.. nearest.Solution.Zip(implicitly.Solution, (a, b) => a - b)];
        double norm = Lanes.Norm(nearest.Solution);
        return new(
            cost,
            dual,
            price + rounding,
            distance,
            nearest.Radius.Max() + flow.Radius.Max() + 1e-14 * norm,
            Lanes.Norm(difference) / norm,
            1.000001 * (2 * Lanes.Norm(nearest.Radius) + Lanes.Norm(implicitly.Radius)) / norm + 1e-13,
            nearest.IsCertified && implicitly.IsCertified && flow.IsFinished);
    }
}
