using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="EmpiricalBarrierExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="Teacher">How the planted weights are drawn.</param>
/// <param name="Scale">Factor of the planted weights, positive.</param>
/// <param name="Deficit">Students have rank at most d − Deficit; 0 or 1.</param>
public sealed record EmpiricalBarrierCell(
    CoordinateLaw Law, int Dimension, int Samples, TeacherKind Teacher, double Scale, int Deficit = 1);

/// <summary>What one draw of data and teacher yields. Risks are in units of σ_min(W*)⁴.</summary>
/// <param name="Sigma">σ_min(W*).</param>
/// <param name="LowerBound">Certified lower bound of the least risk: λ_min(Ĝ) less its rounding error.</param>
/// <param name="Minimum">Risk of the best rank-deficient student found: an upper bound of the least risk, and its value
/// where the search is global.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="Minimum"/>.</param>
/// <param name="LeastEigenvalue">λ_min(M)/λ_max(M) of the dual solution; 0 up to rounding where its student
/// exists.</param>
public sealed record EmpiricalBarrierOutcome(
    double Sigma, double LowerBound, double Minimum, double Error, double LeastEigenvalue);

/// <summary>The least empirical risk of rank-deficient students, enclosed between the eigenvalue certificate and an
/// explicit student.</summary>
public sealed class EmpiricalBarrierExperiment : Experiment<EmpiricalBarrierCell, EmpiricalBarrierOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/empirical-barrier";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override EmpiricalBarrierOutcome Run(
        EmpiricalBarrierCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        Teacher teacher = Teacher.Of(cell.Teacher, cell.Law, cell.Dimension, cell.Scale, stream);
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        double σ2 = teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        double σ = Math.Sqrt(σ2);
        if (cell.Deficit == 0)
        {
            (double zero, double error) = risk.Between(teacher.Gram, teacher.Gram);
            return new(σ, 0, zero / σ4, error / σ4, 0);
        }

        if (RankDeficientMinimum.Of(risk, teacher, stream) is { } minimum)
            return new(σ, minimum.LowerBound / σ4, minimum.Risk / σ4, minimum.Error / σ4, minimum.LeastEigenvalue);

        // The covariance is singular: a direction that the data do not see leads to a rank-deficient interpolant.
        BoundaryInterpolant? interpolant = BoundaryInterpolant.Walk(X, teacher, TensorSpan.UnseenDirection(X));
        if (interpolant is null)
            return new(σ, 0, double.NaN, double.NaN, 0);
        (double value, double bound) = risk.Between(interpolant.Gram, teacher.Gram);
        return new(σ, 0, value / σ4, bound / σ4, interpolant.RelativeLeastEigenvalue);
    }
}
