using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Gradient descent that keeps M = WᵀW only: M ← M − 4η(MR + RM) + 16η²RMR, whatever the width of W.</summary>
/// <remarks>
/// The expanded form of (I − 4ηR)M(I − 4ηR): near the teacher R is small and the increment is rounded relative to
/// itself, not to M. M stays symmetric to the last bit. ‖WR‖_F² = tr(RMR) = ⟨R, MR⟩.
/// </remarks>
public sealed class GramDescent : GradientDescent
{
    private readonly Matrix _product;
    private readonly Matrix _square;

    internal GramDescent(ResidualMap map, Matrix planted, Matrix gram)
        : base(map, planted, gram)
    {
        _product = new Matrix(gram.Rows, gram.Rows);
        _square = new Matrix(gram.Rows, gram.Rows);
        Look();
    }

    private protected override void Move(double factor)
    {
        MatrixProduct.Multiply(Residual, _product, _square);
        int d = Gram.Rows;
        Span<double> M = Gram.Values, U = _product.Values, V = _square.Values;
        for (int i = 0; i < d; i++)
        {
            for (int j = i; j < d; j++)
            {
                int upper = i * d + j, lower = j * d + i;
                double increment = Math.FusedMultiplyAdd(0.5 * factor, V[upper] + V[lower], -(U[upper] + U[lower]));
                M[upper] = M[lower] = Math.FusedMultiplyAdd(factor, increment, M[upper]);
            }
        }
    }

    // Negative only where rounding outweighs a gradient that is zero.
    private protected override double Slope()
    {
        MatrixProduct.Multiply(Gram, Residual, _product);
        return Math.Sqrt(Math.Max(0, Lanes.Dot(Residual.Values, _product.Values)));
    }
}
