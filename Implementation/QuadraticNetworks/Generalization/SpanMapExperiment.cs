using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="SpanMapExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">N ≥ 1.</param>
public sealed record SpanMapCell(CoordinateLaw Law, int Dimension, int Samples);

/// <summary>dim span{X_iX_iᵀ} of one data set and of its images. All exact: coordinates are multiples of 2⁻¹⁶, maps
/// have small integer entries, and elimination is modulo 2⁶¹ − 1.</summary>
/// <param name="Original">Of X_1, …, X_N.</param>
/// <param name="Scaled">Of c_iX_i with c_i ∈ {±1, …, ±7}.</param>
/// <param name="Mapped">Of BX_i with B of integer entries, invertible.</param>
/// <param name="Permuted">Of the samples in another order.</param>
/// <param name="Translated">Of X_i + b with one b ∈ {−3, …, 3}^d other than 0.</param>
/// <param name="Projected">Of PX_i where P sets the last coordinate to 0.</param>
/// <param name="Erased">Of c_iX_i with c_1 = 0 and the others 1.</param>
public sealed record SpanMapOutcome(
    int Original, int Scaled, int Mapped, int Permuted, int Translated, int Projected, int Erased);

/// <summary>What happens to the span of the X_iX_iᵀ when the data are moved.</summary>
public sealed class SpanMapExperiment : Experiment<SpanMapCell, SpanMapOutcome>
{
    private const double Grain = 1.0 / 65536;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/span-maps";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override SpanMapOutcome Run(SpanMapCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        foreach (ref double value in X.Values)
            value = Math.Round(value / Grain) * Grain;

        Matrix scaled = X.Clone();
        for (int i = 0; i < X.Rows; i++)
        {
            int c = stream.NextIndex(14) - 7;
            Lanes.Scale(c < 0 ? c : c + 1, scaled.Row(i));
        }

        Matrix permuted = X.Clone();
        for (int i = X.Rows - 1; i > 0; i--)
        {
            int j = stream.NextIndex(i + 1);
            double[] row = permuted.Row(i).ToArray();
            permuted.Row(j).CopyTo(permuted.Row(i));
            row.CopyTo(permuted.Row(j));
        }

        Matrix mapped = MatrixProduct.MultiplyTranspose(X, Invertible(stream, d));
        double[] b = Shift(stream, d);
        Matrix translated = X.Clone(), projected = X.Clone(), erased = X.Clone();
        for (int i = 0; i < X.Rows; i++)
        {
            Lanes.Axpy(1, b, translated.Row(i));
            projected[i, d - 1] = 0;
        }

        erased.Row(0).Clear();
        return new(
            TensorSpan.Dimension(X),
            TensorSpan.Dimension(scaled),
            TensorSpan.Dimension(mapped),
            TensorSpan.Dimension(permuted),
            TensorSpan.Dimension(translated),
            TensorSpan.Dimension(projected),
            TensorSpan.Dimension(erased));
    }

    // Full rank modulo a prime proves it over the reals; a third or more of such matrices has it.
    private static Matrix Invertible(RandomStream stream, int d)
    {
        var B = new Matrix(d, d);
        do
        {
            foreach (ref double entry in B.Values)
                entry = stream.NextIndex(7) - 3;
        }
        while (ModularRank.LowerBound(B) < d);
        return B;
    }

    private static double[] Shift(RandomStream stream, int d)
    {
        var b = new double[d];
        do
        {
            foreach (ref double entry in b.AsSpan())
                entry = stream.NextIndex(7) - 3;
        }
        while (Lanes.Norm(b) == 0);
        return b;
    }
}
