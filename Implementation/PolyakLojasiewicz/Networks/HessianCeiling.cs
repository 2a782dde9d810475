using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Along a direction V with uˡ = ‖Vˡ‖_F the second derivative of the output is
//   f̈ = Σ_l ⟨δˡ∘σ''(zˡ), żˡ∘żˡ⟩ + 2 Σ_{l≥2} ⟨eˡ, Vˡȧˡ⁻¹⟩/√m_{l−1},
// and ‖żˡ‖ ≤ yˡ = Σ_{k≤l} T_lk uᵏ with T_kk = ‖aᵏ⁻¹‖/√m_{k−1}, T_lk = sˡ·Dˡ⁻¹·T_{l−1,k}, sˡ = ‖Wˡ‖₂/√m_{l−1}, Dˡ =
// max|σ'(zˡ)|. Hence |f̈| ≤ uᵀMu,
//   M = Tᵀ diag(c) T + B + Bᵀ,  cˡ = ‖δˡ∘σ''(zˡ)‖_∞,  B_lk = ‖eˡ‖·Dˡ⁻¹·T_{l−1,k}/√m_{l−1},
// and ‖H‖₂ ≤ λ_max(M) because Σ(uˡ)² = 1. For a linear output every cˡ and B_lk carries a factor 1/√m up to logarithms:
// that is the Õ(1/√m) of the theorem. A nonlinear output adds c^{L+1} = |φ''| = O(1), a bottleneck of width b an entry
// of B with 1/√b.

/// <summary>A closed-form upper bound of ‖H_f‖₂ at one point of parameter space.</summary>
public static class HessianCeiling
{
    /// <summary>The bound.</summary>
    /// <param name="pass">Network and input.</param>
    /// <param name="spectralNorms">Upper bounds of ‖Wˡ‖₂, one for each layer; those of the first and the last may be
    /// any number where they are not needed.</param>
    /// <param name="curvature">Factor before the curvature terms cˡ; 1 in the bound, 0 leaves them out.</param>
    /// <param name="crossTerms">Factor before the terms B that couple a layer to those before it; 1 in the bound, 0
    /// leaves them out.</param>
    public static double Of(
        NetworkPass pass, IReadOnlyList<double> spectralNorms, double curvature = 1, double crossTerms = 1)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(spectralNorms);
        int layers = pass.Network.Weights.Count;
        if (spectralNorms.Count != layers)
            throw new ArgumentException(
                $"{layers} norms are needed, one for each layer, not {spectralNorms.Count}.", nameof(spectralNorms));
        var T = new Matrix(layers, layers);
        var M = new Matrix(layers, layers);
        double slope = 0; // Dˡ⁻¹
        for (int l = 0; l < layers; l++)
        {
            double scaling = pass.Scaling(l);
            T[l, l] = Lanes.Norm(pass.Activations(l)) * scaling;
            for (int k = 0; k < l; k++)
            {
                T[l, k] = spectralNorms[l] * scaling * slope * T[l - 1, k];
                double coupling = crossTerms * Lanes.Norm(pass.Sensitivity(l)) * slope * T[l - 1, k] * scaling;
                M[l, k] += coupling;
                M[k, l] += coupling;
            }

            double bend = curvature * Largest(pass.Bend(l));
            for (int i = 0; i <= l; i++)
            {
                for (int k = 0; k <= l; k++)
                    M[i, k] += bend * T[l, i] * T[l, k];
            }

            slope = Largest(pass.Slopes(l));
        }

        return SymmetricEigen.Of(M).Values[^1];
    }

    /// <summary>Upper bounds of ‖Wˡ‖₂: Lanczos' value plus one percent, certified by a Cholesky factorization of θ²I −
    /// WWᵀ; the Frobenius norm where that does not succeed.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="stream">Draws the starts of Lanczos' method.</param>
    public static double[] SpectralNorms(DeepNetwork network, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        return [.. network.Weights.Select((W, l) => l == 0 ? 0 : SpectralNorm(W, stream))];
    }

    private static double SpectralNorm(Matrix W, RandomStream stream)
    {
        double frobenius = Lanes.Norm(W.Values);
        if (Math.Min(W.Rows, W.Columns) == 1 || frobenius == 0)
            return frobenius;
        Matrix G = W.Rows <= W.Columns ? MatrixProduct.MultiplyTranspose(W, W) : Gram.Of(W);
        var start = new double[G.Rows];
        stream.FillNormals(start);
        double θ2 =
            1.02
            * Lanczos
                .Extremes((x, y) => MatrixVector.Multiply(G, x, y), start, maximumSteps: 40, tolerance: 1e-2)
                .Largest.Value;
        for (int i = 0; i < G.Rows; i++)
        {
            for (int j = 0; j < G.Columns; j++)
                G[i, j] = (i == j ? θ2 : 0) - G[i, j];
        }

        // Rounding of the product and of the factorization stays far below the two percent: n²·u·θ² = 1e-10·θ² at n =
        // 1000.
        return CholeskyFactor.TryFactor(G, out _) ? Math.Sqrt(θ2 * (1 + 1e-9)) : frobenius;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
