using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>F_i(a, v) = a·(v·x_i): one hidden unit with linear activation, both layers trained. Every value is taken
/// along a curve (a·t, v/t).</summary>
/// <remarks>Parameters are a, v_1 … v_d, so p = d + 1. The Hessian has rank 2 wherever x_i ≠ 0.</remarks>
public sealed class LinearUnitMap : DifferentiableMap
{
    private readonly Matrix _inputs;

    /// <summary>The map of the given data.</summary>
    /// <param name="inputs">n × d, row i is x_i.</param>
    /// <exception cref="ArgumentException">There are no data.</exception>
    public LinearUnitMap(Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Rows == 0 || inputs.Columns == 0)
            throw new ArgumentException("The data need at least one row and one column.", nameof(inputs));
        _inputs = inputs;
    }

    /// <inheritdoc/>
    public override int Parameters => _inputs.Columns + 1;

    /// <inheritdoc/>
    public override int Outputs => _inputs.Rows;

    /// <inheritdoc/>
    public override double[] Value(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        double[] value = MatrixVector.Multiply(_inputs, w[1..]);
        Lanes.Scale(w[0], value);
        return value;
    }

    /// <inheritdoc/>
    public override Matrix Jacobian(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        var J = new Matrix(Outputs, Parameters);
        double[] hidden = MatrixVector.Multiply(_inputs, w[1..]);
        for (int i = 0; i < Outputs; i++)
        {
            J[i, 0] = hidden[i];
            Lanes.Axpy(w[0], _inputs.Row(i), J.Row(i)[1..]);
        }

        return J;
    }

    /// <inheritdoc/>
    public override Matrix WeightedHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> weights)
    {
        ThrowIfNoPoint(w);
        double[] mixed = MatrixVector.TransposeMultiply(_inputs, weights);
        var H = new Matrix(Parameters, Parameters);
        for (int k = 0; k < mixed.Length; k++)
            H[0, k + 1] = H[k + 1, 0] = mixed[k];
        return H;
    }
}
