using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// P = I − βaa′, β = 2/a′a, with a = e ± (last unit vector): P is its own inverse and maps e to the last axis, up to the
// sign, so that the images of the other axes are a basis of what is orthogonal to e.

/// <summary>The reflection that maps a unit vector to the last axis, up to its sign, and what is left of vectors and
/// matrices when that axis is left out.</summary>
public sealed class Reflection
{
    private readonly double[] _a;
    private readonly double _β;

    /// <summary>The reflection of a unit vector.</summary>
    /// <param name="direction">e, of length m from 2.</param>
    public Reflection(ReadOnlySpan<double> direction)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(direction.Length, 2, nameof(direction));
        _a = direction.ToArray();
        _a[^1] += _a[^1] < 0 ? -1 : 1;
        _β = 2 / Lanes.Dot(_a, _a);
    }

    private int Left => _a.Length - 1;

    /// <summary>The first m − 1 entries of Px.</summary>
    /// <param name="x">Of length m.</param>
    public double[] Apply(ReadOnlySpan<double> x)
    {
        double[] y = x[..Left].ToArray();
        Lanes.Axpy(-_β * Lanes.Dot(_a, x), _a.AsSpan(0, Left), y);
        return y;
    }

    /// <summary>The first m − 1 columns of MP.</summary>
    /// <param name="M">r × m.</param>
    public Matrix FromRight(Matrix M)
    {
        ArgumentNullException.ThrowIfNull(M);
        var result = new Matrix(M.Rows, Left);
        for (int r = 0; r < M.Rows; r++)
        {
            M.Row(r)[..Left].CopyTo(result.Row(r));
            Lanes.Axpy(-_β * Lanes.Dot(M.Row(r), _a), _a.AsSpan(0, Left), result.Row(r));
        }

        return result;
    }

    /// <summary>The leading (m − 1) × (m − 1) block of PMP, symmetric bit for bit if M is.</summary>
    /// <param name="M">m × m, symmetric.</param>
    public Matrix FromBothSides(Matrix M)
    {
        ArgumentNullException.ThrowIfNull(M);
        // PMP = M − ap′ − pa′ with p = βMa − ½β²(a′Ma)a.
        double[] p = MatrixVector.Multiply(M, _a);
        double inner = Lanes.Dot(_a, p);
        Lanes.Scale(_β, p);
        Lanes.Axpy(-0.5 * _β * _β * inner, _a, p);
        var result = new Matrix(Left, Left);
        for (int r = 0; r < Left; r++)
        {
            Span<double> row = result.Row(r);
            M.Row(r)[..Left].CopyTo(row);
            // Two roundings an entry would depend on the order of a and p.
            for (int j = 0; j < Left; j++)
                row[j] -= _a[r] * p[j] + p[r] * _a[j];
        }

        return result;
    }
}
