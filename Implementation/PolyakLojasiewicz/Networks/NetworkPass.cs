using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Notation as in DeepNetwork, and δˡ = ∂f/∂aˡ, eˡ = ∂f/∂zˡ = δˡ∘σ_l'(zˡ). A dot is the derivative along the direction
// V, whose matrices are Vˡ: żˡ = (Vˡaˡ⁻¹ + Wˡȧˡ⁻¹)/√m, ȧˡ = σ'∘żˡ, ėˡ = δ̇ˡ∘σ' + δˡ∘σ''∘żˡ, δ̇ˡ⁻¹ = (Vˡᵀeˡ + Wˡᵀėˡ)/√m
// (Pearlmutter's forward-over-reverse).

/// <summary>A network's forward and backward pass at one input, with what first and second derivatives of the output
/// are made of.</summary>
/// <remarks>Immutable. Weights, activations and directions are in the order of <see cref="DeepNetwork"/>'s parameter
/// vector.</remarks>
public sealed class NetworkPass
{
    private readonly double[][] _a; // a⁰ … a^{L+1}
    private readonly double[][] _slope; // σ_l'(zˡ)
    private readonly double[][] _curvature; // σ_l''(zˡ)
    private readonly double[][] _delta; // δˡ
    private readonly double[][] _e; // eˡ

    internal NetworkPass(DeepNetwork network, ReadOnlySpan<double> input)
    {
        Lanes.ThrowIfLengthsDiffer(network.InputDimension, input.Length, nameof(input));
        Network = network;
        int layers = network.Weights.Count;
        _a = new double[layers + 1][];
        _slope = new double[layers][];
        _curvature = new double[layers][];
        _delta = new double[layers][];
        _e = new double[layers][];
        _a[0] = input.ToArray();
        for (int l = 0; l < layers; l++)
        {
            double[] z = MatrixVector.Multiply(network.Weights[l], _a[l]);
            Lanes.Scale(Scaling(l), z);
            (_a[l + 1], _slope[l], _curvature[l]) = (new double[z.Length], new double[z.Length], new double[z.Length]);
            network.Functions[l](z, _a[l + 1], _slope[l], _curvature[l]);
        }

        double[] δ = [1];
        for (int l = layers - 1; l >= 0; l--)
        {
            _delta[l] = δ;
            _e[l] = Product(δ, _slope[l]);
            δ = MatrixVector.TransposeMultiply(network.Weights[l], _e[l]);
            Lanes.Scale(Scaling(l), δ);
        }
    }

    /// <summary>The network.</summary>
    public DeepNetwork Network { get; }

    /// <summary>f(W; x).</summary>
    public double Output => _a[^1][0];

    /// <summary>σ_{L+1}' at the last pre-activation.</summary>
    public double OutputSlope => _slope[^1][0];

    /// <summary>σ_{L+1}'' at the last pre-activation.</summary>
    public double OutputCurvature => _curvature[^1][0];

    /// <summary>‖∇f‖².</summary>
    public double SquaredGradient => GradientProduct(this);

    /// <summary>aˡ for l = 0 … L+1.</summary>
    internal ReadOnlySpan<double> Activations(int l) => _a[l];

    /// <summary>eˡ⁺¹ = ∂f/∂zˡ⁺¹ for l = 0 … L.</summary>
    internal ReadOnlySpan<double> Sensitivity(int l) => _e[l];

    /// <summary>σ'(zˡ⁺¹) for l = 0 … L.</summary>
    internal ReadOnlySpan<double> Slopes(int l) => _slope[l];

    /// <summary>δˡ⁺¹∘σ''(zˡ⁺¹) for l = 0 … L.</summary>
    internal double[] Bend(int l) => Product(_delta[l], _curvature[l]);

    /// <summary>1/√m_l, the factor of the layer that reads a^l.</summary>
    internal double Scaling(int l) => 1 / Math.Sqrt(Network.Weights[l].Columns);

