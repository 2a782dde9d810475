using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>The tangent kernel of F_i(w) = (J0 w)_i + ½ wᵀA_i w, the simplest maps whose kernel changes: constant
/// Hessians H_F_i = A_i.</summary>
/// <remarks>J(w) has the rows (J0)_i + A_i w. Parameters are a p × 1 matrix. Not synchronized.</remarks>
public sealed class QuadraticKernelField : IKernelField
{
    private readonly Matrix _jacobianAtZero;
    private readonly IReadOnlyList<Matrix> _hessians;
    private readonly Matrix _jacobian;
    private readonly double[] _scratch;
    private readonly double[] _direction;

    /// <summary>The map with the Jacobian at 0 and the Hessians given, which are kept.</summary>
    /// <param name="jacobianAtZero">J0, n × p.</param>
    /// <param name="hessians">A_1, …, A_n, each symmetric p × p.</param>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public QuadraticKernelField(Matrix jacobianAtZero, IReadOnlyList<Matrix> hessians)
    {
        ArgumentNullException.ThrowIfNull(jacobianAtZero);
        ArgumentNullException.ThrowIfNull(hessians);
        int p = jacobianAtZero.Columns;
        if (hessians.Count != jacobianAtZero.Rows || hessians.Any(A => A.Rows != p || A.Columns != p))
            throw new ArgumentException(
                $"The Jacobian is {jacobianAtZero.Rows} × {p}; as many Hessians of size {p} × {p} as it has rows are "
                    + "needed.",
                nameof(hessians));
        _jacobianAtZero = jacobianAtZero;
        _hessians = hessians;
        _jacobian = jacobianAtZero.Clone();
        _scratch = new double[p];
        _direction = new double[p];
    }

    /// <inheritdoc/>
    /// <param name="weights">w, p × 1.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public void MoveTo(Matrix weights)
    {
        ThrowIfNotParameterShaped(weights, nameof(weights));
        for (int i = 0; i < _hessians.Count; i++)
        {
            MatrixVector.Multiply(_hessians[i], weights.Values, _jacobian.Row(i));
            Lanes.Axpy(1, _jacobianAtZero.Row(i), _jacobian.Row(i));
        }
    }

    /// <inheritdoc/>
    public void TangentKernel(Matrix kernel) => MatrixProduct.MultiplyTranspose(_jacobian, _jacobian.Clone(), kernel);

    /// <inheritdoc/>
    /// <remarks>∇ ‖Jᵀu‖² = 2 Σ_i u_i A_i Jᵀu.</remarks>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void KernelFormGradient(ReadOnlySpan<double> u, Matrix gradient)
    {
        ThrowIfNotParameterShaped(gradient, nameof(gradient));
        if (u.Length != _hessians.Count)
            throw new ArgumentException(
                $"The vector has {u.Length} entries, and {_hessians.Count} are needed.", nameof(u));
        MatrixVector.TransposeMultiply(_jacobian, u, _direction);
        gradient.Values.Clear();
        for (int i = 0; i < u.Length; i++)
        {
            MatrixVector.Multiply(_hessians[i], _direction, _scratch);
            Lanes.Axpy(2 * u[i], _scratch, gradient.Values);
        }
    }

    private void ThrowIfNotParameterShaped(Matrix matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Rows != _jacobian.Columns || matrix.Columns != 1)
            throw new ArgumentException(
                $"The matrix is {matrix.Rows} × {matrix.Columns}, and {_jacobian.Columns} × 1 is needed.", name);
    }
}
