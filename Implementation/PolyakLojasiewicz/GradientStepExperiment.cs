using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>Sizes of <see cref="GradientStepExperiment"/>.</summary>
/// <param name="Samples">n.</param>
/// <param name="Parameters">p ≥ n, so that the minimum is 0.</param>
/// <param name="Ripple">a; 0 for least squares.</param>
/// <param name="Condition">s_max²/s_min².</param>
/// <param name="RelativeStep">t = ηβ, in (0, 2].</param>
public sealed record GradientStepCell(
    int Samples, int Parameters, double Ripple, double Condition, double RelativeStep);

/// <summary>One step of gradient descent.</summary>
/// <param name="Ratio">L(w − η∇L(w))/L(w).</param>
/// <param name="Error">Bound of its rounding error and of what rounding makes of μ and β.</param>
/// <param name="Polyak">μ.</param>
/// <param name="Smoothness">β.</param>
public sealed record GradientStepOutcome(double Ratio, double Error, double Polyak, double Smoothness);

/// <summary>By how much one step of gradient descent lowers losses whose constants are known.</summary>
public sealed class GradientStepExperiment : Experiment<GradientStepCell, GradientStepOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/gradient-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override GradientStepOutcome Run(GradientStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Samples > cell.Parameters)
            throw new ArgumentException(
                $"{cell.Samples} samples exceed {cell.Parameters} parameters: the minimum would not be 0.",
                nameof(cell));
        if (!(cell.RelativeStep > 0 && cell.RelativeStep <= 2))
            throw new ArgumentException($"The relative step {cell.RelativeStep} does not lie in (0, 2].", nameof(cell));
        var system = new RippledSystem(stream, cell.Samples, cell.Parameters, cell.Ripple, cell.Condition);
        double[] y = new double[cell.Samples];
        double[] w = system.Start(stream);
        double[] r = system.Residual(w, y);
        double before = system.Loss(r);
        double[] v = system.Slopes(r);
        double η = cell.RelativeStep / system.Smoothness;
        double start = Lanes.Norm(w);
        Lanes.Axpy(-η, MatrixVector.TransposeMultiply(system.A, v), w);
        double[] after = system.Residual(w, y);
        double ratio = system.Loss(after) / before;
        double error =
            system.LossError(after, start, η, Lanes.Norm(v)) / before
            + system.OperationError * ratio
            + 8 * system.ConstantsError;
        return new(ratio, error, system.Polyak, system.Smoothness);
    }
}
