using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>First-layer weights (m × d) and output signs (m entries ±1) of a shallow network before training.</summary>
public static class Initialization
{
    /// <summary>Independent standard normal weights, the standard initialization of the talk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is less than 1.</exception>
    public static Matrix Gaussian(RandomStream stream, int m, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        var W = new Matrix(m, d);
        stream.FillNormals(W.Values);
        return W;
    }

    /// <summary>Independent signs, ±1 with probability ½ each.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="m"/> is less than 1.</exception>
    public static double[] RandomSigns(RandomStream stream, int m)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        var v = new double[m];
        stream.FillSigns(v);
        return v;
    }

    /// <summary>
    /// Standard normal weights whose second half repeats the first. With <see cref="MirroredSigns"/> the network
    /// vanishes at initialization, F(w0) = 0, while its tangent kernel is that of the half: initial residuals are −y,
    /// without the randomness of F(w0).
    /// </summary>
    /// <remarks>F(w0) is exactly 0 in exact arithmetic; computed, it is 0 up to the rounding of a sum of m
    /// terms.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="m"/> is not even and positive, or
    /// <paramref name="d"/> is less than 1.</exception>
    public static Matrix Mirrored(RandomStream stream, int m, int d)
    {
        ThrowIfOdd(m);
        Matrix half = Gaussian(stream, m / 2, d);
        var W = new Matrix(m, d);
        half.Values.CopyTo(W.Values);
        half.Values.CopyTo(W.Values[half.Values.Length..]);
        return W;
    }

    /// <summary>+1 for the first half, −1 for the second.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="m"/> is not even and positive.</exception>
    public static double[] MirroredSigns(int m)
    {
        ThrowIfOdd(m);
        var v = new double[m];
        v.AsSpan(0, m / 2).Fill(1);
        v.AsSpan(m / 2).Fill(-1);
        return v;
    }

    private static void ThrowIfOdd(int m)
    {
        if (m < 2 || m % 2 != 0)
            throw new ArgumentOutOfRangeException(
                nameof(m), m, "A mirrored network has an even, positive number of neurons.");
    }
}
