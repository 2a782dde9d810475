using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.KernelRegime;

// The derivative of the polynomial w ↦ w^D at w comes from its values: with the nodes ±h, …, ±Kh, K ≥ D/2, the central
// difference of highest order is exact, and h a power of two times w keeps the nodes exact up to one rounding. For K =
// 4: Σ_k c_k (f(w + kh) − f(w − kh))/h, c = 4/5, −1/5, 4/105, −1/280, exact to degree 8.

/// <summary>
/// The tangent kernel, the linearization and Euler's identity of diagonal networks, from values of the network alone.
/// </summary>
public sealed class TangentExperiment : Experiment<TangentCell, TangentOutcome>
{
    private static readonly double[] Differences = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/tangent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override TangentOutcome Run(TangentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 64)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 1 and 64.");
        if (cell.Depth is < 2 or > 8)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Depth, "The depth has to lie between 2 and 8.");
        if (!(cell.Start >= 1e-20 && cell.Start <= 1e20 && cell.Step > 0 && cell.Step <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Start, "The start has to lie in [10⁻²⁰, 10²⁰], the step in (0, 1].");
        int d = cell.Dimension,
            D = cell.Depth;
        double[] x = stream.Normals(d),
            other = stream.Normals(d),
            direction = stream.Normals(2 * d);
        double[] w0 = FlowEnd.Unbiased(d, 1);
        if (cell.IsBiased)
        {
            stream.FillUniforms(w0);
            w0 = [.. w0.Select(value => 0.5 + value)];
        }

        // In units of α, as f is homogeneous. The kernel is measured at α itself.
        double[] w = [.. w0];
        Lanes.Axpy(cell.Step * Lanes.Norm(w0) / Lanes.Norm(direction), direction, w);
        double[] φ = Gradient(w0, x, D), scaled = [.. w0.Select(value => cell.Start * value)];
        double[] first = Gradient(scaled, x, D), second = Gradient(scaled, other, D);
        double unit = DiagonalLink.Scale(2 * D - 2, cell.Start) * Lanes.Norm(x) * Lanes.Norm(other);
        double remainder = 0, size = 0;
        for (int j = 0; j < 2 * d; j++)
        {
            double δ = w[j] - w0[j];
            double largest = Math.Max(Math.Abs(w[j]), w0[j]);
            remainder += 0.5 * D * (D - 1) * Math.Abs(x[j % d]) * DiagonalLink.Scale(D - 2, largest) * δ * δ;
            size += Math.Abs(x[j % d]) * DiagonalLink.Scale(D, largest + 1);
        }

        // Nodes reach to twice w: sums of 8 differences of numbers up to 2^D·w^D, divided by h = w/4, on top of sums
        // over d.
        double relative = (64.0 * (1 << D) + 4 * d) * DoublePrecision.UnitRoundoff;
        double norm = Lanes.Norm(x);
        return new(
            Lanes.Dot(first, second) / unit,
            Lanes.Dot(x, other) / (norm * Lanes.Norm(other)),
            relative * 4 * D * D * DiagonalLink.Scale(2 * D - 2, cell.IsBiased ? 1.5 : 1),
            Value(w0, x, D) / norm,
            Value(w, x, D) / norm,
            Lanes.Dot(w0, φ) / norm,
            Lanes.Dot(w, φ) / norm,
            1.000001 * remainder / norm,
            relative * D * size / norm);
    }

    private static double Value(double[] w, double[] x, int D)
    {
        int d = x.Length;
        double sum = 0;
        for (int j = 0; j < d; j++)
            sum += (DiagonalLink.Scale(D, w[j]) - DiagonalLink.Scale(D, w[d + j])) * x[j];
        return sum;
    }

    // ∂f/∂w_j by differences of the summand that contains w_j.
    private static double[] Gradient(double[] w, double[] x, int D)
    {
        int d = x.Length;
        var gradient = new double[2 * d];
        for (int j = 0; j < 2 * d; j++)
        {
            double h = w[j] / 4;
            double sum = 0;
            for (int k = 1; k <= Differences.Length; k++)
                sum += Differences[k - 1] * (DiagonalLink.Scale(D, w[j] + k * h) - DiagonalLink.Scale(D, w[j] - k * h));
            gradient[j] = (j < d ? 1 : -1) * x[j % d] * sum / h;
        }

        return gradient;
    }
}
