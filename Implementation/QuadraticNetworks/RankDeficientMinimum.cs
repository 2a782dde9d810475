using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>The least risk of a student of rank at most d − 1, enclosed between an eigenvalue bound and an explicit
/// student.</summary>
/// <remarks>
/// <para>Lower bound: Wv = 0 for a unit v gives vᵀAv ≤ −σ², so ‖A‖_F ≥ σ² and L ≥ λ_min(G) σ⁴.</para>
/// <para>Upper bound: for fixed v the least L over symmetric A with Av = −S*v is q(v) = bᵀ H⁻¹ b with b = S*v, H = K_v
/// G⁻¹ K_vᵀ, K_v svec(A) = Av (<see cref="KernelDirectionDual"/>). The function q is smooth and homogeneous of degree
/// 0; it is minimized from several starts. Where M = S* + A is positive semidefinite, which it is in every run so far,
/// a student with WᵀW = M attains q(v). The student returned is the positive part of M without its direction of least
/// eigenvalue, of rank at most d − 1 by construction; its risk is an upper bound of the minimum whatever the search
/// did.</para>
/// <para>Where G is singular the minimum is 0 (<see cref="BoundaryInterpolant"/>).</para>
/// </remarks>
/// <param name="LowerBound">λ_min(G) σ⁴, less the bound of its rounding error, at least 0.</param>
/// <param name="Risk">Risk of the student found.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="Risk"/>.</param>
/// <param name="Dual">q(v) at the minimizing v: equals <paramref name="Risk"/> where M ⪰ 0.</param>
/// <param name="LeastEigenvalue">λ_min(M)/λ_max(M) at the minimizing v: 0 up to rounding where M ⪰ 0, negative
/// otherwise.</param>
/// <param name="Student">WᵀW of the student found, rank ≤ d − 1.</param>
public sealed record RankDeficientMinimum(
    double LowerBound, double Risk, double Error, double Dual, double LeastEigenvalue, Matrix Student)
{
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
        double λ = risk.Spectrum.Values[0];
        if (λ <= risk.EigenvalueError || !CholeskyFactor.TryFactor(risk.Covariance, out CholeskyFactor? factor))
            return null;

        int d = risk.Dimension;
        Matrix inverse = factor.Solve(Matrix.Identity(risk.Covariance.Rows));
        var search = new KernelDirectionDual(inverse, teacher.Gram);
        (double Value, double[] Direction) best = (double.PositiveInfinity, teacher.WeakestDirection);
        for (int start = 0; start < d + starts; start++)
        {
            double[] v = Start(start, teacher, stream);
            // What a gradient of 10⁻⁸σ⁴ leaves of the value is of second order; much below lies the rounding of
            // teachers with spread spectra. To go down roughly from all starts and finely from the best misses the
            // minimum where G is nearly singular: along its valleys a value can be far off and the slope small.
            MinimizationResult result = QuasiNewton.Minimize(
                search.Evaluate,
                v,
                gradientTolerance: 1e-8 * teacher.LeastEigenvalue * teacher.LeastEigenvalue,
                maximumIterations: 200);
            if (result.Value < best.Value)
                best = (result.Value, result.Point);
        }

        return Enclose(risk, teacher, search, best.Value, best.Direction, λ);
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

    private static RankDeficientMinimum Enclose(
        QuadraticRisk risk, Teacher teacher, KernelDirectionDual search, double dual, double[] v, double λ)
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
