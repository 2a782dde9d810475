using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Cell of <see cref="SphereNewtonExperiment"/>.</summary>
/// <param name="Equations">Quadrics, n ≥ 1.</param>
/// <param name="Dimension">Variables, d &gt; n.</param>
/// <param name="Distance">How far from a zero to start, before the point is put back on the sphere.</param>
/// <param name="Steps">Steps from there, 1 to 10.</param>
public sealed record SphereNewtonCell(int Equations, int Dimension, double Distance, int Steps);

/// <summary>Newton's method from a start.</summary>
/// <param name="FirstNorm">‖F(x⁰)‖.</param>
/// <param name="Ratios">‖F(x^k)‖/‖F(x⁰)‖, k = 0, 1, …, as long as steps were possible.</param>
/// <param name="Contraction">h = L‖F(x⁰)‖/(2σ²), an upper bound: L bounds the second derivative, σ the least singular
/// values of the tangential derivatives at x⁰, …, x^(K−1) from below.</param>
/// <param name="Residual">Σ_k ‖F(x^k) + DF(x^k)δ^k‖/‖F(x⁰)‖, by which steps are not those of Newton's method.</param>
/// <param name="SecondDerivative">L.</param>
public sealed record SphereNewtonOutcome(double FirstNorm, double[] Ratios, double Contraction, double Residual,
    double SecondDerivative);

/// <summary>Newton's method on the sphere for random quadrics, near one of their zeros or far from it.</summary>
/// <remarks>
/// A quadric has F(x + δ) = F(x) + DF(x)δ + ½D²F[δ, δ], and x ⊥ δ makes ‖x + δ‖ ≥ 1: ‖F(x⁺)‖ ≤ ½L‖δ‖² ≤
/// L‖F(x)‖²/(2σ²), hence ‖F(x^k)‖ ≤ ‖F(x⁰)‖h^(2^k − 1). L is the Frobenius norm of all second derivatives together.
/// </remarks>
public sealed class SphereNewtonExperiment : Experiment<SphereNewtonCell, SphereNewtonOutcome>
{
    private const int MostStepsToAZero = 100;

    /// <inheritdoc/>
    public override string Id => "random-systems/sphere-newton";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SphereNewtonOutcome Run(
        SphereNewtonCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Equations < 1 || cell.Dimension <= cell.Equations || cell.Dimension > 200)
            throw new ArgumentException(
                "There have to be fewer quadrics than variables, and at most 200 of these.", nameof(cell));
        if (!(cell.Distance is >= 0 and <= 100) || cell.Steps is < 1 or > 10)
            throw new ArgumentException("The distance lies in [0, 100], steps are from 1 to 10.", nameof(cell));
        int d = cell.Dimension;
        HomogeneousForm[] forms =
        [
            .. Enumerable.Range(0, cell.Equations).Select(_ => HomogeneousForm.Kostlan(2, d, stream)),
        ];
        var method = new SphereNewton(forms);
        double[] x = new double[d], away = new double[d];
        UniformSphere.Fill(stream, x);
        UniformSphere.Fill(stream, away);
        for (int step = 0; step < MostStepsToAZero && method.Evaluate(x) > 1e-12; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!method.TryStep(x, out _))
                break;
        }

        Lanes.Axpy(cell.Distance, away, x);
        Lanes.Scale(1 / Lanes.Norm(x), x);
        return Follow(method, x, SecondDerivativeBound(forms), cell.Steps);
    }

    private static SphereNewtonOutcome Follow(SphereNewton method, double[] x, double second, int steps)
    {
        double first = method.Evaluate(x), least = double.PositiveInfinity, residuals = 0;
        List<double> ratios = [1];
        for (int k = 0; k < steps && first > 0; k++)
        {
            least = Math.Min(least, method.LeastSingularValue(second));
            if (!method.TryStep(x, out double residual))
                break;
            residuals += residual / first;
            ratios.Add(method.Evaluate(x) / first);
        }

        return new(first, [.. ratios], second * first / (2 * least * least) * (1 + 1e-12), residuals, second);
    }

    // ‖D²F[u, u]‖ ≤ (Σ_i ‖D²F_i‖_F²)^½ for unit u; the coefficient of x_jx_k stands twice for j ≠ k, that of x_j² twice
    // as large.
    private static double SecondDerivativeBound(HomogeneousForm[] forms)
    {
        double square = 0;
        foreach (HomogeneousForm form in forms)
        {
            int m = 0;
            for (int j = 0; j < form.Variables; j++)
            {
                for (int k = j; k < form.Variables; k++, m++)
                    square += (j == k ? 4 : 2) * form.Coefficients[m] * form.Coefficients[m];
            }
        }

        return Math.Sqrt(square) * (1 + 1e-12);
    }
}
