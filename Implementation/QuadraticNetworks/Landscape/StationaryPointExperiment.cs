using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="StationaryPointExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="TeacherWidth">m ≥ d.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Samples">N; 0 for the population risk.</param>
/// <param name="Start">Where the descent starts.</param>
public sealed record StationaryPointCell(
    CoordinateLaw Law, int Dimension, int TeacherWidth, int StudentWidth, int Samples, StudentStart Start);

/// <summary>Two points of one landscape: a random one, and the stationary point reached from it. Risks are in units of
/// σ_min(W*)⁴.</summary>
/// <param name="SharpnessRatio">4σ_d(W) L̂ / (‖A‖_F ‖∇L̂‖_F) at the random point; at most 1 where W has rank d.</param>
/// <param name="StartError">Relative bound of the rounding error of L̂, and an eighth of that of the ratio, at the
/// random point.</param>
/// <param name="IdentityError">|L̂ − mean of squared residuals| / L̂ at the random point: the risk as ⟨A, R̂⟩ against
/// the sum over samples, or over the moments for the population.</param>
/// <param name="Risk">L̂ at the stationary point.</param>
/// <param name="RiskError">Bound of its rounding error, that of WᵀW − S* included.</param>
/// <param name="Gradient">‖∇L̂‖_F at the stationary point, in units of σ_min(W*)³.</param>
/// <param name="GradientError">Bound of its rounding error.</param>
/// <param name="Distance">‖WᵀW − S*‖_F there, in units of σ_min(W*)².</param>
/// <param name="DthSingularValue">σ_d(W)/σ_min(W*) there; 0 where m̂ &lt; d.</param>
/// <param name="LastSingularValue">σ_min(m̂,d)(W)/σ_min(W*).</param>
/// <param name="LeastNonzeroSingularValue">The least singular value above 10⁻⁴ of the greatest, over σ_min(W*).</param>
/// <param name="LargestSingularValue">σ_1(W)/σ_min(W*).</param>
/// <param name="LeastCovarianceEigenvalue">Least eigenvalue of the covariance other than zero, less its error, at least
/// 0.</param>
/// <param name="LeftMisalignment">min_Q ‖W − QW*‖_F/‖W*‖_F; NaN where the widths differ.</param>
/// <param name="RightMisalignment">min_Q ‖W − W*Q‖_F/‖W*‖_F; NaN where the widths differ.</param>
/// <param name="LeftFloor">‖WᵀW − S*‖_F/((‖W‖_F + ‖W*‖_F)σ_min(W*)), below min_Q ‖W − QW*‖_F/σ_min(W*).</param>
/// <param name="RightFloor">‖WWᵀ − W*W*ᵀ‖_F likewise, below min_Q ‖W − W*Q‖_F/σ_min(W*); NaN where the widths
/// differ.</param>
/// <param name="AlignmentError">Bound of the rounding errors of the misalignments and floors, in units of
/// σ_min(W*).</param>
/// <param name="PlantedNorm">‖W*‖_F/σ_min(W*).</param>
public sealed record StationaryPointOutcome(
    double SharpnessRatio,
    double StartError,
    double IdentityError,
    double Risk,
    double RiskError,
    double Gradient,
    double GradientError,
    double Distance,
    double DthSingularValue,
    double LastSingularValue,
    double LeastNonzeroSingularValue,
    double LargestSingularValue,
    double LeastCovarianceEigenvalue,
    double LeftMisalignment,
    double RightMisalignment,
    double LeftFloor,
    double RightFloor,
    double AlignmentError,
    double PlantedNorm);

