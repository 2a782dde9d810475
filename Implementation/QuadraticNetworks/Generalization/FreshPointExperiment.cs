using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="FreshPointExperiment"/>.</summary>
/// <param name="Law">Law of the data.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Dependence">How the coordinates depend on one another.</param>
public sealed record FreshPointCell(
    CoordinateLaw Law,
    int Dimension,
    int Samples,
    int StudentWidth,
    CoordinateDependence Dependence = CoordinateDependence.Independent);

/// <summary>How the error of a student at fresh points follows from its errors on the sample.</summary>
/// <param name="Defect">Largest |f(W;x) − f(W*;x) − Σ_i c_i(x)(f(W;X_i) − f(W*;X_i))|/(‖x‖²‖WᵀW − S*‖_F) over fresh
/// Gaussian x, where Σ_i c_i(x)X_iX_iᵀ is the least-squares approximation of xxᵀ.</param>
/// <param name="Tolerance">Bound of its rounding error where xxᵀ lies in the span of the X_iX_iᵀ.</param>
/// <param name="Amplification">Largest Σ_i|c_i(x)|‖X_i‖²/‖x‖²: by how much errors on the sample can grow at fresh
/// points.</param>
/// <param name="EarlyDimension">Dimension of the span of the X_iX_iᵀ of the first d(d+1)/2 − 1 samples, or of all if
/// there are fewer. Exact.</param>
/// <param name="SeenDimension">The same with one more draw of the law. Exact.</param>
public sealed record FreshPointOutcome(
    double Defect, double Tolerance, double Amplification, int EarlyDimension, int SeenDimension);

/// <summary>Predicts a random student's errors at fresh points from its errors on the sample: 2d points and one student
/// a trial.</summary>
/// <remarks>
/// f(W;x) − f(W*;x) = ⟨A, xxᵀ⟩ is linear in xxᵀ. So if xxᵀ = Σ c_i X_iX_iᵀ, errors on the sample decide the error at x
/// for every student of every width, interpolating or not; an interpolant has none at all. If xxᵀ lies outside of the
/// span, they do not.
/// </remarks>
public sealed class FreshPointExperiment : Experiment<FreshPointCell, FreshPointOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/fresh-points";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override FreshPointOutcome Run(FreshPointCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Matrix X = Draw(cell, cell.Samples, stream);
        Matrix teacher = Teacher.Gaussian(stream, 2 * d, d).Weights;
        var student = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(student.Values);
        var fresh = new Matrix(2 * d, d);
        stream.FillNormals(fresh.Values);

        double distance = Lanes.Norm(QuadraticRisk.Difference(Gram.Of(student), Gram.Of(teacher)).Values);
        double weights = Lanes.Dot(student.Values, student.Values) + Lanes.Dot(teacher.Values, teacher.Values);
        double[] errors =
        [
            .. Enumerable.Range(0, X.Rows).Select(i => Output(student, X.Row(i)) - Output(teacher, X.Row(i))),
        ];

        // Pᵀc = svec(xxᵀ) through P = U diag(s) Vᵀ; rows divided by ‖X_i‖² keep the condition number that of the
        // directions.
        Matrix P = SymmetricVectorization.Design(X);
        var squares = new double[X.Rows];
        for (int i = 0; i < X.Rows; i++)
        {
            squares[i] = Lanes.Dot(X.Row(i), X.Row(i));
            Lanes.Scale(1 / squares[i], P.Row(i));
        }

        SingularValueDecomposition factors = SingularValueDecomposition.Of(P);
        int rank = factors.Rank();
        double condition = factors.Values[0] / factors.Values[rank - 1];
        double defect = 0, amplification = 0;
        for (int k = 0; k < fresh.Rows; k++)
        {
            ReadOnlySpan<double> x = fresh.Row(k);
            double[] c = Coefficients(factors, rank, x);
            double square = Lanes.Dot(x, x), predicted = 0, sum = 0;
            for (int i = 0; i < X.Rows; i++)
            {
                predicted += c[i] * errors[i] / squares[i];
                sum += Math.Abs(c[i]) / square;
            }

            double difference = Output(student, x) - Output(teacher, x);
            defect = Math.Max(defect, Math.Abs(difference - predicted) / (square * distance));
            amplification = Math.Max(amplification, sum);
        }

        int early = Math.Min(X.Rows, P.Columns - 1);
        var seen = new Matrix(early + 1, d);
        X.Values[..(early * d)].CopyTo(seen.Values);
        int unseen = TensorSpan.Dimension(seen);
        Draw(cell, 1, stream).Values.CopyTo(seen.Row(early));

        // The solution of a backward stable solver leaves a residual of 10·(N + D)·u·κ(P) at most, in units of ‖xxᵀ‖;
        // outputs are off by (d + m)·u·(‖W‖² + ‖W*‖²) each, times the sum of |c_i|.
        double u = UnitRoundoff;
        double outputs =
            (2 * d + Math.Max(student.Rows, teacher.Rows) + X.Rows + 8) * u * weights * (1 + amplification) / distance;
        return new(
            defect, 10 * (P.Rows + P.Columns) * u * condition + outputs, amplification, unseen,
            TensorSpan.Dimension(seen));
    }

    private static Matrix Draw(FreshPointCell cell, int count, RandomStream stream)
    {
        var X = new Matrix(count, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        for (int i = 0; i < count && cell.Dependence != CoordinateDependence.Independent; i++)
        {
            Span<double> x = X.Row(i);
            if (cell.Dependence == CoordinateDependence.SharedRadius)
                Lanes.Scale(1 / (1 - stream.NextUniform()), x);
            for (int j = 1; j < x.Length && cell.Dependence == CoordinateDependence.Correlated; j++)
                x[j] = 0.5 * x[j - 1] + Math.Sqrt(0.75) * x[j];
        }

        return X;
    }

    private static double Output(Matrix W, ReadOnlySpan<double> x)
    {
        double[] z = MatrixVector.Multiply(W, x);
        return Lanes.Dot(z, z);
    }

    // c = U diag(1/s) Vᵀ svec(xxᵀ) over the singular values above rounding.
    private static double[] Coefficients(SingularValueDecomposition factors, int rank, ReadOnlySpan<double> x)
    {
        var target = new double[factors.TransposedV.Columns];
        SymmetricVectorization.OfOuterSquare(x, target);
        var c = new double[factors.U.Rows];
        for (int k = 0; k < rank; k++)
            Lanes.Axpy(Lanes.Dot(factors.TransposedV.Row(k), target) / factors.Values[k], factors.U.Column(k), c);
        return c;
    }
}
