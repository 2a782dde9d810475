using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>A shallow network on n training inputs: f(w; x) = (1/√m) Σ_j v_j σ(w_j·x), first layer trained, output
/// signs fixed.</summary>
/// <remarks>
/// Holds what training leaves alone: activation, inputs X (n × d, row per sample) and signs v (m entries ±1). The
/// weights are an m × d matrix W, row per neuron, and everything that depends on them is asked of a
/// <see cref="ShallowPoint"/>. The model of slide 15 of the talk on loss landscapes, with inputs of any dimension; p =
/// m·d parameters. Immutable.
/// </remarks>
public sealed class ShallowNetwork
{
    private readonly double[] _signs;
    private readonly Matrix _inputs;
    private readonly Matrix _inputGram;
    private readonly double[] _squaredNorms;

    /// <summary>A network on the inputs given, which are copied.</summary>
    /// <param name="activation">σ.</param>
    /// <param name="inputs">X, n × d, at least 1 × 1, finite.</param>
    /// <param name="signs">v, one of ±1 for each of m ≥ 1 neurons.</param>
    /// <exception cref="ArgumentException">No input, no neuron, an input that is not finite, or a sign other than
    /// ±1.</exception>
    public ShallowNetwork(Activation activation, Matrix inputs, ReadOnlySpan<double> signs)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Rows < 1 || inputs.Columns < 1)
            throw new ArgumentException(
                $"The inputs are {inputs.Rows} × {inputs.Columns}; at least one sample with one coordinate is needed.",
                nameof(inputs));
        for (int i = 0; i < inputs.Values.Length; i++)
        {
            if (!double.IsFinite(inputs.Values[i]))
                throw new ArgumentException(
                    $"Coordinate {i % inputs.Columns} of input {i / inputs.Columns} is {inputs.Values[i]}; all have to "
                        + "be finite.",
                    nameof(inputs));
        }

        if (signs.IsEmpty)
            throw new ArgumentException("A network has at least one neuron.", nameof(signs));
        for (int j = 0; j < signs.Length; j++)
        {
            if (Math.Abs(signs[j]) != 1)
                throw new ArgumentException(
                    $"The sign of neuron {j} is {signs[j]}; it has to be 1 or -1.", nameof(signs));
        }

        Activation = activation;
        _inputs = inputs.Clone();
        _signs = signs.ToArray();
        _inputGram = MatrixProduct.MultiplyTranspose(_inputs, inputs);
        _squaredNorms = new double[inputs.Rows];
        for (int i = 0; i < inputs.Rows; i++)
            _squaredNorms[i] = _inputGram[i, i];
    }

    /// <summary>σ.</summary>
    public Activation Activation { get; }

    /// <summary>n, the number of training inputs.</summary>
    public int Samples => _inputs.Rows;

    /// <summary>d, the dimension of an input.</summary>
    public int Dimension => _inputs.Columns;

    /// <summary>m, the number of neurons.</summary>
    public int Width => _signs.Length;

    /// <summary>p = m·d, the number of trained parameters.</summary>
    public int Parameters => Width * Dimension;

    /// <summary>v, m entries ±1.</summary>
    public ReadOnlySpan<double> Signs => _signs;

    /// <summary>‖x_i‖², n entries.</summary>
    public ReadOnlySpan<double> SquaredInputNorms => _squaredNorms;

    /// <summary>X, n × d; not to be written to.</summary>
    internal Matrix Inputs => _inputs;

    /// <summary>XXᵀ, n × n; not to be written to.</summary>
    internal Matrix InputGram => _inputGram;

    /// <summary>‖X‖₂², the largest eigenvalue of XXᵀ.</summary>
    public double SquaredInputNorm() => SymmetricEigen.Of(_inputGram).Values[^1];

    /// <summary>sup|σ'|·‖X‖₂, a bound of ‖J(w)‖₂ for all w: λ_max(A∘B) ≤ max A_ii · λ_max(B) for positive semidefinite
    /// A and B (Schur).</summary>
    public double LipschitzBound() => Activation.LargestSlope * Math.Sqrt(SquaredInputNorm());

    /// <summary>
    /// sup|σ''|·‖X‖₂·max‖x_i‖/√m, a bound of the Lipschitz constant of w ↦ J(w) in spectral and Frobenius norm;
    /// infinite where σ' jumps.
    /// </summary>
    /// <remarks>ΔJΔJᵀ = (1/m) Σ_j D_j XXᵀ D_j with D_j = diag_i(Δσ'(w_j·x_i)), |Δσ'| ≤ sup|σ''|·‖x_i‖·‖Δw_j‖.</remarks>
    public double JacobianLipschitzBound()
    {
        double largest = 0;
        foreach (double square in _squaredNorms)
            largest = Math.Max(largest, square);
        return Activation.LargestCurvature * Math.Sqrt(SquaredInputNorm() * largest / Width);
    }

    /// <summary>The network at weights W.</summary>
    /// <param name="weights">m × d, finite.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public ShallowPoint At(Matrix weights)
    {
        var point = new ShallowPoint(this);
        point.MoveTo(weights);
        return point;
    }
}
