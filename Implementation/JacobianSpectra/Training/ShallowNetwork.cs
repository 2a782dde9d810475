using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>The network of the talk's theorems, f = Vφ(Wx) with V fixed, for training beside the residual
/// one.</summary>
public sealed class ShallowNetwork : TrainedNetwork
{
    private readonly Activation _activation;
    private readonly Matrix _outputWeights;
    private readonly Matrix[] _weights;

    /// <summary>A network at weights W.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="weights">W, k × d, which training overwrites.</param>
    /// <param name="outputWeights">V, K × k.</param>
    public ShallowNetwork(Activation activation, Matrix weights, Matrix outputWeights)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(outputWeights);
        _activation = activation;
        _outputWeights = outputWeights;
        _weights = [weights];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix> Weights => _weights;

    /// <inheritdoc/>
    public override Matrix Outputs(Matrix inputs) => At(inputs).Outputs();

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix> Gradient(Matrix inputs, Func<Matrix, Matrix> residual)
    {
        ArgumentNullException.ThrowIfNull(residual);
        MulticlassPoint point = At(inputs);
        var gradient = new Matrix(_weights[0].Rows, _weights[0].Columns);
        point.TransposeMultiply(residual(point.Outputs()), gradient);
        return [gradient];
    }

    /// <inheritdoc/>
    public override Matrix TangentKernel(Matrix inputs) => At(inputs).TangentKernel();

    private MulticlassPoint At(Matrix inputs) =>
        new MulticlassNetwork(_activation, inputs, _outputWeights).At(_weights[0]);
}
