using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="SubBarrierExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N; 0 for the population risk.</param>
/// <param name="Shrinking">Whether the student is the teacher with its weakest direction weakened, the hardest case,
/// instead of a random neighbor.</param>
public sealed record SubBarrierCell(CoordinateLaw Law, int Dimension, int Samples, bool Shrinking);

/// <summary>One student near its teacher. Lengths in units of σ_min(W*).</summary>
/// <param name="Risk">L/σ⁴.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="LeastCovarianceEigenvalue">λ_min of the tensorized covariance, less its error.</param>
/// <param name="LargestCovarianceEigenvalue">λ_max of it.</param>
/// <param name="LeastEigenvalue">σ_min(W)²/σ².</param>
/// <param name="Distance">‖WᵀW − S*‖_F/σ².</param>
/// <param name="Rounding">Proven bound of the errors of the last two, and of √θ through that of σ².</param>
public sealed record SubBarrierOutcome(
    double Risk,
    double Error,
    double LeastCovarianceEigenvalue,
    double LargestCovarianceEigenvalue,
    double LeastEigenvalue,
    double Distance,
    double Rounding);

/// <summary>Students at all depths below and above the energy barrier.</summary>
public sealed class SubBarrierExperiment : Experiment<SubBarrierCell, SubBarrierOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/sub-barrier";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SubBarrierOutcome Run(SubBarrierCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        QuadraticRisk risk = Risk(cell, stream);
        double σ2 = teacher.LeastEigenvalue;
        Matrix student = cell.Shrinking ? Weakened(teacher, stream.NextUniform()) : Neighbor(teacher, stream);
        (double value, double error) = risk.Between(student, teacher.Gram);
        double[] covariance = risk.Spectrum.Values;
        var spectrum = SymmetricEigen.Of(student);
        double distance = Lanes.Norm(QuadraticRisk.Difference(student, teacher.Gram).Values) / σ2;

        // The matrix of the student is what it is. A norm of d² differences loses d² + 4 roundings; σ² moves all ratios
        // by its relative error.
        double unit = 2 * teacher.LeastEigenvalueError / σ2 + (d * d + 8) * UnitRoundoff;
        return new(
            value / (σ2 * σ2),
            error / (σ2 * σ2),
            covariance[0] - risk.EigenvalueError,
            covariance[^1],
            spectrum.Values[0] / σ2,
            distance,
            EigenvalueBound.Of(student, spectrum) / σ2 + unit * (2 + distance));
    }

    private static QuadraticRisk Risk(SubBarrierCell cell, RandomStream stream)
    {
        if (cell.Samples == 0)
            return QuadraticRisk.Population(cell.Law, cell.Dimension);
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        return QuadraticRisk.Empirical(X);
    }

    // S* − cσ²vvᵀ, c uniform on [0, 1): A in the direction in which the bound on the least singular value is tight.
    private static Matrix Weakened(Teacher teacher, double c)
    {
        Matrix M = teacher.Gram.Clone();
        double[] v = teacher.WeakestDirection;
        for (int i = 0; i < v.Length; i++)
            for (int j = 0; j < v.Length; j++)
                M[i, j] -= c * teacher.LeastEigenvalue * v[i] * v[j];
        return M;
    }

    // (W* + tH)ᵀ(W* + tH), H Gaussian, t spread over four decades so that students lie far below and far above the
    // barrier.
    private static Matrix Neighbor(Teacher teacher, RandomStream stream)
    {
        var W = new Matrix(teacher.Weights.Rows, teacher.Weights.Columns);
        stream.FillNormals(W.Values);
        double t = Numerics.Elementary.ElementaryFunctions.Exp(-9 * stream.NextUniform());
        Lanes.Scale(t, W.Values);
        Lanes.Axpy(1, teacher.Weights.Values, W.Values);
        return Gram.Of(W);
    }
}
