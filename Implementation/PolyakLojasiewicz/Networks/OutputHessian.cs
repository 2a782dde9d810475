using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// At one input the layer-l part of H·V is (ėˡ aˡ⁻¹ᵀ + eˡ ȧˡ⁻¹ᵀ)/√m: a column times aᵀ plus e times a row. The Hessian
// therefore lives on the matrices Vˡ = pˡ âᵀ + ê qˡᵀ with â = a/‖a‖, ê = e/‖e‖, q ⟂ a, where ‖Vˡ‖² = ‖pˡ‖² + ‖qˡ‖², and
// vanishes on their complement. In these coordinates a product with H takes two products with each Wˡ and nothing else
// of size m², and a vector has Σ(m_l + m_{l−1}) entries instead of Σ m_l·m_{l−1}.

/// <summary>The Hessian of a network's output at one input, on the subspace where it does not vanish.</summary>
/// <remarks>Coordinates: p¹; then pˡ, qˡ for l = 2 … L+1 (the first layer reads the fixed input and has no
/// q).</remarks>
public sealed class OutputHessian
{
    private readonly NetworkPass _pass;
    private readonly double[][] _aUnit;
    private readonly double[] _aNorm;
    private readonly double[] _eNorm;

    /// <summary>The Hessian at the input of a pass.</summary>
    public OutputHessian(NetworkPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        _pass = pass;
        int layers = pass.Network.Weights.Count;
        (_aUnit, _aNorm, _eNorm) = (new double[layers][], new double[layers], new double[layers]);
        for (int l = 0; l < layers; l++)
        {
            _aUnit[l] = pass.Activations(l).ToArray();
            _aNorm[l] = Lanes.Norm(_aUnit[l]);
            Lanes.Scale(_aNorm[l] > 0 ? 1 / _aNorm[l] : 0, _aUnit[l]);
            _eNorm[l] = Lanes.Norm(pass.Sensitivity(l));
            Dimension += pass.Network.Weights[l].Rows + (l == 0 ? 0 : pass.Network.Weights[l].Columns);
        }
    }

    /// <summary>Number of coordinates, Σ m_l + Σ_{l≥2} m_{l−1}.</summary>
    public int Dimension { get; }

    /// <summary>The p-entry direction with given coordinates (q is projected to a's complement).</summary>
    public double[] Embed(ReadOnlySpan<double> coordinates)
    {
        Lanes.ThrowIfLengthsDiffer(Dimension, coordinates.Length, nameof(coordinates));
        var v = new double[_pass.Network.ParameterCount];
        int offset = 0, at = 0;
        for (int l = 0; l < _aUnit.Length; l++)
        {
            (ReadOnlySpan<double> p, double[] q) = Read(l, coordinates, ref at);
            ReadOnlySpan<double> e = _pass.Sensitivity(l);
            for (int i = 0; i < p.Length; i++)
            {
                Span<double> row = v.AsSpan(offset, q.Length);
                Lanes.Axpy(p[i], _aUnit[l], row);
                if (_eNorm[l] > 0)
                    Lanes.Axpy(e[i] / _eNorm[l], q, row);
                offset += row.Length;
            }
        }

        return v;
    }

