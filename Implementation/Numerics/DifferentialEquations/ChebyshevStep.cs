using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.DifferentialEquations;

// Nodes c_j = ½(1 − cos((2j + 1)π/2N)), j < N. The interpolant of values at the nodes has in Chebyshev's basis the
// coefficients of a cosine sum; values and integrals of the Lagrange polynomials at other points follow from those of
// T_n(x) at x = 2s − 1: ∫T_n = ½(T_{n+1}/(n + 1) − T_{n−1}/(n − 1)) for n ≥ 2.

/// <summary>Coefficients of collocation at N Chebyshev points of [0, 1], and of the points at which polynomials of
/// degree 3N are sampled.</summary>
/// <remarks>
/// A polynomial of degree n, of values in any normed space, is at most 1 + (2/π)·log(n + 1) times as large on the
/// interval as at n + 1 Chebyshev points (Rivlin, "The Chebyshev polynomials", 1974, Theorem 1.2). For a field that is
/// a cubic polynomial the defect p′ − f(p) of a collocation polynomial is of degree 3N, so that samples bound it.
/// </remarks>
public sealed class ChebyshevStep
{
    /// <summary>Coefficients of a number of nodes.</summary>
    /// <param name="nodes">N, 2 to 32.</param>
    public ChebyshevStep(int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, 32);
        Nodes = nodes;
        Samples = 3 * nodes + 1;
        LebesgueConstant = 1 + 0.64 * ElementaryFunctions.Log(Samples);
        Integrals = Table(Points(nodes), integrate: true);
        SampleValues = Table(Points(Samples), integrate: false);
        SampleIntegrals = Table(Points(Samples), integrate: true);
        EndIntegrals = Table([1], integrate: true)[0];
    }

    /// <summary>N.</summary>
    public int Nodes { get; }

    /// <summary>3N + 1.</summary>
    public int Samples { get; }

    /// <summary>How much larger than at the samples a polynomial of degree 3N can be between them.</summary>
    public double LebesgueConstant { get; }

    /// <summary>∫₀^{c_i} ℓ_j, N × N.</summary>
    public IReadOnlyList<double[]> Integrals { get; }

    /// <summary>ℓ_j at the samples, (3N + 1) × N.</summary>
    public IReadOnlyList<double[]> SampleValues { get; }

    /// <summary>∫₀^s ℓ_j at the samples, (3N + 1) × N.</summary>
    public IReadOnlyList<double[]> SampleIntegrals { get; }

    /// <summary>∫₀¹ ℓ_j, N weights.</summary>
    public IReadOnlyList<double> EndIntegrals { get; }

    private static double[] Points(int n)
    {
        double[] points = new double[n];
        for (int j = 0; j < n; j++)
            points[j] = 0.5 * (1 - ElementaryFunctions.SinCos((2 * j + 1) * Math.PI / (2 * n)).Cos);
        return points;
    }

    private double[][] Table(double[] at, bool integrate)
    {
        int N = Nodes;
        double[][] atNodes = [.. Points(N).Select(point => Chebyshev(2 * point - 1, N))];
        double[][] table = new double[at.Length][];
        double[] left = Antiderivatives(-1, N);
        for (int k = 0; k < at.Length; k++)
        {
            double x = 2 * at[k] - 1;
            double[] basis = integrate ? Antiderivatives(x, N) : Chebyshev(x, N);
            table[k] = new double[N];
            for (int j = 0; j < N; j++)
            {
                double sum = 0;
                for (int n = N - 1; n >= 0; n--)
                {
                    double weight = (n == 0 ? 1.0 : 2.0) / N;
                    sum += weight * atNodes[j][n] * (integrate ? 0.5 * (basis[n] - left[n]) : basis[n]);
                }

                table[k][j] = sum;
            }
        }

        return table;
    }

    private static double[] Chebyshev(double x, int count)
    {
        double[] T = new double[count + 1];
        (T[0], T[1]) = (1, x);
        for (int n = 2; n <= count; n++)
            T[n] = 2 * x * T[n - 1] - T[n - 2];
        return T;
    }

    private static double[] Antiderivatives(double x, int count)
    {
        double[] T = Chebyshev(x, count);
        double[] integrals = new double[count];
        for (int n = 0; n < count; n++)
            integrals[n] = n switch { 0 => x, 1 => x * x / 2, _ => 0.5 * (T[n + 1] / (n + 1) - T[n - 1] / (n - 1)) };
        return integrals;
    }
}
