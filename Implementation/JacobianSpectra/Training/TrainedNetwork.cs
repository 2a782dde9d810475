using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>A network with K outputs whose weights are trained: outputs, gradient, and the Gram matrix of its
/// Jacobian.</summary>
/// <remarks>
/// Vectors of ℝ^(nK) are the entries of n × K matrices, sample by sample. The weights are mutable and belong to the
/// network; not synchronized. NaN propagates.
/// </remarks>
public abstract class TrainedNetwork
{
    /// <summary>The trained weights, which training overwrites.</summary>
    public abstract IReadOnlyList<Matrix> Weights { get; }

    /// <summary>F, n × K: row i is f(x_i).</summary>
    /// <param name="inputs">X, n × d.</param>
    public abstract Matrix Outputs(Matrix inputs);

    /// <summary>Jᵀr, matrix by matrix in the order of <see cref="Weights"/>, for the r that a function makes of the
    /// outputs: the gradient of ½‖f − y‖² for r = f − y.</summary>
    /// <param name="inputs">X, n × d.</param>
    /// <param name="residual">r from F, both n × K.</param>
    public abstract IReadOnlyList<Matrix> Gradient(Matrix inputs, Func<Matrix, Matrix> residual);

    /// <summary>JJᵀ, nK × nK, without J: output a of sample i at iK + a. Symmetric to the last bit.</summary>
    /// <param name="inputs">X, n × d.</param>
    public abstract Matrix TangentKernel(Matrix inputs);

    /// <summary>The Jacobian itself, nK × p, a gradient a row: for tests and small cases.</summary>
    /// <param name="inputs">X, n × d.</param>
    /// <param name="outputs">K.</param>
    public Matrix Jacobian(Matrix inputs, int outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int rows = inputs.Rows * outputs;
        var J = new Matrix(rows, Weights.Sum(weights => weights.Values.Length));
        for (int row = 0; row < rows; row++)
        {
            int entry = row;
            int column = 0;
            foreach (Matrix gradient in Gradient(inputs, f => Unit(f, entry)))
            {
                gradient.Values.CopyTo(J.Row(row)[column..]);
                column += gradient.Values.Length;
            }
        }

        return J;
    }

    private static Matrix Unit(Matrix shape, int entry)
    {
        var unit = new Matrix(shape.Rows, shape.Columns);
        unit.Values[entry] = 1;
        return unit;
    }
}
