using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="WideStudentExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
public sealed record WideStudentCell(CoordinateLaw Law, int Dimension, int Samples, int StudentWidth);

/// <summary>A student at the end of its training from Gaussian weights. Risks are in units of σ_min(W*)⁴, distances in
/// units of σ_min(W*)².</summary>
/// <param name="TrainedRisk">L̂.</param>
/// <param name="Misfit">As in <see cref="NearbyInterpolant"/>.</param>
/// <param name="Shift">How far an exact interpolant of the same width was proved to exist; infinite where none
/// was.</param>
/// <param name="PopulationRoot">√L.</param>
/// <param name="PopulationRootError">By how much √L of the exact interpolant can differ, rounding included; infinite
/// with <paramref name="Shift"/>.</param>
/// <param name="Distance">‖WᵀW − S*‖_F.</param>
/// <param name="LeastBound">√(L̂/λ_min(Ĝ)), widened by the errors of both; infinite where Ĝ is singular.</param>
/// <param name="GreatestBound">√(L̂/λ_max(Ĝ)), the same way.</param>
/// <param name="DistanceError">Bound of the rounding error of <paramref name="Distance"/>.</param>
public sealed record WideStudentOutcome(
    double TrainedRisk,
    double Misfit,
    double Shift,
    double PopulationRoot,
    double PopulationRootError,
    double Distance,
    double LeastBound,
    double GreatestBound,
    double DistanceError);

/// <summary>Trains a student, however wide, and asks what it learned.</summary>
public sealed class WideStudentExperiment : Experiment<WideStudentCell, WideStudentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/wide-students";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override WideStudentOutcome Run(WideStudentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        var start = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(start.Values);

        // ‖W‖_F² of the teacher's size, whatever the width.
        Lanes.Scale(Math.Sqrt(2.0 * d / cell.StudentWidth), start.Values);
        var risk = QuadraticRisk.Empirical(X);
        var population = QuadraticRisk.Population(cell.Law, d);
        Matrix W = StudentDescent.Minimize(risk, teacher, start).Weights;

        Matrix M = Gram.Of(W);
        double σ2 = teacher.LeastEigenvalue;
        var nearby = NearbyInterpolant.Of(X, W, teacher.Gram);
        (double trained, double trainedError) = risk.At(
            SymmetricVectorization.Vectorize(QuadraticRisk.Difference(M, teacher.Gram)));
        (double value, double error) = population.Between(M, teacher.Gram);
        double[] λ = SymmetricEigen.Of(risk.Covariance).Values;

        // √L is a seminorm with √L ≤ √tr(G)·‖A‖_F; |√(v + e) − √v| ≤ √e.
        double rootError = Math.Sqrt(population.Trace) * nearby.GramShift + Math.Sqrt(error);
        double rounding =
            (W.Rows + 3) * UnitRoundoff * (Lanes.Dot(W.Values, W.Values) + Lanes.Norm(teacher.Gram.Values));
        double risked = Math.Sqrt(Math.Max(trained, 0) + trainedError) + Math.Sqrt(risk.Trace) * rounding;
        return new(
            trained / (σ2 * σ2),
            nearby.Misfit,
            nearby.Shift,
            Math.Sqrt(Math.Max(value, 0)) / σ2,
            rootError / σ2,
            nearby.Distance / σ2,
            Bound(risked, λ[0] - risk.EigenvalueError) / σ2,
            Bound(risked, λ[^1] - risk.EigenvalueError) / σ2,
            rounding / σ2);
    }

    private static double Bound(double rootRisk, double λ) => λ > 0 ? rootRisk / Math.Sqrt(λ) : double.PositiveInfinity;
}
