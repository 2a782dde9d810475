using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>The least risk of a student of rank at most d − 1, enclosed between an eigenvalue bound and an explicit student.</summary>
/// <remarks>
/// <para>Lower bound: Wv = 0 for a unit v gives vᵀAv ≤ −σ², so ‖A‖_F ≥ σ² and L ≥ λ_min(G) σ⁴.</para>
/// <para>Upper bound: for fixed v the least L over symmetric A with Av = −S*v is q(v) = bᵀ H⁻¹ b with b = S*v, H = K_v G⁻¹ K_vᵀ,
/// K_v svec(A) = Av (<see cref="KernelDirectionDual"/>). The function q is smooth and homogeneous of degree 0; it is minimized from several starts. Where M = S* + A is positive semidefinite, which it is in every run so far, a student with WᵀW = M
/// attains q(v). The student returned is the positive part of M without its direction of least eigenvalue, of rank at most d − 1 by construction;
/// its risk is an upper bound of the minimum whatever the search did.</para>
/// <para>Where G is singular the minimum is 0 (<see cref="BoundaryInterpolant"/>).</para>
/// </remarks>
/// <param name="LowerBound">λ_min(G) σ⁴, less the bound of its rounding error, at least 0.</param>
/// <param name="Risk">Risk of the student found.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="Risk"/>.</param>
/// <param name="Dual">q(v) at the minimizing v: equals <paramref name="Risk"/> where M ⪰ 0.</param>
/// <param name="LeastEigenvalue">λ_min(M)/λ_max(M) at the minimizing v: 0 up to rounding where M ⪰ 0, negative otherwise.</param>
/// <param name="Student">WᵀW of the student found, rank ≤ d − 1.</param>
public sealed record RankDeficientMinimum(double LowerBound, double Risk, double Error, double Dual, double LeastEigenvalue, Matrix Student)
{
    // Gradients at which a search ends, in units of σ⁴. What 10⁻⁸ leaves of the value is of second order; much below lies the rounding of teachers with spread
    // spectra. What 10⁻¹ leaves is below a thousandth of the value for Gaussian data of any N ≥ 2D and d ≤ 8.
    private const double RoughGradient = 0.1;
    private const double FinalGradient = 1e-8;
    private const double NearTheLeast = 0.01;

    /// <summary>Finds the minimum for a teacher under a risk.</summary>
    /// <param name="risk">Empirical or population risk.</param>
    /// <param name="teacher">The teacher, same d.</param>
    /// <param name="stream">Random numbers for the starts.</param>
    /// <param name="starts">Starts beyond the d eigenvectors of S*.</param>
    /// <returns>The enclosure; null when G is numerically singular.</returns>
    public static RankDeficientMinimum? Of(QuadraticRisk risk, Teacher teacher, RandomStream stream, int starts = 6)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(stream);
        double λ = SymmetricEigen.Of(risk.Covariance).Values[0];
        if (λ <= risk.EigenvalueError || !CholeskyFactor.TryFactor(risk.Covariance, out CholeskyFactor? factor))
            return null;

        int d = risk.Dimension;
        Matrix inverse = factor.Solve(Matrix.Identity(risk.Covariance.Rows));
        var search = new KernelDirectionDual(inverse, teacher.Gram);
        double[] direction = Search(search, teacher, [.. Enumerable.Range(0, d + starts).Select(start => Start(start, teacher, stream))], out double dual);
        return Enclose(risk, teacher, search, dual, direction, λ);
    }

    // Most starts lead to the same minimum: all go down roughly, and only what is near the least value, in another direction each, to the end.
    private static double[] Search(KernelDirectionDual search, Teacher teacher, double[][] starts, out double least)
    {
        double σ4 = teacher.LeastEigenvalue * teacher.LeastEigenvalue;
        MinimizationResult[] rough = [.. starts.Select(v => Minimize(v, RoughGradient)).OrderBy(result => result.Value)];
        List<double[]> tried = [];
        MinimizationResult? best = null;
        foreach (MinimizationResult candidate in rough.TakeWhile(candidate => candidate.Value <= (1 + NearTheLeast) * rough[0].Value))
        {
            if (tried.Exists(v => SameDirection(v, candidate.Point)))
                continue;
            tried.Add(candidate.Point);
            MinimizationResult polished = Minimize(candidate.Point, FinalGradient);
            if (best is null || polished.Value < best.Value)
                best = polished;
        }

        least = best!.Value;
        return best.Point;

        MinimizationResult Minimize(double[] from, double gradient) =>
            QuasiNewton.Minimize(search.Evaluate, from, gradientTolerance: gradient * σ4, maximumIterations: 200);
    }

    private static bool SameDirection(double[] u, double[] v)
    {
        double product = Lanes.Dot(u, v);
        return product * product >= 0.99 * Lanes.Dot(u, u) * Lanes.Dot(v, v);
    }

    private static double[] Start(int start, Teacher teacher, RandomStream stream)
    {
        int d = teacher.WeakestDirection.Length;
        if (start < d)
            return teacher.Eigenvectors.Column(start);

        // The weakest direction, tilted: half of its length in Gaussian noise.
        var v = new double[d];
        stream.FillNormals(v);
        for (int i = 0; i < d; i++)
            v[i] = teacher.WeakestDirection[i] + 0.5 * v[i] / Math.Sqrt(d);
        return v;
    }

    private static RankDeficientMinimum Enclose(QuadraticRisk risk, Teacher teacher, KernelDirectionDual search, double dual, double[] v, double λ)
    {
        int d = risk.Dimension;
        Matrix A = search.Shift(v);
        var M = new Matrix(d, d);
        for (int i = 0; i < M.Values.Length; i++)
            M.Values[i] = teacher.Gram.Values[i] + A.Values[i];
        SymmetricEigen spectrum = SymmetricEigen.Of(M);
        var student = new Matrix(d, d);
        for (int k = 1; k < d; k++)
        {
            double weight = Math.Max(0, spectrum.Values[k]);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    student[i, j] += weight * spectrum.Vectors[i, k] * spectrum.Vectors[j, k];
        }

        (double value, double error) = risk.Between(student, teacher.Gram);
        double σ4 = teacher.LeastEigenvalue * teacher.LeastEigenvalue;
        double top = Math.Max(Math.Abs(spectrum.Values[^1]), teacher.LeastEigenvalue);
        return new(Math.Max(0, λ - risk.EigenvalueError) * σ4, value, error, dual, spectrum.Values[0] / top, student);
    }
}
