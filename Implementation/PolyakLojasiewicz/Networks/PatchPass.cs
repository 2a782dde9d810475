using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Notation as in PatchNetwork, and δˡ = ∂f/∂aˡ, e_p = δˡ_p∘σ'(z_p). The transpose of gathering patches scatters them:
// δˡ⁻¹ = scatter(Wᵀe_p)/√(kC), plus δˡ in a residual layer. A dot is the derivative along a direction V, as in
// NetworkPass: ż_p = (Vg_p + Wġ_p)/√(kC), ė_p = δ̇_p∘σ' + δ_p∘σ''∘ż_p, and so on.

/// <summary>The forward and backward pass of a <see cref="PatchNetwork"/> at one input, with gradient and Hessian
/// products.</summary>
/// <remarks>Immutable. Directions are in the order of the network's parameter vector.</remarks>
public sealed class PatchPass
{
    private readonly double[][][] _patches; // g_p of each layer
    private readonly double[][][] _slope; // σ'(z_p)
    private readonly double[][][] _curvature; // δ_p∘σ''(z_p)
    private readonly double[][][] _e; // e_p

    internal PatchPass(PatchNetwork network, ReadOnlySpan<double> input)
    {
        Lanes.ThrowIfLengthsDiffer(network.InputChannels * network.InputPositions, input.Length, nameof(input));
        Network = network;
        int layers = network.Layers.Count;
        (_patches, _slope) = (new double[layers][][], new double[layers][][]);
        (_curvature, _e) = (new double[layers][][], new double[layers][][]);
        double[] a = input.ToArray();
        for (int l = 0; l < layers; l++)
        {
            PatchLayer layer = network.Layers[l];
            int rows = layer.Weights.Rows;
            _patches[l] = Gather(layer, a);
            (_slope[l], _curvature[l]) = (new double[layer.Positions][], new double[layer.Positions][]);
            double[] next = layer.IsResidual ? a : new double[layer.Positions * rows];
            var value = new double[rows];
            for (int p = 0; p < layer.Positions; p++)
            {
                double[] z = MatrixVector.Multiply(layer.Weights, _patches[l][p]);
                Lanes.Scale(Scaling(layer), z);
                (_slope[l][p], _curvature[l][p]) = (new double[rows], new double[rows]);
                layer.Function(z, value, _slope[l][p], _curvature[l][p]);
                Lanes.Axpy(1, value, next.AsSpan(p * rows, rows));
            }

            a = next;
        }

        Output = a[0];
        double[] δ = [1];
        for (int l = layers - 1; l >= 0; l--)
        {
            PatchLayer layer = network.Layers[l];
            _e[l] = new double[layer.Positions][];
            var back = new double[layer.Positions][];
            for (int p = 0; p < layer.Positions; p++)
            {
                ReadOnlySpan<double> δp = δ.AsSpan(p * layer.Weights.Rows, layer.Weights.Rows);
                _e[l][p] = NetworkPass.Product(δp, _slope[l][p]);
                _curvature[l][p] = NetworkPass.Product(δp, _curvature[l][p]);
                back[p] = MatrixVector.TransposeMultiply(layer.Weights, _e[l][p]);
            }

            δ = Scatter(l, back, δ);
        }
    }

    /// <summary>The network.</summary>
    public PatchNetwork Network { get; }

    /// <summary>f(W; x).</summary>
    public double Output { get; }

    /// <summary>∇f, p entries.</summary>
    public double[] Gradient()
    {
        var gradient = new double[Network.ParameterCount];
        int offset = 0;
        for (int l = 0; l < _e.Length; l++)
        {
            for (int p = 0; p < _e[l].Length; p++)
                AddOuter(Scaling(Network.Layers[l]), _e[l][p], _patches[l][p], gradient.AsSpan(offset));
            offset += Network.Layers[l].Weights.Values.Length;
        }

        return gradient;
    }

    /// <summary>H·v for the p × p Hessian H of f.</summary>
    /// <remarks>O(p) for each position, without building H.</remarks>
    /// <param name="v">p entries.</param>
    /// <param name="result">p entries, overwritten; must not overlap <paramref name="v"/>.</param>
    /// <exception cref="ArgumentException">A length is not p.</exception>
    public void HessianProduct(ReadOnlySpan<double> v, Span<double> result)
    {
        Lanes.ThrowIfLengthsDiffer(Network.ParameterCount, v.Length, nameof(v));
        Lanes.ThrowIfLengthsDiffer(Network.ParameterCount, result.Length, nameof(result));
        int layers = _e.Length;
        var V = new Matrix[layers];
        var patchDot = new double[layers][][];
        var zDot = new double[layers][][];
        var aDot = new double[Network.InputChannels * Network.InputPositions];
        int offset = 0;
        for (int l = 0; l < layers; l++)
        {
            PatchLayer layer = Network.Layers[l];
            int rows = layer.Weights.Rows;
            V[l] = new(rows, layer.Weights.Columns);
            v.Slice(offset, V[l].Values.Length).CopyTo(V[l].Values);
            offset += V[l].Values.Length;
            patchDot[l] = Gather(layer, aDot);
            zDot[l] = new double[layer.Positions][];
            double[] next = layer.IsResidual ? aDot : new double[layer.Positions * rows];
            for (int p = 0; p < layer.Positions; p++)
            {
                zDot[l][p] = MatrixVector.Multiply(V[l], _patches[l][p]);
                Lanes.Axpy(1, MatrixVector.Multiply(layer.Weights, patchDot[l][p]), zDot[l][p]);
                Lanes.Scale(Scaling(layer), zDot[l][p]);
                Lanes.Axpy(1, NetworkPass.Product(_slope[l][p], zDot[l][p]), next.AsSpan(p * rows, rows));
            }

            aDot = next;
        }

        result.Clear();
        double[] δDot = [0];
        for (int l = layers - 1; l >= 0; l--)
        {
            PatchLayer layer = Network.Layers[l];
            int rows = layer.Weights.Rows;
            offset -= V[l].Values.Length;
            Span<double> target = result.Slice(offset, V[l].Values.Length);
            var back = new double[layer.Positions][];
            for (int p = 0; p < layer.Positions; p++)
            {
                double[] eDot = NetworkPass.Product(_curvature[l][p], zDot[l][p]);
                Lanes.Axpy(1, NetworkPass.Product(δDot.AsSpan(p * rows, rows), _slope[l][p]), eDot);
                AddOuter(Scaling(layer), eDot, _patches[l][p], target);
                AddOuter(Scaling(layer), _e[l][p], patchDot[l][p], target);
                back[p] = MatrixVector.TransposeMultiply(V[l], _e[l][p]);
                Lanes.Axpy(1, MatrixVector.TransposeMultiply(layer.Weights, eDot), back[p]);
            }

            δDot = Scatter(l, back, δDot);
        }
    }

