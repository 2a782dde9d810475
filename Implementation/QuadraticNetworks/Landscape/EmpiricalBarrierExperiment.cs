using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
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
/// <param name="LowerBound">Certified lower bound of the least risk: λ_min(Ĝ) less its rounding error; down to 9
/// digits.</param>
/// <param name="Minimum">Risk of the best rank-deficient student found: an upper bound of the least risk, and its value
/// where the search is global; rounded to 9 digits.</param>
/// <param name="Error">Bound of the error of <paramref name="Minimum"/>, as it is stored.</param>
public sealed record EmpiricalBarrierOutcome(double Sigma, double LowerBound, double Minimum, double Error);

/// <summary>The least empirical risk of rank-deficient students, enclosed between the eigenvalue certificate and an
/// explicit student.</summary>
public sealed class EmpiricalBarrierExperiment : Experiment<EmpiricalBarrierCell, EmpiricalBarrierOutcome>
{
    private const int Digits = 9;

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
            return Stored(σ, 0, zero / σ4, error / σ4);
        }

        if (RankDeficientMinimum.Of(risk, teacher, stream) is { } minimum)
            return Stored(σ, minimum.LowerBound / σ4, minimum.Risk / σ4, minimum.Error / σ4);

        // The covariance is singular: a direction that the data do not see leads to a rank-deficient interpolant.
        BoundaryInterpolant? interpolant = BoundaryInterpolant.Walk(X, teacher, TensorSpan.UnseenDirection(X));
        if (interpolant is null)
            return Stored(σ, 0, double.NaN, double.NaN);
        (double value, double bound) = risk.Between(interpolant.Gram, teacher.Gram);
        return Stored(σ, 0, value / σ4, bound / σ4);
    }

    private static EmpiricalBarrierOutcome Stored(double σ, double lowerBound, double minimum, double error) => new(
        σ, OutwardDecimal.Below(lowerBound, Digits), ShortDecimal.Nearest(minimum, Digits),
        OutwardDecimal.Above(error + ShortDecimal.RelativeError(Digits) * Math.Abs(minimum), 2));
}
