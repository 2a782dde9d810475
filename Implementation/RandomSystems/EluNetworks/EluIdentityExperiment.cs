using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>Cell of <see cref="EluIdentityExperiment"/>.</summary>
/// <param name="Width">m, from 2 to 200.</param>
/// <param name="Inputs">D, from 2 to 200.</param>
/// <param name="Samples">n, from 1 to 20,000.</param>
/// <param name="Amplitude">a, positive, at most 100.</param>
public sealed record EluIdentityCell(int Width, int Inputs, int Samples, double Amplitude);

/// <summary>What the network, its step and its projection do at one draw.</summary>
/// <param name="RiskAtZero">R_n(0), exact.</param>
/// <param name="Slope">Difference quotient of R_n along V.</param>
/// <param name="StepSlope">−⟨ΔW, V⟩/n for the step ΔW over the whole sample with η = 1.</param>
/// <param name="LinearSlope">The same with σ′ = 1 everywhere.</param>
/// <param name="SlopeError">Proven bound of |Slope − StepSlope|, if the step is that of the printed formula.</param>
/// <param name="Excess">max of ⟨W − P, V − P⟩/m over the ball ‖V‖_F² ≤ m, P the projection of W.</param>
/// <param name="RowExcess">The same for P that shortens each row to norm 1 where it is longer.</param>
/// <param name="ExcessError">Proven bound of the rounding of both.</param>
/// <param name="ProjectedNorm">‖P‖_F²/m.</param>
/// <param name="LargestNorm">The largest ‖W^k‖_F²/m along a short run of training.</param>
/// <param name="NormError">Proven bound of the relative rounding of both.</param>
public sealed record EluIdentityOutcome(
    double RiskAtZero, double Slope, double StepSlope, double LinearSlope, double SlopeError, double Excess,
    double RowExcess, double ExcessError, double ProjectedNorm, double LargestNorm, double NormError);

/// <summary>Identities of the network of the talk, at weights outside the ball.</summary>
/// <remarks>With |∇f| ≤ a‖z‖ and |f″| ≤ (a/√m)Z² along a V of norm 1 at most, Z = max‖z_i‖, the quotient with the step
/// t differs from the slope by ½t(a²Z² + (√(2R_n) + taZ)(a/√m)Z²) at most.</remarks>
public sealed class EluIdentityExperiment : Experiment<EluIdentityCell, EluIdentityOutcome>
{
    private const double Increment = 9.5367431640625e-7; // 2⁻²⁰

