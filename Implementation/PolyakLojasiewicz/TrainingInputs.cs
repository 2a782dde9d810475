using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>Training inputs X, n × d with a sample per row.</summary>
public static class TrainingInputs
{
    private const double Correlation = 0.2;
    private const double GridStart = 0.2;

    /// <summary>Inputs of a kind; only <see cref="InputKind.UnitSphere"/> draws from the stream.</summary>
    /// <exception cref="ArgumentException">The kind does not exist in these dimensions.</exception>
    public static Matrix Draw(InputKind kind, RandomStream stream, int n, int d) => kind switch
    {
        InputKind.UnitSphere => UniformSphere.Rows(stream, n, d),
        InputKind.Equicorrelated => Equicorrelated(n, d, Correlation),
        InputKind.ScalarGrid when d == 1 => ScalarGrid(n, GridStart, 1),
        InputKind.AntipodalNumbers when d == 1 => AntipodalNumbers(n),
        InputKind.ScalarGrid or InputKind.AntipodalNumbers => throw new ArgumentException(
            $"Numbers have dimension 1, not {d}.",
            nameof(d)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of inputs."),
    };

    /// <summary>n unit vectors of dimension d ≥ n with x_i·x_j = ρ for i ≠ j: the rows of the Cholesky factor of (1 −
    /// ρ)I + ρ11ᵀ.</summary>
    /// <param name="n">At least 1.</param>
    /// <param name="d">At least n; coordinates beyond n are 0.</param>
    /// <param name="ρ">Correlation, in (−1/(n − 1), 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static Matrix Equicorrelated(int n, int d, double ρ)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, n);
        var gram = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                gram[i, j] = i == j ? 1 : ρ;
        if (!double.IsFinite(ρ) || !CholeskyFactor.TryFactor(gram, out CholeskyFactor? factor))
            throw new ArgumentOutOfRangeException(
                nameof(ρ), ρ,
                $"{n} unit vectors have a common correlation strictly between -1/{Math.Max(1, n - 1)} and 1.");
        var X = new Matrix(n, d);
        for (int i = 0; i < n; i++)
            factor.L.Row(i).CopyTo(X.Row(i));
        return X;
    }

    /// <summary>n equidistant numbers from <paramref name="first"/> to <paramref name="last"/>, both included, as an n
    /// × 1 matrix; the first alone for n = 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public static Matrix ScalarGrid(int n, double first, double last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var X = new Matrix(n, 1);
        for (int i = 0; i < n; i++)
            X[i, 0] = n == 1 ? first : first + (last - first) * i / (n - 1);
        return X;
    }

    /// <summary>±2k/n for k = 1, …, n/2, ascending, as an n × 1 matrix.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not even and positive.</exception>
    public static Matrix AntipodalNumbers(int n)
    {
        if (n < 2 || n % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(n), n, "Antipodal numbers come in pairs.");
        var X = new Matrix(n, 1);
        for (int k = 1; k <= n / 2; k++)
            X[n / 2 - k, 0] = -(X[n / 2 + k - 1, 0] = 2.0 * k / n);
        return X;
    }
}
