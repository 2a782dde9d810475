using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="DeficientTeacherExperiment"/>; N = d(d+1)/2 − 1.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="TeacherRank">Rank of W*, 0 to d.</param>
public sealed record DeficientTeacherCell(CoordinateLaw Law, int Dimension, int TeacherRank);

/// <summary>One data set that misses exactly one direction A, ‖A‖_F = 1, with a teacher of given rank.</summary>
/// <param name="SpanDimension">Dimension of span{X_iX_iᵀ}, exact; below d(d+1)/2 − 1 there is more than one unseen
/// direction and the other numbers are NaN.</param>
/// <param name="TeacherFloor">Least nonzero eigenvalue of S*, which is scaled to norm at most 1; 1 for W* = 0.</param>
/// <param name="KernelLeast">Least eigenvalue of VᵀAV, V an orthonormal basis of the kernel of W*; +∞ where the kernel
/// is trivial.</param>
/// <param name="KernelGreatest">Greatest eigenvalue of VᵀAV; −∞ where the kernel is trivial.</param>
/// <param name="RangeLeast">Least eigenvalue of the compression of A to the range of W*ᵀ; +∞ for W* = 0.</param>
/// <param name="RangeGreatest">Greatest eigenvalue of that compression; −∞ for W* = 0.</param>
/// <param name="Least">λ_min(A).</param>
/// <param name="Greatest">λ_max(A).</param>
/// <param name="EigenvalueError">Bound of the error of all these eigenvalues, that of A and V included.</param>
/// <param name="Inside">max over t = ±2^(−k) of λ_min(S* + tA)/|t|, positive exactly if some of these is positive
/// definite, and then an interpolant of width d that is not the teacher.</param>
/// <param name="InsideError">Bound of its error.</param>
public sealed record DeficientTeacherOutcome(
    int SpanDimension,
    double TeacherFloor,
    double KernelLeast,
    double KernelGreatest,
    double RangeLeast,
    double RangeGreatest,
    double Least,
    double Greatest,
    double EigenvalueError,
    double Inside,
    double InsideError);

/// <summary>Whether a teacher of deficient rank is the only interpolant one sample before the X_iX_iᵀ span
/// everything.</summary>
public sealed class DeficientTeacherExperiment : Experiment<DeficientTeacherCell, DeficientTeacherOutcome>
{
    private const int Halvings = 24;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/deficient-teacher";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override DeficientTeacherOutcome Run(
        DeficientTeacherCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension, rank = cell.TeacherRank;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, d, nameof(cell));
        int full = SymmetricVectorization.Dimension(d);
        var X = new Matrix(full - 1, d);
        cell.Law.Fill(stream, X.Values);
        var weights = new Matrix(rank, d);
        stream.FillNormals(weights.Values);
        int spanned = TensorSpan.Dimension(X);
        if (spanned < full - 1)
            return new(
                spanned, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN,
                double.NaN, double.NaN);

        Lanes.Scale(1 / Math.Max(1, Lanes.Norm(weights.Values)), weights.Values);
        Matrix S = Gram.Of(weights);
        (Matrix A, double directionError) = Unseen(X);
        SymmetricEigen spectrum = SymmetricEigen.Of(S);
        double seen = rank == 0 ? 1 : spectrum.Values[d - rank];

        // The kernel of W* is known to the error of S*, d·u, over its least nonzero eigenvalue; twice that in a
        // quadratic form of A with ‖A‖ = 1.
        double error = directionError + 40 * d * UnitRoundoff / Math.Max(seen, 1e-300);
        (double kernelLeast, double kernelGreatest) = Compression(A, spectrum.Vectors, 0, d - rank);
        (double rangeLeast, double rangeGreatest) = Compression(A, spectrum.Vectors, d - rank, d);
        (double least, double greatest) = Compression(A, Matrix.Identity(d), 0, d);
        (double inside, double insideError) = Inside(S, A, directionError);
        return new(
            spanned, seen, kernelLeast, kernelGreatest, rangeLeast, rangeGreatest, least, greatest, error, inside,
            insideError);
    }

    // The unseen direction differs from a computed one by at most ‖P·svec(A)‖ over the least nonzero singular value of
    // the design P.
    private static (Matrix Direction, double Error) Unseen(Matrix X)
    {
        Matrix P = SymmetricVectorization.Design(X);
        Matrix A = TensorSpan.UnseenDirection(X);
        double[] singular = SingularValueDecomposition.SingularValues(P);
        double u = UnitRoundoff;
        double misfit =
            Lanes.Norm(MatrixVector.Multiply(P, SymmetricVectorization.Vectorize(A)))
            + (P.Columns + 4) * u * Lanes.Norm(P.Values);
        double least = singular[^1] - 10 * P.Columns * u * singular[0];
        return (A, least > 0 ? misfit / least : double.PositiveInfinity);
    }

    private static (double Least, double Greatest) Compression(Matrix A, Matrix basis, int from, int to)
    {
        if (from == to)
            return (double.PositiveInfinity, double.NegativeInfinity);
        var V = new Matrix(A.Rows, to - from);
        for (int i = 0; i < A.Rows; i++)
            for (int k = from; k < to; k++)
                V[i, k - from] = basis[i, k];
        Matrix B = MatrixProduct.TransposeMultiply(V, MatrixProduct.Multiply(A, V));
        for (int i = 0; i < B.Rows; i++)
            for (int j = 0; j < i; j++)
                B[i, j] = B[j, i] = (B[i, j] + B[j, i]) / 2;
        double[] eigenvalues = SymmetricEigen.Of(B).Values;
        return (eigenvalues[0], eigenvalues[^1]);
    }

    private static (double Value, double Error) Inside(Matrix S, Matrix A, double directionError)
    {
        (double Value, double Error) best = (double.NegativeInfinity, 0);
        for (int k = 0; k <= Halvings; k++)
        {
            double t = Math.ScaleB(1, -k);
            foreach (double sign in (double[])[1, -1])
            {
                var M = new Matrix(S.Rows, S.Columns);
                for (int i = 0; i < M.Values.Length; i++)
                    M.Values[i] = S.Values[i] + sign * t * A.Values[i];
                double value = SymmetricEigen.Of(M).Values[0] / t;

                // Rounding of S*, of the sum and of the eigenvalue, each a multiple of d·u times norms of at most 1 +
                // t.
                double error = directionError + 20 * S.Rows * UnitRoundoff * (1 + t) / t;
                if (value - error > best.Value - best.Error)
                    best = (value, error);
            }
        }

        return best;
    }
}
