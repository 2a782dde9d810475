using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="FlowDistanceExperiment"/>: squared loss, f = H_k/√k!.</summary>
/// <param name="Degree">k, from 1 to 6.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Step">η in (0, 1].</param>
/// <param name="Start">m₀ in (0, 1).</param>
/// <param name="Time">s = Nη, positive.</param>
public sealed record FlowDistanceCell(int Degree, int Dimension, double Step, double Start, double Time);

/// <summary>Where projected SGD is after a time, beside the gradient flow from the same point.</summary>
/// <param name="Distance">‖w^N − w(Nη)‖.</param>
/// <param name="LossDifference">|L(w^N) − L(w(Nη))|, L = 1 − m^k.</param>
public sealed record FlowDistanceOutcome(double Distance, double LossDifference);

/// <summary>Distance of projected SGD in d dimensions from the gradient flow, which stays in the plane of start and
/// signal.</summary>
public sealed class FlowDistanceExperiment : Experiment<FlowDistanceCell, FlowDistanceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/flow-distance";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>The overlap of the flow after a time.</summary>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="start">m₀ in (0, 1).</param>
    /// <param name="time">s ≥ 0.</param>
    public static double Flow(int k, double start, double time)
    {
        (double low, double high) = (start, 1);
        while (true)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return low;
            if (GradientFlowTime.Between(k, start, middle) <= time)
                low = middle;
            else
                high = middle;
        }
    }

    /// <inheritdoc/>
    public override FlowDistanceOutcome Run(
        FlowDistanceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int k, int d, double start) = (cell.Degree, cell.Dimension, cell.Start);
        if (k is < 1 or > 6 || d < 3 || !(cell.Step is > 0 and <= 1 && start is > 0 and < 1 && cell.Time > 0))
            throw new ArgumentException("k from 1 to 6, d ≥ 3, η and m₀ in (0, 1) and s > 0 are needed.", nameof(cell));
        double[] signal = new double[d], w = new double[d];
        signal[0] = 1;
        (w[0], w[1]) = (start, Math.Sqrt((1 - start) * (1 + start)));
        var sgd = new ProjectedSgd(HermiteSeries.Hermite(k), SampleLoss.Squared, signal, w, cell.Step, stream);
        long steps = (long)Math.Round(cell.Time / cell.Step);
        for (long t = 0; t < steps; t++)
        {
            if (t % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            sgd.Advance();
        }

        double m = Flow(k, start, steps * cell.Step), rest = Math.Sqrt((1 - m) * (1 + m));
        double[] difference = sgd.Weights();
        double reached = difference[0];
        difference[0] -= m;
        difference[1] -= rest;
        return new(Lanes.Norm(difference), Math.Abs(Powers.Integer(reached, k) - Powers.Integer(m, k)));
    }
}
