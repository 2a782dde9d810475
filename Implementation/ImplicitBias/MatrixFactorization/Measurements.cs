using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>Linear measurements ⟨A_i, X⟩ of symmetric N × N matrices, stored by the entries that are not 0.</summary>
public sealed class Measurements
{
    private readonly (int Row, int Column, double Value)[][] _entries;

    // A pair of symmetric entries once, with twice its value.
    private readonly (int Row, int Column, double Value)[][] _pairs;

    private Measurements(int size, (int Row, int Column, double Value)[][] entries)
    {
        Size = size;
        _entries = entries;
        _pairs =
        [
            .. entries.Select(list => list
                .Where(entry => entry.Row <= entry.Column)
                .Select(entry => entry.Row == entry.Column ? entry : entry with { Value = 2 * entry.Value })
                .ToArray()),
        ];
        Norms = [.. entries.Select(list => Math.Sqrt(list.Sum(entry => entry.Value * entry.Value)))];
        double largest = 0;
        for (int i = 0; i < Count; i++)
        {
            double row = 0;
            Matrix A = Dense(i);
            for (int j = 0; j < Count; j++)
                row += Math.Abs(Inner(j, A));
            largest = Math.Max(largest, row);
        }

        GramNorm = largest * (1 + 1e-12);
    }

    /// <summary>N.</summary>
    public int Size { get; }

    /// <summary>Number of measurements.</summary>
    public int Count => _entries.Length;

    /// <summary>‖A_i‖_F.</summary>
    public IReadOnlyList<double> Norms { get; }

    /// <summary>A bound of the norm of the Gram matrix ⟨A_i, A_j⟩, by its rows.</summary>
    public double GramNorm { get; }

    /// <summary>Measurements by symmetric matrices.</summary>
    public static Measurements Of(IReadOnlyList<Matrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        int N = matrices[0].Rows;
        var entries = new (int, int, double)[matrices.Count][];
        for (int i = 0; i < matrices.Count; i++)
        {
            var list = new List<(int, int, double)>();
            for (int a = 0; a < N; a++)
            {
                for (int b = 0; b < N; b++)
                {
                    double value = 0.5 * (matrices[i][a, b] + matrices[i][b, a]);
                    if (value != 0)
                        list.Add((a, b, value));
                }
            }

            entries[i] = [.. list];
        }

        return new(N, entries);
    }

    /// <summary>Entries X_ab of a symmetric matrix.</summary>
    public static Measurements OfEntries(int size, IReadOnlyList<(int Row, int Column)> positions) =>
        new(size, [.. positions.Select(at => at.Row == at.Column
            ? new[] { (at.Row, at.Column, 1.0) }
            : [(at.Row, at.Column, 0.5), (at.Column, at.Row, 0.5)])]);

    /// <summary>A_i as a matrix.</summary>
    public Matrix Dense(int i)
    {
        var A = new Matrix(Size, Size);
        foreach ((int a, int b, double value) in _entries[i])
            A[a, b] += value;
        return A;
    }

    /// <summary>⟨A_i, X⟩.</summary>
    public double Inner(int i, Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        double sum = 0;
        foreach ((int a, int b, double value) in _entries[i])
            sum += value * X[a, b];
        return sum;
    }

    /// <summary>⟨A_i, ZZᵀ⟩ − y_i for all i, Z being N × k.</summary>
    public void Residual(Matrix Z, ReadOnlySpan<double> y, Span<double> r)
    {
        ArgumentNullException.ThrowIfNull(Z);
        for (int i = 0; i < r.Length; i++)
        {
            double sum = -y[i];
            foreach ((int a, int b, double value) in _pairs[i])
                sum += value * Lanes.Dot(Z.Row(a), Z.Row(b));
            r[i] = sum;
        }
    }

    /// <summary>Σ c_i A_i.</summary>
    public Matrix Combine(ReadOnlySpan<double> c)
    {
        var G = new Matrix(Size, Size);
        for (int i = 0; i < c.Length; i++)
        {
            foreach ((int a, int b, double value) in _entries[i])
                G[a, b] += c[i] * value;
        }

        return G;
    }

    /// <summary>result ← factor·Σ r_i A_i Z.</summary>
    public void Apply(ReadOnlySpan<double> r, double factor, Matrix Z, Matrix result)
    {
        ArgumentNullException.ThrowIfNull(Z);
        ArgumentNullException.ThrowIfNull(result);
        result.Values.Clear();
        for (int i = 0; i < r.Length; i++)
        {
            foreach ((int a, int b, double value) in _entries[i])
                Lanes.Axpy(factor * r[i] * value, Z.Row(b), result.Row(a));
        }
    }

    /// <summary>The tangent kernel 4⟨A_iZ, A_jZ⟩ of Z ↦ ⟨A_i, ZZᵀ⟩.</summary>
    public Matrix TangentKernel(Matrix Z)
    {
        ArgumentNullException.ThrowIfNull(Z);
        var images = new Matrix[Count];
        for (int i = 0; i < Count; i++)
        {
            images[i] = new Matrix(Size, Z.Columns);
            foreach ((int a, int b, double value) in _entries[i])
                Lanes.Axpy(value, Z.Row(b), images[i].Row(a));
        }

        var K = new Matrix(Count, Count);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j <= i; j++)
                K[i, j] = K[j, i] = 4 * Lanes.Dot(images[i].Values, images[j].Values);
        }

        return K;
    }
}
