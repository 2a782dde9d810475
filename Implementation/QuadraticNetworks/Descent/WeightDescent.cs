using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Gradient descent that keeps the weights: W ← W − 4ηWR, m̂ × d.</summary>
/// <remarks>Every entry of WR is one chain of fused multiply-adds along its row of W, so that zero rows stay zero and
/// equal rows equal, to the last bit.</remarks>
public sealed class WeightDescent : GradientDescent
{
    private readonly Matrix _slope;

    internal WeightDescent(ResidualMap map, Matrix planted, Matrix weights)
        : base(map, planted, Numerics.LinearAlgebra.Gram.Of(weights))
    {
        Weights = weights;
        _slope = new Matrix(weights.Rows, weights.Columns);
        Look();
    }

    /// <summary>W, m̂ × d; a view that changes with every step.</summary>
    public Matrix Weights { get; }

    private protected override void Move(double factor)
    {
        Lanes.Axpy(-factor, _slope.Values, Weights.Values);
        Numerics.LinearAlgebra.Gram.Of(Weights, Gram);
    }

    private protected override double Slope()
    {
        MatrixProduct.Multiply(Weights, Residual, _slope);
        return Lanes.Norm(_slope.Values);
    }
}
