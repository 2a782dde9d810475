using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// L is a polynomial of degree 4 in each weight: (8(L(w + h) − L(w − h)) − (L(w + 2h) − L(w − 2h)))/(12h) is its
// derivative, h = w/4.

/// <summary>The induced dynamics of the linear predictor along gradient flow of the squared parametrization.</summary>
public sealed class InducedDynamicsExperiment : Experiment<InducedDynamicsCell, InducedDynamicsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/induced-dynamics";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override InducedDynamicsOutcome Run(
        InducedDynamicsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 64 || cell.Steps is < 0 or > 200)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension,
                "The dimension has to lie between 1 and 64, the number of steps between 0 and 200.");
        int d = cell.Dimension,
            m = cell.Samples;
        SparseRegression data = SparseRegression.Draw(stream, d, m, sparsity: 0, noise: 1);
        Matrix X = data.Inputs;
        double[] y = data.Labels, start = FlowEnd.Unbiased(d, cell.Start);
        var flow = new DiagonalFlow(X, y, 2, start);
        for (int n = 0; n < cell.Steps; n++)
        {
            // At rest to rounding no step is too long, and there is nowhere left to go.
            double step = flow.ProposedStep();
            if (!double.IsFinite(step))
                break;
            flow.Advance(step);
        }

        double[] w = [.. start.Select((value, j) => value + flow.Displacement[j])];
        double E = flow.Error + 2 * DoublePrecision.UnitRoundoff * Lanes.Norm(w);

        double[] β = [.. Enumerable.Range(0, d).Select(j => w[j] * w[j] - w[d + j] * w[d + j])];
        double[] r = MatrixVector.Multiply(X, β);
        Lanes.Axpy(-1, y, r);
        double[] gradient = MatrixVector.TransposeMultiply(X, r);
        Lanes.Scale(2, gradient);
        double largest = w.Max();
        double size = Lanes.Norm(X.Values), norm = Lanes.Norm(w);
        // Nodes reach to 1.5w: the predictions there are below 2.25‖X‖‖w‖² + ‖y‖.
        double loss = (2.25 * size * norm * norm + Lanes.Norm(y)) * (2.25 * size * norm * norm + Lanes.Norm(y));
        var velocity = new double[d];
        double error = 0;
        for (int j = 0; j < d; j++)
        {
            velocity[j] = -2 * w[j] * Slope(j) + 2 * w[d + j] * Slope(d + j);
            // w·(difference)/h has h = w/4: the rounding of 18 losses, each of d + m operations, over 3 in units of the
            // loss.
            error = Math.Max(error, 2 * 2 * 8 * 18 * (d + m + 8) * DoublePrecision.UnitRoundoff * loss);
            // The exact flow has w₊w₋ = α², which w̃ meets up to E; the roots and gradients differ accordingly.
            error = Math.Max(error, 2 * 2 * 8 * 18 * (d + m + 8) * DoublePrecision.UnitRoundoff * loss
                + 16 * Math.Abs(gradient[j]) * (largest + E) * E
                + 64
                    * (d + m)
                    * DoublePrecision.UnitRoundoff
                    * largest
                    * largest
                    * size
                    * (size * norm * norm + Lanes.Norm(y)));
        }

        return new(β, gradient, velocity, error);

        double Slope(int j)
        {
            double h = w[j] / 4;
            return (8 * (Loss(j, h) - Loss(j, -h)) - (Loss(j, 2 * h) - Loss(j, -2 * h))) / (12 * h);
        }

        double Loss(int j, double change)
        {
            double moved = w[j] + change;
            double shift = (j < d ? 1 : -1) * (moved * moved - w[j] * w[j]);
            double sum = 0;
            for (int i = 0; i < m; i++)
            {
                double residual = r[i] + X[i, j % d] * shift;
                sum += residual * residual;
            }

            return sum;
        }
    }
}
