namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Largest and least singular value of a bidiagonal matrix, by bisection.</summary>
/// <remarks>
/// ±σ are the eigenvalues of the symmetric tridiagonal matrix with zero diagonal and off-diagonal a1, b1, a2, b2, …,
/// a_n (Golub and Kahan 1965); Sturm's sequence counts those below a number. O(n) per count, about fifty counts for
/// each value; relative accuracy 2⁻⁴⁴ (Demmel and Kahan 1990: a bidiagonal matrix determines its singular values to
/// relative accuracy, and so does this count).
/// </remarks>
public static class BidiagonalExtremes
{
    /// <summary>The extremes.</summary>
    /// <param name="diagonal">a, n ≥ 1 positive numbers.</param>
    /// <param name="offDiagonal">b, n − 1 numbers.</param>
    /// <returns>Largest and least singular value.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or an entry is not finite, or one of the diagonal not
    /// positive.</exception>
    public static (double Largest, double Least) Of(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> offDiagonal)
    {
        int n = diagonal.Length;
        if (n == 0 || offDiagonal.Length != n - 1)
            throw new ArgumentException(
                $"There are {n} entries on the diagonal and {offDiagonal.Length} beside it; n ≥ 1 and n − 1 are "
                    + "needed.",
                nameof(offDiagonal));
        Span<double> squares = 2 * n - 1 <= 512 ? stackalloc double[2 * n - 1] : new double[2 * n - 1];
        double frobenius = 0;
        for (int i = 0; i < squares.Length; i++)
        {
            double entry = i % 2 == 0 ? diagonal[i / 2] : offDiagonal[i / 2];
            if (!double.IsFinite(entry) || (i % 2 == 0 && entry <= 0))
                throw new ArgumentException(
                    $"Entry {i / 2} is {entry}; all have to be finite and those of the diagonal positive.",
                    nameof(diagonal));
            squares[i] = entry * entry;
            frobenius += squares[i];
        }

        double bound = Math.Sqrt(frobenius);
        return (Bisect(squares, 2 * n - 1, bound), Bisect(squares, n, bound));
    }

    // The number below which lie `index` eigenvalues and above which the others.
    private static double Bisect(ReadOnlySpan<double> squares, int index, double bound)
    {
        double low = 0;
        double high = bound * (1 + 1e-15);
        while (high - low > high * 5.7e-14)
        {
            double middle = low + 0.5 * (high - low);
            if (CountBelow(squares, middle) > index)
                high = middle;
            else
                low = middle;
        }

        return low + 0.5 * (high - low);
    }

    private static int CountBelow(ReadOnlySpan<double> squares, double x)
    {
        double q = -x;
        int count = 1;
        foreach (double square in squares)
        {
            // A pivot 0 counts as negative and is moved off by less than rounding.
            q = -x - square / (q == 0 ? -1e-300 : q);
            if (q < 0)
                count++;
        }

        return count;
    }
}