    /// <summary>⟨∇f(x), ∇f(x')⟩ for two inputs of one network: each layer's gradient has rank one, so that only lengths
    /// m_l enter.</summary>
    public double GradientProduct(NetworkPass other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(Network, other.Network))
            throw new ArgumentException("Both passes have to be of one network.", nameof(other));
        double sum = 0;
        for (int l = 0; l < _e.Length; l++)
            sum = Math.FusedMultiplyAdd(
                Lanes.Dot(_e[l], other._e[l]) / Network.Weights[l].Columns, Lanes.Dot(_a[l], other._a[l]), sum);
        return sum;
    }

    /// <summary>∇f, p entries.</summary>
    public double[] Gradient()
    {
        var gradient = new double[Network.ParameterCount];
        AddGradient(1, gradient);
        return gradient;
    }

    /// <summary>target ← target + factor·∇f.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="target">p entries.</param>
    public void AddGradient(double factor, Span<double> target)
    {
        Lanes.ThrowIfLengthsDiffer(Network.ParameterCount, target.Length, nameof(target));
        int offset = 0;
        for (int l = 0; l < _e.Length; l++)
            AddOuter(factor * Scaling(l), _e[l], _a[l], target, ref offset);
    }

    /// <summary>H·v for the p × p Hessian H of f.</summary>
    /// <remarks>O(p), without building H. Exact up to rounding; an exact kink of an activation counts with the σ'' that
    /// its function reports.</remarks>
    /// <param name="v">p entries.</param>
    /// <param name="result">p entries, overwritten; must not overlap <paramref name="v"/>.</param>
    /// <exception cref="ArgumentException">A length is not p.</exception>
    public void HessianProduct(ReadOnlySpan<double> v, Span<double> result)
    {
        Lanes.ThrowIfLengthsDiffer(Network.ParameterCount, v.Length, nameof(v));
        Lanes.ThrowIfLengthsDiffer(Network.ParameterCount, result.Length, nameof(result));
        int layers = _e.Length;
        var V = new Matrix[layers];
        var zDot = new double[layers][];
        var aDot = new double[layers + 1][];
        aDot[0] = new double[_a[0].Length];
        int offset = 0;
        for (int l = 0; l < layers; l++)
        {
            Matrix W = Network.Weights[l];
            V[l] = new(W.Rows, W.Columns);
            v.Slice(offset, V[l].Values.Length).CopyTo(V[l].Values);
            offset += V[l].Values.Length;
            zDot[l] = MatrixVector.Multiply(V[l], _a[l]);
            Lanes.Axpy(1, MatrixVector.Multiply(W, aDot[l]), zDot[l]);
            Lanes.Scale(Scaling(l), zDot[l]);
            aDot[l + 1] = Product(_slope[l], zDot[l]);
        }

        result.Clear();
        double[] δDot = [0];
        for (int l = layers - 1; l >= 0; l--)
        {
            double[] eDot = SensitivityRate(l, δDot, zDot[l]);
            offset -= V[l].Values.Length;
            int start = offset;
            AddOuter(Scaling(l), eDot, _a[l], result, ref start);
            start = offset;
            AddOuter(Scaling(l), _e[l], aDot[l], result, ref start);
            δDot = MatrixVector.TransposeMultiply(V[l], _e[l]);
            Lanes.Axpy(1, MatrixVector.TransposeMultiply(Network.Weights[l], eDot), δDot);
            Lanes.Scale(Scaling(l), δDot);
        }
    }

    /// <summary>ėˡ⁺¹ from δ̇ˡ⁺¹ and żˡ⁺¹.</summary>
    internal double[] SensitivityRate(int l, ReadOnlySpan<double> δDot, ReadOnlySpan<double> zDot)
    {
        var rate = new double[zDot.Length];
        for (int k = 0; k < rate.Length; k++)
            rate[k] = Math.FusedMultiplyAdd(δDot[k], _slope[l][k], _delta[l][k] * _curvature[l][k] * zDot[k]);
        return rate;
    }

    /// <summary>x∘y.</summary>
    internal static double[] Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var product = new double[x.Length];
        for (int k = 0; k < product.Length; k++)
            product[k] = x[k] * y[k];
        return product;
    }

    private static void AddOuter(
        double factor, ReadOnlySpan<double> column, ReadOnlySpan<double> row, Span<double> target, ref int offset)
    {
        foreach (double entry in column)
        {
            Lanes.Axpy(factor * entry, row, target.Slice(offset, row.Length));
            offset += row.Length;
        }
    }
}