    /// <summary>result ← H·x in coordinates, symmetric.</summary>
    public void Multiply(ReadOnlySpan<double> x, Span<double> result)
    {
        Lanes.ThrowIfLengthsDiffer(Dimension, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(Dimension, result.Length, nameof(result));
        int layers = _aUnit.Length;
        var zDot = new double[layers][];
        var aDot = new double[layers + 1][];
        var backward = new double[layers][]; // Vˡᵀeˡ
        aDot[0] = new double[_aUnit[0].Length];
        int at = 0;
        for (int l = 0; l < layers; l++)
        {
            (ReadOnlySpan<double> p, double[] q) = Read(l, x, ref at);
            zDot[l] = MatrixVector.Multiply(_pass.Network.Weights[l], aDot[l]);
            Lanes.Axpy(_aNorm[l], p, zDot[l]);
            Lanes.Scale(_pass.Scaling(l), zDot[l]);
            aDot[l + 1] = NetworkPass.Product(_pass.Slopes(l), zDot[l]);
            Lanes.Scale(_eNorm[l], q);
            Lanes.Axpy(Lanes.Dot(p, _pass.Sensitivity(l)), _aUnit[l], q);
            backward[l] = q;
        }

        double[] δDot = [0];
        for (int l = layers - 1; l >= 0; l--)
        {
            double[] eDot = _pass.SensitivityRate(l, δDot, zDot[l]);
            int columns = l == 0 ? 0 : _aUnit[l].Length;
            at -= eDot.Length + columns;
            double along = Lanes.Dot(aDot[l], _aUnit[l]);
            Span<double> p = result.Slice(at, eDot.Length);
            p.Clear();
            Lanes.Axpy(_aNorm[l] * _pass.Scaling(l), eDot, p);
            Lanes.Axpy(along * _pass.Scaling(l), _pass.Sensitivity(l), p);
            if (l == 0)
                return;
            Span<double> q = result.Slice(at + eDot.Length, columns);
            q.Clear();
            Lanes.Axpy(_eNorm[l] * _pass.Scaling(l), aDot[l], q);
            Lanes.Axpy(-along * _eNorm[l] * _pass.Scaling(l), _aUnit[l], q);
            δDot = backward[l];
            Lanes.Axpy(1, MatrixVector.TransposeMultiply(_pass.Network.Weights[l], eDot), δDot);
            Lanes.Scale(_pass.Scaling(l), δDot);
        }
    }

    /// <summary>‖H‖₂ from below, with a relative residual: an eigenvalue of H lies within Residual·Norm of
    /// ±Norm.</summary>
    /// <param name="stream">Draws the start of Lanczos' method.</param>
    /// <param name="tolerance">Relative residual at which to stop.</param>
    public (double Norm, double Residual) Norm(RandomStream stream, double tolerance = 5e-3)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var start = new double[Dimension];
        stream.FillNormals(start);
        LanczosResult ends = Lanczos.Extremes(Multiply, start, maximumSteps: 200, tolerance);
        RitzPair widest = Math.Abs(ends.Smallest.Value) > Math.Abs(ends.Largest.Value) ? ends.Smallest : ends.Largest;
        double norm = Math.Abs(widest.Value);
        return (norm, norm > 0 ? widest.Residual / norm : 0);
    }

    /// <summary>The norm of H restricted to pˡ for the layer l that writes into the narrowest hidden layer: a lower
    /// bound of ‖H‖₂ that a wide network makes small and a bottleneck does not.</summary>
    public double NarrowestBlockNorm()
    {
        int layers = _aUnit.Length;
        int narrowest = 0, offset = 0, at = 0;
        for (int l = 0; l < layers - 1; l++)
        {
            if (_pass.Network.Weights[l].Rows < _pass.Network.Weights[narrowest].Rows)
                (narrowest, offset) = (l, at);
            at += _pass.Network.Weights[l].Rows + (l == 0 ? 0 : _aUnit[l].Length);
        }

        int width = _pass.Network.Weights[narrowest].Rows;
        var block = new Matrix(width, width);
        double[] x = new double[Dimension], y = new double[Dimension];
        for (int k = 0; k < width; k++)
        {
            x.AsSpan().Clear();
            x[offset + k] = 1;
            Multiply(x, y);
            y.AsSpan(offset, width).CopyTo(block.Row(k));
        }

        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < i; j++)
                block[i, j] = block[j, i] = (block[i, j] + block[j, i]) / 2;
        }

        double[] values = SymmetricEigen.Of(block).Values;
        return Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
    }

    // pˡ as it stands, qˡ as a fresh copy without its part along a.
    private (double[] P, double[] Q) Read(int l, ReadOnlySpan<double> x, ref int at)
    {
        double[] p = x.Slice(at, _pass.Network.Weights[l].Rows).ToArray();
        at += p.Length;
        var q = new double[_aUnit[l].Length];
        if (l > 0)
        {
            x.Slice(at, q.Length).CopyTo(q);
            at += q.Length;
            Lanes.Axpy(-Lanes.Dot(q, _aUnit[l]), _aUnit[l], q);
        }

        return (p, q);
    }
}