    private const int Epochs = 2;

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-identity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override EluIdentityOutcome Run(
        EluIdentityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Width < 2 || cell.Inputs < 2)
            throw new ArgumentException("There are two neurons and two inputs at least.", nameof(cell));
        var training = new EluTrainingCell(cell.Width, cell.Inputs, cell.Samples, cell.Amplitude, 0.1, 10, false, 0)
            .ForEpochs(Epochs);
        EluTrainingExperiment.Check(training);
        EluSample sample = EluSample.Draw(cell.Samples, cell.Inputs, stream);
        var network = new EluNetwork(cell.Width, cell.Inputs, cell.Amplitude);
        double[] weights = EluTrainingExperiment.Start(network, stream);
        double atZero = network.Risk(new double[weights.Length], sample.Inputs, sample.Labels).Value;
        // Rows of squared norm about 2: outside the ball.
        Lanes.Scale(Math.Sqrt(2) / EluTrainingExperiment.Epsilon, weights);
        double[] descended = [.. weights];
        network.Descend(
            descended, sample.Inputs, sample.Labels, [.. Enumerable.Range(0, cell.Samples)], step: 1);
        double[] step = [.. descended.Zip(weights, (after, before) => after - before)];
        double[] direction = Direction(network, step, stream);
        var moved = (double[])weights.Clone();
        Lanes.Axpy(Increment, direction, moved);
        Bounded before = network.Risk(weights, sample.Inputs, sample.Labels);
        Bounded after = network.Risk(moved, sample.Inputs, sample.Labels);
        EluTrainingOutcome run = EluTrainingExperiment.Train(training, sample, stream, cancellation);
        double[] projected = (double[])weights.Clone();
        network.Project(projected);
        double m = cell.Width;
        return new(
            atZero,
            (after.Value - before.Value) / Increment,
            -Lanes.Dot(step, direction) / cell.Samples,
            LinearSlope(network, sample, weights, direction),
            SlopeError(network, sample, before, after, Lanes.Norm(descended)),
            Excess(weights, projected, m),
            Excess(weights, ByRows(network, weights), m),
            (weights.Length + 64) * DoublePrecision.UnitRoundoff * (4 + Lanes.Dot(weights, weights) / m),
            Lanes.Dot(projected, projected) / m,
            run.LargestSquaredNorm / m,
            (weights.Length + 16) * DoublePrecision.UnitRoundoff);
    }

    // Half along the step, half anywhere: of norm 1 at most.
    private static double[] Direction(EluNetwork network, double[] step, RandomStream stream)
    {
        double[] direction = EluTrainingExperiment.Start(network, stream);
        Lanes.Scale(0.499 / Lanes.Norm(direction), direction);
        double length = Lanes.Norm(step);
        if (length > 0)
            Lanes.Axpy(0.499 / length, step, direction);
        return direction;
    }

    // (√m‖W − P‖ − ⟨W − P, P⟩)/m: the maximum of ⟨W − P, V⟩ over the ball is √m‖W − P‖.
    private static double Excess(double[] weights, double[] projected, double m)
    {
        double[] rest = [.. weights.Zip(projected, (w, p) => w - p)];
        return (Math.Sqrt(m) * Lanes.Norm(rest) - Lanes.Dot(rest, projected)) / m;
    }

    private static double[] ByRows(EluNetwork network, double[] weights)
    {
        var shortened = (double[])weights.Clone();
        for (int j = 0; j < network.Width; j++)
        {
            double square = 0;
            for (int k = 0; k < network.Inputs; k++)
                square += weights[k * network.Stride + j] * weights[k * network.Stride + j];
            double factor = square > 1 ? 1 / Math.Sqrt(square) : 1;
            for (int k = 0; k < network.Inputs; k++)
                shortened[k * network.Stride + j] *= factor;
        }

        return shortened;
    }

    private static double LinearSlope(EluNetwork network, EluSample sample, double[] weights, double[] direction)
    {
        int n = sample.Labels.Length, D = network.Inputs;
        var f = new double[n];
        network.Outputs(weights, sample.Inputs, f);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double slope = 0;
            for (int k = 0; k < D; k++)
            {
                double row = Lanes.Dot(network.Scale, direction.AsSpan(k * network.Stride, network.Stride));
                slope += row * sample.Inputs[i * D + k];
            }

            sum -= (sample.Labels[i] - f[i]) * slope;
        }

        return sum / n;
    }

    // Rounding of W + tV, by u‖W‖, moves R_n by less than the bound of R_n's own rounding, which therefore counts
    // twice.
    private static double SlopeError(
        EluNetwork network, EluSample sample, Bounded before, Bounded after, double descendedNorm)
    {
        const double u = DoublePrecision.UnitRoundoff;
        int n = sample.Labels.Length, D = network.Inputs;
        double square = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> z = sample.Inputs.AsSpan(i * D, D);
            square = Math.Max(square, Lanes.Dot(z, z));
        }

        double a = network.Amplitude, Z = Math.Sqrt(square) * (1 + 1e-12);
        double residual = Math.Sqrt(2 * (before.Value + before.Error)) + 1e-9;
        double curvature = a * a * Z * Z + (residual + Increment * a * Z) * a / Math.Sqrt(network.Width) * Z * Z;
        double e = (D + network.Width + 32) * u * a * descendedNorm * Z;
        double step = (2 * e + (n + D + network.Width + 64) * u * residual) * a * Z + 8 * u * descendedNorm / n;
        return 1.01 * (0.5 * Increment * curvature + 2 * (before.Error + after.Error) / Increment + step);
    }
}
