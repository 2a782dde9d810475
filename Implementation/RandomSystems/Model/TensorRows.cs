using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Model;

// A row belongs to the indices v_1 ≤ … ≤ v_{k−1} before the last, which runs from v_{k−1} on: with s = Σ c_m x_m,
//     f += (∏x_v)s,   ∂_{v_a} f += (∏_{b≠a} x_{v_b})s,   ∂_m f += (∏x_v)c_m,
//     U_{v_a v_b} += (∏ of the others)s,   U_{v_a m} += (∏_{b≠a} x_{v_b})c_m,   a < b.
// Each pair of places of a monomial is met once, so that ∇²f = U + Uᵀ also where indices are equal.

/// <summary>Passes over the packed coefficients of one polynomial.</summary>
internal static class TensorRows
{
    /// <summary>√(ξ_k·k!/∏e!) for every monomial, degrees ascending, monomials in lexicographic order.</summary>
    /// <param name="mixture">ξ.</param>
    /// <param name="d">Number of variables.</param>
    internal static double[] Scales(Mixture mixture, int d)
    {
        var scales = new List<double>();
        for (int k = 0; k <= mixture.Degree; k++)
        {
            if (mixture.Coefficients[k] == 0)
                continue;
            var indices = new int[k];
            do
            {
                // The last index equals the one before it, or is another.
                int first = k < 2 ? 0 : indices[k - 2];
                for (int m = 0; m < (k == 0 ? 1 : Math.Min(2, d - first)); m++)
                {
                    if (k > 0)
                        indices[k - 1] = first + m;
                    double scale = Math.Sqrt(mixture.Coefficients[k] * GaussianSystem.Multinomial(indices));
                    scales.AddRange(Enumerable.Repeat(scale, m == 0 ? 1 : d - first - 1));
                }
            }
            while (TryAdvance(indices.AsSpan(0, Math.Max(0, k - 1)), d));
        }

        return [.. scales];
    }

    /// <summary>c ← c·s, entry by entry.</summary>
    internal static void Multiply(Span<double> c, ReadOnlySpan<double> s)
    {
        int i = 0;
        for (; i <= c.Length - Lanes.Count; i += Lanes.Count)
        {
            Span<double> part = c.Slice(i, Lanes.Count);
            (Vector512.Create((ReadOnlySpan<double>)part) * Vector512.Create(s.Slice(i, Lanes.Count))).CopyTo(part);
        }

        for (; i < c.Length; i++)
            c[i] *= s[i];
    }

    /// <summary>Σ_k k(k − 1)√ξ_k·‖normals of degree k‖.</summary>
    internal static double SecondDerivative(Mixture mixture, int d, ReadOnlySpan<double> normals)
    {
        double sum = 0;
        int start = 0;
        for (int k = 0; k <= mixture.Degree; k++)
        {
            if (mixture.Coefficients[k] == 0)
                continue;
            int count = (int)GaussianSystem.Count(d, k);
            sum += k * (k - 1) * Math.Sqrt(mixture.Coefficients[k]) * Lanes.Norm(normals.Slice(start, count));
            start += count;
        }

        return sum;
    }

    /// <summary>Value and gradient, and U with ∇²f = U + Uᵀ where it is asked for.</summary>
    /// <param name="mixture">Says which degrees there are.</param>
    /// <param name="c">Coefficients.</param>
    /// <param name="x">A point.</param>
    /// <param name="g">Receives the gradient.</param>
    /// <param name="upper">U, to which is added; null for none.</param>
    /// <returns>f(x).</returns>
    internal static double Evaluate(
        Mixture mixture, ReadOnlySpan<double> c, ReadOnlySpan<double> x, Span<double> g, Matrix? upper)
    {
        g.Clear();
        double f = 0;
        for (int k = 0; k <= mixture.Degree; k++)
        {
            if (mixture.Coefficients[k] == 0)
                continue;
            f += k switch
            {
                0 => c[0],
                1 => Linear(c, x, g),
                2 => Quadratic(c, x, g, upper),
                3 => Cubic(c, x, g, upper),
                _ => Quartic(c, x, g, upper),
            };
            c = c[(int)GaussianSystem.Count(x.Length, k)..];
        }

        return f;
    }

    private static double Linear(ReadOnlySpan<double> c, ReadOnlySpan<double> x, Span<double> g)
    {
        Lanes.Axpy(1, c[..x.Length], g);
        return Lanes.Dot(c[..x.Length], x);
    }

    private static double Quadratic(ReadOnlySpan<double> c, ReadOnlySpan<double> x, Span<double> g, Matrix? upper)
    {
        double f = 0;
        for (int i = 0; i < x.Length; i++)
        {
            ReadOnlySpan<double> row = c[..(x.Length - i)];
            c = c[row.Length..];
            double s = Lanes.Dot(row, x[i..]);
            f += x[i] * s;
            g[i] += s;
            Lanes.Axpy(x[i], row, g[i..]);
            if (upper is not null)
                Lanes.Axpy(1, row, upper.Row(i)[i..]);
        }

        return f;
    }

    private static double Cubic(ReadOnlySpan<double> c, ReadOnlySpan<double> x, Span<double> g, Matrix? upper)
    {
        double f = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i; j < x.Length; j++)
            {
                ReadOnlySpan<double> row = c[..(x.Length - j)];
                c = c[row.Length..];
                double s = Lanes.Dot(row, x[j..]), ij = x[i] * x[j];
                f += ij * s;
                g[i] += x[j] * s;
                g[j] += x[i] * s;
                Lanes.Axpy(ij, row, g[j..]);
                if (upper is null)
                    continue;
                upper[i, j] += s;
                Lanes.Axpy(x[j], row, upper.Row(i)[j..]);
                Lanes.Axpy(x[i], row, upper.Row(j)[j..]);
            }
        }

        return f;
    }

    private static double Quartic(ReadOnlySpan<double> c, ReadOnlySpan<double> x, Span<double> g, Matrix? upper)
    {
        double f = 0;
        for (int h = 0; h < x.Length; h++)
        {
            for (int i = h; i < x.Length; i++)
            {
                for (int j = i; j < x.Length; j++)
                {
                    ReadOnlySpan<double> row = c[..(x.Length - j)];
                    c = c[row.Length..];
                    double s = Lanes.Dot(row, x[j..]);
                    double hi = x[h] * x[i], hj = x[h] * x[j], ij = x[i] * x[j];
                    f += hi * x[j] * s;
                    g[h] += ij * s;
                    g[i] += hj * s;
                    g[j] += hi * s;
                    Lanes.Axpy(hi * x[j], row, g[j..]);
                    if (upper is null)
                        continue;
                    upper[h, i] += x[j] * s;
                    upper[h, j] += x[i] * s;
                    upper[i, j] += x[h] * s;
                    Lanes.Axpy(ij, row, upper.Row(h)[j..]);
                    Lanes.Axpy(hj, row, upper.Row(i)[j..]);
                    Lanes.Axpy(hi, row, upper.Row(j)[j..]);
                }
            }
        }

        return f;
    }

    // The next ascending tuple in lexicographic order.
    private static bool TryAdvance(Span<int> prefix, int d)
    {
        int slot = prefix.Length - 1;
        while (slot >= 0 && prefix[slot] == d - 1)
            slot--;
        if (slot < 0)
            return false;
        prefix[slot..].Fill(prefix[slot] + 1);
        return true;
    }
}
