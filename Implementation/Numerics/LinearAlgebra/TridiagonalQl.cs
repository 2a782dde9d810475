using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// Implicit QL with Wilkinson's shift (A. Dubrulle, R. S. Martin and J. H. Wilkinson, "The implicit QL algorithm",
// Numer. Math. 12, 1968). A sweep from row m up to row l turns neighboring rows; what it turns is the same whether
// vectors are wanted or not, and so are the bits of the values.

/// <summary>Eigenvalues of a symmetric tridiagonal matrix, with a record of the rotations that lead to them.</summary>
internal static class TridiagonalQl
{
    // Two or three sweeps are usual for one value; LAPACK gives up after 30 on the average too.
    private const int SweepsPerValue = 30;

    // Squares below belong to numbers under 2⁻⁵¹¹, which are zero beside a largest entry of order 1.
    private const double LeastSquare = 2.2250738585072014e-308;

    // Below, squares have lost bits: √(f² + g²) is formed from numbers 2⁶⁰⁰ times as large.
    private const double LeastAccurateSquare = 1e-280;

    /// <summary>Overwrites <paramref name="d"/> with the eigenvalues, in no particular order, and <paramref name="e"/>
    /// with zeros.</summary>
    /// <param name="d">The diagonal, of length n, of order 1.</param>
    /// <param name="e">What stands beside it: entry i between i and i + 1, the last one 0.</param>
    /// <param name="rotations">Where vectors are wanted: told of each rotation.</param>
    /// <exception cref="ArithmeticException">More than 30·n sweeps; not known to happen.</exception>
    public static void Diagonalize(Span<double> d, Span<double> e, RotationSequence? rotations)
    {
        int n = d.Length;
        long sweeps = 0;
        for (int l = 0; l < n; l++)
        {
            int m;
            while ((m = End(d, e, l)) > l)
            {
                if (++sweeps > (long)SweepsPerValue * n)
                    throw new ArithmeticException(
                        $"Eigenvalues of a tridiagonal matrix of order {n} did not settle within {sweeps} sweeps.");
                Sweep(d, e, l, m, rotations);
            }
        }

        rotations?.Flush();
    }

    // The first row from l on behind which the matrix splits.
    private static int End(Span<double> d, Span<double> e, int l)
    {
        int m = l;
        for (; m < d.Length - 1; m++)
        {
            double square = e[m] * e[m];
            if (square <= UnitRoundoff * Math.Abs(d[m]) * (UnitRoundoff * Math.Abs(d[m + 1])) + LeastSquare)
                break;
        }

        e[m] = 0;
        return m;
    }

    private static void Sweep(Span<double> d, Span<double> e, int l, int m, RotationSequence? rotations)
    {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        double r = Math.Sqrt(Math.FusedMultiplyAdd(g, g, 1));
        g = d[m] - d[l] + e[l] / (g + Math.CopySign(r, g));
        double s = 1, c = 1, p = 0;
        rotations?.Begin(m);
        for (int i = m - 1; i >= l; i--)
        {
            double f = s * e[i];
            double b = c * e[i];
            r = Length(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                // The matrix has split on the way.
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = Math.FusedMultiplyAdd(d[i] - g, s, 2 * c * b);
            p = s * r;
            d[i + 1] = g + p;
            g = Math.FusedMultiplyAdd(c, r, -b);
            rotations?.Add(c, s);
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static double Length(double f, double g)
    {
        double square = Math.FusedMultiplyAdd(f, f, g * g);
        if (square >= LeastAccurateSquare)
            return Math.Sqrt(square);
        (f, g) = (Math.ScaleB(f, 600), Math.ScaleB(g, 600));
        return Math.ScaleB(Math.Sqrt(Math.FusedMultiplyAdd(f, f, g * g)), -600);
    }
}
