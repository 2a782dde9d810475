using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

/// <summary>Sizes of <see cref="SingleSampleExperiment"/>.</summary>
/// <param name="Samples">n.</param>
/// <param name="Parameters">p; at least n, or fewer for labels that no parameters fit.</param>
/// <param name="Ripple">a of the loss of one sample; 0 for squares.</param>
/// <param name="Condition">s_max²/s_min².</param>
/// <param name="StepFactor">Multiple of the step μ/(βλ).</param>
public sealed record SingleSampleCell(int Samples, int Parameters, double Ripple, double Condition, double StepFactor);

/// <summary>One step of stochastic gradient descent with a single sample, w − η∇ℓ_i(w), i uniform on the
/// samples.</summary>
/// <param name="ExpectedRatio">E_i L(w − η∇ℓ_i)/L(w), all samples enumerated.</param>
/// <param name="Error">Bound of its rounding error and of what rounding makes of the constants.</param>
/// <param name="Polyak">μ of L = Σℓ_i.</param>
/// <param name="Smoothness">β of L.</param>
/// <param name="SampleSmoothness">λ, the largest smoothness of an ℓ_i.</param>
public sealed record SingleSampleOutcome(
    double ExpectedRatio, double Error, double Polyak, double Smoothness, double SampleSmoothness);

/// <summary>Single-sample descent on losses whose terms can all vanish together, and on such that cannot.</summary>
public sealed class SingleSampleExperiment : Experiment<SingleSampleCell, SingleSampleOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/single-sample";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SingleSampleOutcome Run(SingleSampleCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (!(cell.StepFactor > 0 && cell.StepFactor <= 1e6))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.StepFactor, "The multiple of the step has to lie in (0, 10⁶].");
        var system = new RippledSystem(stream, cell.Samples, cell.Parameters, cell.Ripple, cell.Condition);
        // Labels outside the range are missed by everyone; the start is then the least-squares solution itself, w = 0.
        bool interpolates = cell.Samples <= cell.Parameters;
        double[] y = interpolates ? new double[cell.Samples] : system.OutsideTheRange();
        double[] w = interpolates ? system.Start(stream) : new double[cell.Parameters];
        double λ = 0;
        for (int i = 0; i < cell.Samples; i++)
            λ = Math.Max(λ, Lanes.Dot(system.A.Row(i), system.A.Row(i)));
        λ *= system.CurvatureBound;
        double η = cell.StepFactor * system.Polyak / (system.Smoothness * λ);
        double[] r = system.Residual(w, y);
        double before = system.Loss(r);
        double[] v = system.Slopes(r);
        double sum = 0;
        double error = 0;
        for (int i = 0; i < cell.Samples; i++)
        {
            double[] after = [.. w];
            Lanes.Axpy(-η * v[i], system.A.Row(i), after);
            double[] residual = system.Residual(after, y);
            sum += system.Loss(residual);
            error += system.LossError(residual, Lanes.Norm(w) + Lanes.Norm(y), η, Lanes.Norm(v));
        }

        double ratio = sum / cell.Samples / before;
        return new(
            ratio,
            error / cell.Samples / before + system.OperationError * ratio + 8 * system.ConstantsError,
            system.Polyak,
            system.Smoothness,
            λ);
    }
}