/// <summary>Draws data, teacher and student, evaluates the student where it starts, and follows it to a stationary
/// point.</summary>
public sealed class StationaryPointExperiment : Experiment<StationaryPointCell, StationaryPointOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/stationary-points";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override StationaryPointOutcome Run(
        StationaryPointCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Teacher teacher = Teacher.Gaussian(stream, cell.TeacherWidth, d);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = cell.Samples == 0 ? QuadraticRisk.Population(cell.Law, d) : QuadraticRisk.Empirical(X);
        var W = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(W.Values);
        if (cell.Start == StudentStart.DeficientRows)
        {
            for (int j = d - 1; j < W.Rows; j++)
                W.Row(j).Clear();
        }

        (double ratio, double relativeError, double identity) = AtStart(risk, cell.Law, teacher, X, W);
        StudentDescent end = StudentDescent.Minimize(risk, teacher, W);
        return AtStationaryPoint(risk, Rank(cell, X), teacher, end) with
        {
            SharpnessRatio = ratio,
            StartError = relativeError,
            IdentityError = identity,
        };
    }

    private static (double Ratio, double RelativeError, double Identity) AtStart(
        QuadraticRisk risk, CoordinateLaw law, Teacher teacher, Matrix X, Matrix W)
    {
        (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, W.Values.ToArray(), W.Rows);
        Matrix A = QuadraticRisk.Difference(Gram.Of(W), teacher.Gram);
        double mean = X.Rows == 0 ? OverMoments(law, A) : OverSamples(X, A);
        double denominator = Lanes.Norm(A.Values) * Lanes.Norm(gradient);
        double least = SingularValue(W, W.Columns);
        double ratio = denominator > 0 ? 4 * least * value / denominator : 0;
        double error = risk.At(SymmetricVectorization.Vectorize(A)).Error;

        // ‖R̂‖ ≥ L̂/‖A‖ and ‖∇L̂‖ ≥ 4σ_d‖R̂‖, while R̂ is off by n·u·tr Ĝ·‖A‖: relative to the gradient n·u·(tr
        // Ĝ·‖A‖²/L̂)·‖W‖/σ_d.
        double norm = Lanes.Norm(A.Values);
        double condition = least > 0 ? Lanes.Norm(W.Values) / least : 1;
        double slope =
            error > 0 ? Gamma(X.Rows + 4 * risk.Covariance.Rows + 8) * risk.Trace * norm * norm * condition : 0;
        return (ratio, (error + slope) / value, mean > 0 ? Math.Abs(value - mean) / mean : Math.Abs(value));
    }

    private static double OverSamples(Matrix X, Matrix A)
    {
        double mean = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double residual = Lanes.Dot(X.Row(i), MatrixVector.Multiply(A, X.Row(i)));
            mean += residual * residual / X.Rows;
        }

        return mean;
    }

    // Σ A_ij A_kl E x_i x_j x_k x_l: an index four times gives μ4, two indices twice give μ2², in three ways.
    private static double OverMoments(CoordinateLaw law, Matrix A)
    {
        double square = law.SecondMoment * law.SecondMoment;
        double mean = 0;
        for (int i = 0; i < A.Rows; i++)
        {
            mean += law.FourthMoment * A[i, i] * A[i, i];
            for (int j = 0; j < A.Rows; j++)
            {
                if (j != i)
                    mean += square * (A[i, i] * A[j, j] + 2 * A[i, j] * A[i, j]);
            }
        }

        return mean;
    }

    // The rank of the covariance, exactly: that of the samples modulo a prime, or of the expected one, which without
    // Var(x²) misses the traceless diagonal matrices.
    private static int Rank(StationaryPointCell cell, Matrix X)
    {
        int unseen = cell.Law.VarianceOfSquare <= 0 ? cell.Dimension - 1 : 0;
        return cell.Samples == 0 ? SymmetricVectorization.Dimension(cell.Dimension) - unseen : TensorSpan.Dimension(X);
    }

    private static StationaryPointOutcome AtStationaryPoint(
        QuadraticRisk risk, int rank, Teacher teacher, StudentDescent end)
    {
        int d = risk.Dimension;
        double σ2 = teacher.LeastEigenvalue;
        double σ = Math.Sqrt(σ2);
        Matrix A = QuadraticRisk.Difference(Gram.Of(end.Weights), teacher.Gram);
        (double value, double error) = risk.At(SymmetricVectorization.Vectorize(A));
        double[] singular = SingularValueDecomposition.SingularValues(end.Weights);
        double[] covariance = risk.Spectrum.Values;
        double seen = rank > 0 ? Math.Max(0, covariance[covariance.Length - rank] - risk.EigenvalueError) : 0;

        // Entries of WᵀW and S* are sums of at most m products: A is off by at most δ = 2·m·u·(‖W‖_F² + ‖W*‖_F²), and
        // the risk by 2√(L̂·tr Ĝ)·δ + tr Ĝ·δ².
        double weights =
            Lanes.Dot(end.Weights.Values, end.Weights.Values)
            + Lanes.Dot(teacher.Weights.Values, teacher.Weights.Values);
        double δ = 2.0 * Math.Max(end.Weights.Rows, teacher.Weights.Rows) * UnitRoundoff * weights;
        error += 2 * Math.Sqrt(Math.Max(value, 0) * risk.Trace) * δ + risk.Trace * δ * δ;
        double W2 = Lanes.Norm(end.Weights.Values);
        double planted = Lanes.Norm(teacher.Weights.Values);

        // R̂ is off by tr Ĝ·(δ + n·u·‖A‖), the gradient by 4‖W‖ times that.
        double distance = Lanes.Norm(A.Values);
        double slope = 4 * W2 * risk.Trace * (δ + Gamma(risk.Samples + 4 * risk.Covariance.Rows + 8 + d) * distance);
        bool sameWidth = end.Weights.Rows == teacher.Weights.Rows;

        // The factors of a singular value decomposition are orthogonal to within 10n²√n·u (Higham, Lemma 19.3), and the
        // products lose n·u each.
        double n = Math.Max(end.Weights.Rows, d);
        double alignment = (10 * n * n * Math.Sqrt(n) + 4 * n + 8) * UnitRoundoff * (W2 + planted) + δ / (W2 + planted);
        return new(
            0,
            0,
            0,
            value / (σ2 * σ2),
            error / (σ2 * σ2),
            end.Gradient / (σ2 * σ),
            slope / (σ2 * σ),
            distance / σ2,
            (d <= singular.Length ? singular[d - 1] : 0) / σ,
            singular[^1] / σ,
            singular.Last(s => s >= 1e-4 * singular[0]) / σ,
            singular[0] / σ,
            seen,
            sameWidth ? OrthogonalAlignment.FromLeft(end.Weights, teacher.Weights) : double.NaN,
            sameWidth ? OrthogonalAlignment.FromRight(end.Weights, teacher.Weights) : double.NaN,
            distance / ((W2 + planted) * σ),
            sameWidth ? OuterDistance(end.Weights, teacher.Weights) / ((W2 + planted) * σ) : double.NaN,
            alignment / σ,
            planted / σ);
    }

    // ‖WWᵀ − W*W*ᵀ‖_F.
    private static double OuterDistance(Matrix W, Matrix planted) =>
        Lanes.Norm(
            QuadraticRisk
                .Difference(MatrixProduct.MultiplyTranspose(W, W), MatrixProduct.MultiplyTranspose(planted, planted))
                .Values);

    private static double SingularValue(Matrix W, int index)
    {
        double[] singular = SingularValueDecomposition.SingularValues(W);
        return index <= singular.Length ? singular[index - 1] : 0;
    }
}