    /// <summary>‖H‖₂ from below, with a relative residual: an eigenvalue of H lies within Residual·Norm of
    /// ±Norm.</summary>
    /// <param name="stream">Draws the start of Lanczos' method.</param>
    /// <param name="tolerance">Relative residual at which to stop.</param>
    public (double Norm, double Residual) HessianNorm(RandomStream stream, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var start = new double[Network.ParameterCount];
        stream.FillNormals(start);
        LanczosResult ends = Lanczos.Extremes(HessianProduct, start, maximumSteps: 200, tolerance);
        RitzPair widest = Math.Abs(ends.Smallest.Value) > Math.Abs(ends.Largest.Value) ? ends.Smallest : ends.Largest;
        double norm = Math.Abs(widest.Value);
        return (norm, norm > 0 ? widest.Residual / norm : 0);
    }

    /// <summary>Norm of H restricted to the directions e_kqᵀ of one layer, k = 1 … C' and q in an orthonormal basis of
    /// the span of its patches: a lower bound of ‖H‖₂.</summary>
    /// <param name="layer">Its number, from 0.</param>
    public double BlockNorm(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(layer, Network.Layers.Count);
        Matrix W = Network.Layers[layer].Weights;
        int offset = Network.Layers.Take(layer).Sum(before => before.Weights.Values.Length);
        List<double[]> basis = Orthonormal(_patches[layer]);
        var block = new Matrix(W.Rows * basis.Count, W.Rows * basis.Count);
        double[] v = new double[Network.ParameterCount], image = new double[v.Length];
        for (int i = 0; i < block.Rows; i++)
        {
            v.AsSpan().Clear();
            basis[i / W.Rows].CopyTo(v.AsSpan(offset + i % W.Rows * W.Columns));
            HessianProduct(v, image);
            for (int j = 0; j < block.Rows; j++)
                block[i, j] = Lanes.Dot(image.AsSpan(offset + j % W.Rows * W.Columns, W.Columns), basis[j / W.Rows]);
        }

        for (int i = 0; i < block.Rows; i++)
        {
            for (int j = 0; j < i; j++)
                block[i, j] = block[j, i] = (block[i, j] + block[j, i]) / 2;
        }

        if (block.Rows == 0)
            return 0;
        double[] values = SymmetricEigen.Of(block).Values;
        return Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
    }

    // Gram and Schmidt, each vector twice; what is left of a dependent one is rounding and is left out.
    private static List<double[]> Orthonormal(IEnumerable<double[]> vectors)
    {
        List<double[]> basis = [];
        foreach (double[] vector in vectors)
        {
            double[] q = [.. vector];
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] before in basis)
                    Lanes.Axpy(-Lanes.Dot(before, q), before, q);
            }

            double left = Lanes.Norm(q);
            if (!(left > 1e-10 * Lanes.Norm(vector)))
                continue;
            Lanes.Scale(1 / left, q);
            basis.Add(q);
        }

        return basis;
    }

    private static double Scaling(PatchLayer layer) => 1 / Math.Sqrt(layer.Weights.Columns);

    // The patch at p holds positions p, p + 1, …, p + k − 1, periodically.
    private static double[][] Gather(PatchLayer layer, double[] a)
    {
        int channels = layer.Weights.Columns / layer.Kernel, positions = a.Length / channels;
        var patches = new double[layer.Positions][];
        for (int p = 0; p < patches.Length; p++)
        {
            patches[p] = new double[layer.Weights.Columns];
            for (int s = 0; s < layer.Kernel; s++)
                a.AsSpan((p + s) % positions * channels, channels).CopyTo(patches[p].AsSpan(s * channels));
        }

        return patches;
    }

    private double[] Scatter(int l, double[][] patches, double[] δ)
    {
        PatchLayer layer = Network.Layers[l];
        int positions = l == 0 ? Network.InputPositions : Network.Layers[l - 1].Positions;
        int channels = layer.Weights.Columns / layer.Kernel;
        double[] back = layer.IsResidual ? [.. δ] : new double[positions * channels];
        for (int p = 0; p < patches.Length; p++)
        {
            for (int s = 0; s < layer.Kernel; s++)
                Lanes.Axpy(
                    Scaling(layer),
                    patches[p].AsSpan(s * channels, channels),
                    back.AsSpan((p + s) % positions * channels, channels));
        }

        return back;
    }

    private static void AddOuter(
        double factor, ReadOnlySpan<double> column, ReadOnlySpan<double> row, Span<double> target)
    {
        for (int i = 0; i < column.Length; i++)
            Lanes.Axpy(factor * column[i], row, target.Slice(i * row.Length, row.Length));
    }
}
