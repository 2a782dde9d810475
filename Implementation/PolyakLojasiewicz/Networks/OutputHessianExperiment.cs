using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="OutputHessianExperiment"/>.</summary>
/// <param name="Shape">Hidden layers.</param>
/// <param name="Output">φ, after the last layer.</param>
/// <param name="Width">m ≥ 1.</param>
/// <param name="Dimension">d ≥ 1; inputs have ‖x‖² = d.</param>
public sealed record OutputHessianCell(NetworkShape Shape, OutputMap Output, int Width, int Dimension);

/// <summary>Second derivatives of g = φ(f) at random weights and one random input.</summary>
/// <param name="Norm">‖H_g‖₂ by Lanczos' method, from below.</param>
/// <param name="InnerNorm">‖H_f‖₂ of the network without φ, likewise.</param>
/// <param name="NormError">Relative residual of the worse of both.</param>
/// <param name="Ceiling">Closed-form upper bound of ‖H_f‖₂.</param>
/// <param name="CeilingWithoutCurvature">The same without the curvature terms.</param>
/// <param name="CeilingWithoutCoupling">The same without the terms that couple layers.</param>
/// <param name="Floor">Norm of the block of H_f that belongs to the weights into the narrowest hidden layer.</param>
/// <param name="SquaredGradient">‖∇f‖².</param>
/// <param name="OutputSlope">φ'(f).</param>
/// <param name="OutputCurvature">φ''(f).</param>
/// <param name="Bend">Second difference of g along the unit vector ∇f/‖∇f‖; NaN, as the two that follow, for a linear output, where it says nothing.</param>
/// <param name="BendError">Bound of its truncation and rounding error.</param>
/// <param name="InnerBend">Second derivative of f along that vector, ∇fᵀH_f∇f/‖∇f‖², by the Hessian-vector product.</param>
public sealed record OutputHessianOutcome(
    double Norm,
    double InnerNorm,
    double NormError,
    double Ceiling,
    double CeilingWithoutCurvature,
    double CeilingWithoutCoupling,
    double Floor,
    double SquaredGradient,
    double OutputSlope,
    double OutputCurvature,
    double Bend,
    double BendError,
    double InnerBend);

/// <summary>Measures the Hessian of a network's output at Gaussian weights: its norm, closed-form bounds of it, and the curvature along the gradient by differences.</summary>
public sealed class OutputHessianExperiment : Experiment<OutputHessianCell, OutputHessianOutcome>
{
    private const int BottleneckWidth = 4;
    private const double Step = 1.0 / 16;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/output-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>The network of a cell without its output map: standard normal weights, tanh in the wide layers.</summary>
    public static DeepNetwork Network(OutputHessianCell cell, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(cell);
        LayerFunction tanh = OutputMap.Layer(Activation.Tanh), linear = OutputMap.Linear.Function;
        (int m, int d) = (cell.Width, cell.Dimension);
        return cell.Shape switch
        {
            NetworkShape.OneHidden => DeepNetwork.Gaussian(stream, [d, m], [tanh, linear]),
            NetworkShape.TwoHidden => DeepNetwork.Gaussian(stream, [d, m, m], [tanh, tanh, linear]),
            _ => DeepNetwork.Gaussian(stream, [d, m, BottleneckWidth, m], [tanh, linear, tanh, linear]),
        };
    }

    /// <inheritdoc/>
    public override OutputHessianOutcome Run(OutputHessianCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var x = new double[cell.Dimension];
        UniformSphere.Fill(stream, x);
        Lanes.Scale(Math.Sqrt(cell.Dimension), x);
        DeepNetwork inner = Network(cell, stream);
        DeepNetwork outer = inner.WithOutput(cell.Output.Function);
        NetworkPass f = inner.At(x), g = outer.At(x);
        var hessian = new OutputHessian(f);
        (double innerNorm, double innerError) = hessian.Norm(stream);
        cancellation.ThrowIfCancellationRequested();
        (double norm, double error) = cell.Output == OutputMap.Linear ? (innerNorm, innerError) : new OutputHessian(g).Norm(stream);
        double[] spectral = HessianCeiling.SpectralNorms(inner, stream);
        (double bend, double bendError, double innerBend) = cell.Output == OutputMap.Linear ? (double.NaN, double.NaN, double.NaN) : AlongGradient(f, outer, x);
        return new(
            norm,
            innerNorm,
            Math.Max(error, innerError),
            HessianCeiling.Of(f, spectral),
            HessianCeiling.Of(f, spectral, curvature: 0),
            HessianCeiling.Of(f, spectral, crossTerms: 0),
            hessian.NarrowestBlockNorm(),
            f.SquaredGradient,
            g.OutputSlope,
            g.OutputCurvature,
            bend,
            bendError,
            innerBend);
    }

    private static (double Bend, double Error, double InnerBend) AlongGradient(NetworkPass f, DeepNetwork outer, ReadOnlySpan<double> x)
    {
        double[] direction = f.Gradient();
        Lanes.Scale(1 / Lanes.Norm(direction), direction);
        var image = new double[direction.Length];
        f.HessianProduct(direction, image);
        (double bend, double error) = SecondDifference(outer, x, direction);
        return (bend, error, Lanes.Dot(direction, image));
    }

    // Central differences of order 8. Those of order 6 from the same values err by far more, so that the difference of both bounds the truncation of the finer one;
    // rounding: each value of g is off by at most some hundred units in the last place of 1 + |g|, weighed by Σ|coefficients| < 7 over the squared step.
    private static (double Value, double Error) SecondDifference(DeepNetwork network, ReadOnlySpan<double> x, ReadOnlySpan<double> direction)
    {
        ReadOnlySpan<double> eighth = [-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560];
        ReadOnlySpan<double> sixth = [-49.0 / 18, 3.0 / 2, -3.0 / 20, 1.0 / 90, 0];
        double fine = 0, coarse = 0, size = 1;
        for (int k = 0; k < eighth.Length; k++)
        {
            double value = network.Moved(k * Step, direction).At(x).Output;
            if (k > 0)
                value += network.Moved(-k * Step, direction).At(x).Output;
            fine += eighth[k] * value;
            coarse += sixth[k] * value;
            size = Math.Max(size, Math.Abs(value));
        }

        return (fine / (Step * Step), (Math.Abs(fine - coarse) + 7 * 200 * 1.2e-16 * size) / (Step * Step));
    }
}
