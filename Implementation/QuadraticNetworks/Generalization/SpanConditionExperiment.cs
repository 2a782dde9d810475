using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="SpanConditionExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ d of the trained student.</param>
/// <param name="Step">Share of the way to the boundary that the constructed interpolant walks.</param>
/// <param name="Rule">Which way it walks.</param>
public sealed record SpanConditionCell(
    CoordinateLaw Law, int Dimension, int Samples, int StudentWidth, double Step = 1,
    WalkRule Rule = WalkRule.EitherSign);

/// <summary>One data set with its interpolants. Distances are ‖WᵀW − S*‖_F in units of σ_min(W*)².</summary>
/// <param name="SpanDimension">Dimension of span{X_iX_iᵀ}, exact elimination modulo 2⁶¹ − 1.</param>
/// <param name="FullDimension">d(d+1)/2.</param>
/// <param name="DataRank">Dimension of span{X_i} up to rounding.</param>
/// <param name="TrainedRisk">Empirical risk of the trained student, in units of σ_min(W*)⁴.</param>
/// <param name="TrainedDistance">Distance of the trained student.</param>
/// <param name="TrainedBound">√(L̂/λ_min(Ĝ)), which bounds that distance where the span is everything; infinite where
/// it is not.</param>
/// <param name="TrainedDistanceError">Bound of the rounding error of that distance.</param>
/// <param name="Constructed">Whether the construction produced a student that is not the teacher.</param>
/// <param name="ConstructedMisfit">Its misfit as in <see cref="NearbyInterpolant"/>; infinite where there is
/// none.</param>
/// <param name="ConstructedMisfitError">Bound of the rounding error of that misfit; 0 where there is none.</param>
/// <param name="ConstructedShift">How far from it an exact interpolant of the same width was proved to exist, in the
/// units of the misfit; infinite where none was.</param>
/// <param name="ConstructedDistance">Its distance; 0 where there is none.</param>
/// <param name="ConstructedDistanceError">By how much the distance of the exact interpolant can differ, the error of
/// σ_min(W*)² included.</param>
public sealed record SpanConditionOutcome(
    int SpanDimension,
    int FullDimension,
    int DataRank,
    double TrainedRisk,
    double TrainedDistance,
    double TrainedBound,
    double TrainedDistanceError,
    bool Constructed,
    double ConstructedMisfit,
    double ConstructedMisfitError,
    double ConstructedShift,
    double ConstructedDistance,
    double ConstructedDistanceError);

/// <summary>Draws data and teacher, decides the span condition from the data alone, then looks for interpolants: one
/// trained, one constructed.</summary>
public sealed class SpanConditionExperiment : Experiment<SpanConditionCell, SpanConditionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/span-condition";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SpanConditionOutcome Run(
        SpanConditionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);

        // Before any label exists.
        int spanned = TensorSpan.Dimension(X);
        int full = SymmetricVectorization.Dimension(d);
        int dataRank = SingularValueDecomposition.Of(X).Rank();

        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        double σ2 = teacher.LeastEigenvalue;
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        var W = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(W.Values);
        StudentDescent trained = StudentDescent.Minimize(risk, teacher, W);
        Matrix A = QuadraticRisk.Difference(Gram.Of(trained.Weights), teacher.Gram);
        (double value, double error) = risk.At(SymmetricVectorization.Vectorize(A));
        double λ = SymmetricEigen.Of(risk.Covariance).Values[0] - risk.EigenvalueError;
        double bound = λ > 0 ? Math.Sqrt((Math.Max(value, 0) + error) / λ) : double.PositiveInfinity;
        BoundaryInterpolant? constructed = spanned < full ? Construct(cell, X, teacher) : null;
        NearbyInterpolant? nearby = constructed is null
            ? null
            : NearbyInterpolant.Of(X, constructed.Weights, teacher.Gram);
        return new(
            spanned,
            full,
            dataRank,
            value / (σ2 * σ2),
            Lanes.Norm(A.Values) / σ2,
            bound / σ2,
            (W.Rows + 3)
                * UnitRoundoff
                * (Lanes.Dot(trained.Weights.Values, trained.Weights.Values) + Lanes.Norm(teacher.Gram.Values))
                / σ2,
            constructed is not null,
            nearby?.Misfit ?? double.PositiveInfinity,
            nearby?.MisfitError ?? 0,
            nearby?.Shift ?? double.PositiveInfinity,
            (nearby?.Distance ?? 0) / σ2,
            nearby is null ? 0 : (nearby.DistanceError + nearby.Distance * teacher.LeastEigenvalueError / σ2) / σ2);
    }

    private static BoundaryInterpolant? Construct(SpanConditionCell cell, Matrix X, Teacher teacher)
    {
        bool forward = cell.Rule == WalkRule.PositiveSemidefiniteForward;
        Matrix direction =
            forward && X.Rows < X.Columns ? TensorSpan.UnseenProjector(X) : TensorSpan.UnseenDirection(X);
        return BoundaryInterpolant.Walk(X, teacher, direction, cell.Step, positiveOnly: forward);
    }
}
