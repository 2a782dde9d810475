using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>
/// An interpolating student of small width, by rank reduction: from the teacher's S* along directions that the data do
/// not see, from face to face of the cone of positive semidefinite matrices, until no such direction is left.
/// </summary>
/// <remarks>
/// With M = FFᵀ, F of shape d × r, a symmetric Δ ≠ 0 with ⟨FΔFᵀ, X_iX_iᵀ⟩ = 0 for all i exists as long as r(r+1)/2
/// exceeds the dimension of the span. Hence the end has r(r+1)/2 ≤ dim span{X_iX_iᵀ}: the bound of Barvinok, Discrete
/// Comput. Geom. 13 (1995), and Pataki, Math. Oper. Res. 23 (1998). The first step already lowers the rank, so that the
/// student is never the teacher.
/// </remarks>
/// <param name="Weights">W, r × d, of the student: as many rows as its rank. <see cref="NearbyInterpolant"/> proves
/// that it is rounding away from an exact interpolant.</param>
/// <param name="Steps">Faces walked through.</param>
public sealed record ExtremePointInterpolant(Matrix Weights, int Steps)
{
    /// <summary>r, the width that the student needs.</summary>
    public int Width => Weights.Rows;

    /// <summary>r0 = max{r : r(r+1)/2 ≤ dimension}, the width that always suffices when the dimension of the span is
    /// below d(d+1)/2.</summary>
    public static int GuaranteedWidth(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        int r = 0;
        while ((r + 1) * (r + 2) / 2 <= dimension)
            r++;
        return r;
    }

    /// <summary>Walks from the teacher to an extreme point of the set of interpolating Gram matrices.</summary>
    /// <param name="X">Data, N × d.</param>
    /// <param name="teacher">Teacher of rank d.</param>
    /// <param name="stream">Random numbers: each step takes a random one of the directions that the data do not see,
    /// which avoids extreme points of accidental rank on integer data.</param>
    public static ExtremePointInterpolant Of(Matrix X, Teacher teacher, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(stream);
        if (!CholeskyFactor.TryFactor(teacher.Gram, out CholeskyFactor? factor))
            throw new ArgumentException("The planted weights have to have rank d.", nameof(teacher));
        Matrix F = factor.L;
        int steps = 0;
        while (F.Columns > 0 && UnseenDirection(X, F, stream) is { } Δ)
        {
            F = ToBoundary(F, Δ);
            steps++;
        }

        return new(F.Transpose(), steps);
    }

    private static Matrix? UnseenDirection(Matrix X, Matrix F, RandomStream stream)
    {
        Matrix P = SymmetricVectorization.Design(MatrixProduct.Multiply(X, F));
        var square = new Matrix(Math.Max(P.Rows, P.Columns), P.Columns);
        P.Values.CopyTo(square.Values);
        SingularValueDecomposition decomposition = SingularValueDecomposition.Of(square);

        // A direction counts as unseen when its singular value is rounding: of the size of the customary tolerance
        // max(shape)·ε, times the growth of a few steps.
        Matrix unseen = decomposition.NullSpace(1e-12 * square.Rows * decomposition.Values[0]);
        if (unseen.Columns == 0)
            return null;
        var mixture = new double[unseen.Columns];
        stream.FillNormals(mixture);
        return SymmetricVectorization.Matricize(MatrixVector.Multiply(unseen, mixture), F.Columns);
    }

    private static Matrix ToBoundary(Matrix F, Matrix Δ)
    {
        SymmetricEigen spectrum = SymmetricEigen.Of(Δ);
        bool forward = -spectrum.Values[0] >= spectrum.Values[^1];
        double t = forward ? -1 / spectrum.Values[0] : -1 / spectrum.Values[^1];
        Matrix basis = MatrixProduct.Multiply(F, spectrum.Vectors);
        int[] kept = [.. Enumerable.Range(0, F.Columns).Where(k => 1 + t * spectrum.Values[k] > 1e-10)];
        var next = new Matrix(F.Rows, kept.Length);
        for (int column = 0; column < kept.Length; column++)
        {
            double root = Math.Sqrt(1 + t * spectrum.Values[kept[column]]);
            for (int i = 0; i < F.Rows; i++)
                next[i, column] = root * basis[i, kept[column]];
        }

        return next;
    }
}
