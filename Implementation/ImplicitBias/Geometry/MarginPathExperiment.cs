using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>
/// How slowly the gradient flow of a loss with an exponential tail comes to the largest ℓ2 margin, on separable data.
/// </summary>
/// <remarks>Source: Srebro, "Effect of Optimization Geometry". Backward Euler steps in log t with a proven error, from
/// a standard normal start.</remarks>
public sealed class MarginPathExperiment : Experiment<MarginPathCell, MarginPathOutcome>
{
    private const int MaximumDraws = 400;
    private const double Settled = 50;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/margin-path";

    /// <inheritdoc/>
    public override MarginPathOutcome Run(MarginPathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Samples is < 2 or > 100 || cell.Dimension is < 1 or > 30)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, "There have to be 2 to 100 samples in 1 to 30 dimensions.");
        if (!(cell.LastLogTime >= 2 && cell.LastLogTime <= 1e4) || cell.Points is < 2 or > 100)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.LastLogTime, "A path has 2 to 100 points up to a log t between 2 and 10⁴.");
        if (cell.StepsPerUnit is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.StepsPerUnit, "There have to be 1 to 1000 steps a unit of log t.");
        int n = cell.Points, d = cell.Dimension;
        double[] times =
        [
            .. Enumerable.Range(0, n).Select(i =>
                ElementaryFunctions.Exp(ElementaryFunctions.Log(cell.LastLogTime) * i / (n - 1))),
        ];
        double[] margins = new double[n], marginErrors = new double[n];
        double[] directions = new double[n], errors = new double[n];
        Matrix Z = SeparableDescentExperiment.Sample(stream, cell.Samples, d);
        HardMarginSeparator? separator = HardMarginSeparator.Of(Z);
        for (int draw = 1; draw < MaximumDraws && separator is not { Certificate.StrictSupport: true }; draw++)
        {
            Z = SeparableDescentExperiment.Sample(stream, cell.Samples, d);
            separator = HardMarginSeparator.Of(Z);
        }

        double[] w0 = new double[d];
        stream.FillNormals(w0);
        if (separator is not { Certificate.StrictSupport: true })
            return new(times, margins, directions, marginErrors, errors, false);
        double[] ŵ = separator.Weights;
        double inverse = Lanes.Norm(ŵ), widest = 0;
        for (int i = 0; i < cell.Samples; i++)
            widest = Math.Max(widest, Lanes.Norm(Z.Row(i)));
        var flow = new BackwardEulerInLogTime(Z, cell.Loss, w0);
        for (int i = 0; i < n; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double density = times[i] <= Settled ? cell.StepsPerUnit : Math.Max(0.1 * cell.StepsPerUnit, 1);
            int steps = (int)Math.Ceiling((times[i] - flow.LogTime) * density);
            if (!flow.Advance(times[i], Math.Max(steps, 1)))
                return new(times, margins, directions, marginErrors, errors, false);
            ReadOnlySpan<double> w = flow.Weights;
            double length = Lanes.Norm(w);
            margins[i] = 1 - MatrixVector.Multiply(Z, w).Min() * inverse / length;
            double squares = 0;
            for (int j = 0; j < d; j++)
                squares += (w[j] / length - ŵ[j] / inverse) * (w[j] / length - ŵ[j] / inverse);
            directions[i] = Math.Sqrt(squares);
            // Unit vectors of w and of ŵ: twice the distance over the sum of the lengths.
            errors[i] =
                2 * flow.Error / Math.Max(2 * length - flow.Error, flow.Error)
                + 2 * separator.Certificate.DistanceBound / inverse
                + 16 * d * DoublePrecision.UnitRoundoff;
            marginErrors[i] = widest * inverse * errors[i];
        }

        return new(times, margins, directions, marginErrors, errors, true);
    }
}
