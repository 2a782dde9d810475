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
/// <param name="Bend">Second difference of g along a random unit vector u that leans towards ∇f; NaN, as the three that
/// follow, for a linear output, where it says nothing.</param>
/// <param name="BendError">Proven bound of its truncation and rounding error; infinite where the disc of analyticity is
/// too small.</param>
/// <param name="InnerBend">Second derivative of f along that vector, uᵀH_fu, by the Hessian-vector product.</param>
/// <param name="DirectionalSlope">First derivative ∇f·u, positive.</param>
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
    double InnerBend,
    double DirectionalSlope);

/// <summary>Measures the Hessian of a network's output at Gaussian weights: its norm, closed-form bounds of it, and the
/// curvature along a line by differences.</summary>
public sealed class OutputHessianExperiment : Experiment<OutputHessianCell, OutputHessianOutcome>
{
    private const int BottleneckWidth = 4;
    private const double Step = 1.0 / 64;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/output-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>The network of a cell without its output map: standard normal weights, tanh in the wide
    /// layers.</summary>
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
    public override OutputHessianOutcome Run(
        OutputHessianCell cell, RandomStream stream, CancellationToken cancellation)
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
        (double norm, double error) =
            cell.Output == OutputMap.Linear ? (innerNorm, innerError) : new OutputHessian(g).Norm(stream);
        double[] spectral = HessianCeiling.SpectralNorms(inner, stream);
        (double bend, double bendError, double innerBend, double slope) = cell.Output == OutputMap.Linear
            ? (double.NaN, double.NaN, double.NaN, double.NaN)
            : AlongLine(cell, f, outer, x, stream);
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
            innerBend,
            slope);
    }

    private static (double Bend, double Error, double InnerBend, double Slope) AlongLine(
        OutputHessianCell cell, NetworkPass f, DeepNetwork outer, ReadOnlySpan<double> x, RandomStream stream)
    {
        // (∇f/‖∇f‖ + v)/‖…‖ with a random unit vector v.
        double[] gradient = f.Gradient();
        var direction = new double[gradient.Length];
        UniformSphere.Fill(stream, direction);
        Lanes.Axpy(1 / Lanes.Norm(gradient), gradient, direction);
        Lanes.Scale(1 / Lanes.Norm(direction), direction);
        var image = new double[direction.Length];
        f.HessianProduct(direction, image);
        double bend = SecondDifference(outer, x, direction);
        bool[] isTanh = cell.Shape switch
        {
            NetworkShape.OneHidden => [true, false],
            NetworkShape.TwoHidden => [true, true, false],
            _ => [true, false, true, false],
        };
        double error = AnalyticDisc.SecondDifferenceError(f.Network, isTanh, cell.Output, x, direction, Step);
        return (bend, error, Lanes.Dot(direction, image), Lanes.Dot(gradient, direction));
    }

    // Central differences of order 8.
    private static double SecondDifference(DeepNetwork network, ReadOnlySpan<double> x, ReadOnlySpan<double> direction)
    {
        ReadOnlySpan<double> weights = AnalyticDisc.Weights;
        double sum = weights[0] * network.At(x).Output;
        for (int k = 1; k < weights.Length; k++)
            sum +=
                weights[k]
                * (network.Moved(k * Step, direction).At(x).Output + network.Moved(-k * Step, direction).At(x).Output);
        return sum / (Step * Step);
    }
}
