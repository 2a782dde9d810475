using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class FactorizationTests
{
    private const double Epsilon = 2.220446049250313e-16; // 2⁻⁵²

    // Higham, "Accuracy and stability of numerical algorithms", 2nd edition, theorem 19.4 and section 19.3: n
    // Householder reflections of vectors of length m leave a relative error of at most c·m·n·2⁻⁵³ in the Frobenius norm
    // with a small c. Iterations of QL and QR apply of the order of 2 rotations per pair of columns, which the same
    // bound covers with c = 10.
    private static double Bound(int m, int n, double norm) => 10 * Math.Max(1, m) * Math.Max(1, n) * Epsilon * norm;

    public static TheoryData<int> Orders => [1, 2, 3, 5, 10, 33, 64];

    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 1, 1 },
            { 5, 3 },
            { 3, 5 },
            { 10, 10 },
            { 40, 17 },
            { 17, 40 },
            { 1, 9 },
            { 9, 1 },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public void EigenpairsReconstructTheMatrix(int n)
    {
        Matrix A = Symmetric(n, 1);
        SymmetricEigen eigen = SymmetricEigen.Of(A);
        Matrix VΛ = MatrixProduct.Multiply(eigen.Vectors, Matrix.Diagonal(eigen.Values));
        Assert.InRange(
            Distance(A, MatrixProduct.MultiplyTranspose(VΛ, eigen.Vectors)), 0, Bound(n, n, FrobeniusNorm(A)));
        Assert.InRange(Distance(Matrix.Identity(n), Gram.Of(eigen.Vectors)), 0, Bound(n, n, 1));
        Assert.Equal(eigen.Values.Order(), eigen.Values);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void SecondDifferencesHaveTheirKnownSpectrum(int n)
    {
        double[] values = SymmetricEigen.Of(SecondDifference(n)).Values;
        for (int k = 1; k <= n; k++)
            Assert.InRange(
                values[k - 1], SecondDifferenceEigenvalue(n, k) - Bound(n, 1, 4),
                SecondDifferenceEigenvalue(n, k) + Bound(n, 1, 4));
    }

    [Fact]
    public void EigenvectorsPointUp()
    {
        Matrix V = SymmetricEigen.Of(Symmetric(20, 3)).Vectors;
        for (int j = 0; j < 20; j++)
            Assert.True(V.Column(j).MaxBy(Math.Abs) > 0);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void EigenvaluesScaleExactlyWithPowersOfTwo(int exponent)
    {
        Matrix A = Symmetric(9, 4), scaled = A.Clone();
        foreach (ref double value in scaled.Values)
            value = Math.ScaleB(value, exponent);
        AssertSameBits(
            [.. SymmetricEigen.Of(A).Values.Select(v => Math.ScaleB(v, exponent))],
            SymmetricEigen.Of(scaled).Values);
    }

    [Theory]
    [InlineData(0, 1e-10, 1e300, 0, 1e300)]
    [InlineData(0, 5e-309, 1, 0, 1)]
    [InlineData(0, 5e-324, 0, -5e-324, 5e-324)]
    [InlineData(1e-320, 0, 1, 0, 1)]
    [InlineData(1e308, 1e308, 1e308, 0, double.PositiveInfinity)]
    public void EigenvaluesReachTheEndsOfTheRange(
        double first, double beside, double last, double least, double largest)
    {
        double[] values = SymmetricEigen
            .Of(
                new Matrix(
                    new[,]
                    {
                        { first, beside },
                        { beside, last },
                    }))
            .Values;
        Assert.InRange(
            values[0], least - Epsilon * Math.Min(largest, 1e308), least + Epsilon * Math.Min(largest, 1e308));
        Assert.Equal(largest, values[1]);
    }

    /// <summary>Entries of every exponent from the least subnormal to the largest double, and zeros.</summary>
    [Fact]
    public void FactorizationsOfMatricesOfMixedScaleAreBackwardStable()
    {
        for (int trial = 0; trial < 3000; trial++)
        {
            int n = 2 + trial % 5;
            double[] draws = Vector(3 * n * n, (ulong)trial + 1);
            var A = new Matrix(n, n);
            for (int i = 0; i < n * n; i++)
            {
                double exponent = trial % 3 == 0 ? -1060 + 1000 * draws[3 * i] : 1018 * draws[3 * i];
                A.Values[i] = draws[3 * i + 2] > 0.6 ? 0 : Math.ScaleB(draws[3 * i + 1], (int)exponent);
            }

            Matrix S = A.Clone();
            for (int i = 0; i < n; i++)
                for (int j = 0; j < i; j++)
                    S[i, j] = S[j, i];
            Assert.InRange(EigenResidual(S), 0, Bound(n, n, 1));
            foreach (ref double entry in A.Values)
                entry = Math.Abs(entry) < Math.ScaleB(1, -100) ? 0 : entry;
            foreach (ref double entry in A.Values)
                entry = Math.Abs(entry) > 1 ? Math.CopySign(1 + 1 / Math.Abs(entry), entry) : entry;
            Assert.InRange(SingularResidual(A), 0, Bound(n, n, 1));
        }
    }

    // ‖S·V − V·Λ‖/max|S| and the same for the singular values, formed from numbers of order 1.
    private static double EigenResidual(Matrix S)
    {
        SymmetricEigen eigen = SymmetricEigen.Of(S);
        int exponent = Exponent(S);
        Matrix VΛ = MatrixProduct.Multiply(eigen.Vectors, Matrix.Diagonal(Scaled(eigen.Values, -exponent)));
        return Distance(MatrixProduct.Multiply(Scaled(S, -exponent), eigen.Vectors), VΛ);
    }

    private static double SingularResidual(Matrix A)
    {
        var svd = SingularValueDecomposition.Of(A);
        int exponent = Exponent(A);
        Matrix UΣ = MatrixProduct.Multiply(svd.U, Matrix.Diagonal(Scaled(svd.Values, -exponent)));
        return Distance(Scaled(A, -exponent), MatrixProduct.Multiply(UΣ, svd.TransposedV));
    }

    private static int Exponent(Matrix A) => Math.ILogB(Math.Max(A.Values.ToArray().Max(Math.Abs), double.Epsilon));

    private static double[] Scaled(double[] values, int exponent) =>
        [.. values.Select(value => Math.ScaleB(value, exponent))];

    private static Matrix Scaled(Matrix A, int exponent)
    {
        var scaled = new Matrix(A.Rows, A.Columns);
        Scaled(A.Values.ToArray(), exponent).CopyTo(scaled.Values);
        return scaled;
    }

    [Fact]
    public void ZeroAndEmptyMatricesFactor()
    {
        Assert.Equal([0, 0, 0], SymmetricEigen.Of(new Matrix(3, 3)).Values);
        Assert.Empty(SymmetricEigen.Of(new Matrix(0, 0)).Values);
        Assert.Equal([0, 0], SingularValueDecomposition.SingularValues(new Matrix(5, 2)));
        Assert.Equal(0, SingularValueDecomposition.Of(new Matrix(3, 0)).Rank());
        Assert.Equal(2, SingularValueDecomposition.Of(new Matrix(3, 2)).NullSpace().Columns);
        Assert.Equal(0, FrobeniusNorm(QrFactor.Of(new Matrix(4, 2)).R));
        Assert.True(CholeskyFactor.TryFactor(new Matrix(0, 0), out _));
    }

    [Fact]
    public void AsymmetricAndNonFiniteMatricesAreRefused()
    {
        Matrix A = Symmetric(4, 5);
        A[1, 2] += 1e-10;
        Assert.Contains(
            "(2, 1)",
            Assert.Throws<ArgumentException>("A", () => SymmetricEigen.Of(A)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("A", () => CholeskyFactor.TryFactor(A, out _));
        A[0, 3] = double.NaN;
        Assert.Throws<ArgumentException>("A", () => SymmetricEigen.Of(A));
        Assert.Throws<ArgumentException>("A", () => SingularValueDecomposition.Of(A));
        Assert.Throws<ArgumentException>("A", () => SingularValueDecomposition.SingularValues(A));
        Assert.Throws<ArgumentException>("A", () => QrFactor.Of(A));
        Assert.Throws<ArgumentException>("A", () => SymmetricEigen.Of(new Matrix(2, 3)));
        Assert.Throws<ArgumentException>("A", () => QrFactor.Of(new Matrix(2, 3)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SingularVectorsReconstructTheMatrix(int m, int n)
    {
        Matrix A = Dense(m, n, 6);
        SingularValueDecomposition svd = SingularValueDecomposition.Of(A);
        var Σ = new Matrix(m, n);
        for (int i = 0; i < svd.Values.Length; i++)
            Σ[i, i] = svd.Values[i];
        Matrix product = MatrixProduct.Multiply(MatrixProduct.Multiply(svd.U, Σ), svd.TransposedV);
        Assert.InRange(Distance(A, product), 0, Bound(m, n, FrobeniusNorm(A)));
        Assert.InRange(Distance(Matrix.Identity(m), Gram.Of(svd.U)), 0, Bound(m, m, 1));
        Assert.InRange(Distance(Matrix.Identity(n), Gram.Of(svd.TransposedV)), 0, Bound(n, n, 1));
        Assert.Equal(svd.Values.OrderDescending(), svd.Values);
        Assert.True(svd.Values.All(value => value >= 0));
        double[] alone = SingularValueDecomposition.SingularValues(A);
        for (int i = 0; i < alone.Length; i++)
            Assert.InRange(Math.Abs(alone[i] - svd.Values[i]), 0, Bound(m, n, svd.Values[0]));
    }

    [Theory]
    [InlineData(12, 7, 3)]
    [InlineData(7, 12, 3)]
    [InlineData(20, 20, 19)]
    public void RankAndNullSpaceOfAProduct(int m, int n, int rank)
    {
        Matrix A = MatrixProduct.Multiply(Dense(m, rank, 7), Dense(rank, n, 8));
        SingularValueDecomposition svd = SingularValueDecomposition.Of(A);
        Matrix N = svd.NullSpace();
        Assert.Equal(rank, svd.Rank());
        Assert.Equal((n, n - rank), (N.Rows, N.Columns));
        Assert.InRange(FrobeniusNorm(MatrixProduct.Multiply(A, N)), 0, Bound(m, n, FrobeniusNorm(A)));
        Assert.Equal(Math.Min(m, n), svd.Rank(tolerance: 0) + svd.Values.Count(value => value == 0));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => svd.Rank(-1));
    }

    [Fact]
    public void CholeskyOfTheHilbertMatrixHasItsDeterminant()
    {
        // det H₆ = 1/186313420339200000 (OEIS A005249). Rounding the entries perturbs det H by cond(H₆) ≈ 1.5·10⁷ times
        // n·2⁻⁵³.
        var H = new Matrix(6, 6);
        for (int i = 0; i < 6; i++)
            for (int j = 0; j < 6; j++)
                H[i, j] = 1.0 / (i + j + 1);
        Assert.True(CholeskyFactor.TryFactor(H, out CholeskyFactor? factor));
        double root = 1;
        for (int i = 0; i < 6; i++)
            root *= factor.L[i, i];
        Assert.InRange(root * root * 186313420339200000, 1 - 6 * 6 * 1.5e7 * Epsilon, 1 + 6 * 6 * 1.5e7 * Epsilon);
        Assert.InRange(
            Distance(H, MatrixProduct.MultiplyTranspose(factor.L, factor.L)), 0, Bound(6, 1, FrobeniusNorm(H)));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void CholeskySolves(int n)
    {
        // Second differences have condition number below (n + 1)², 4225 for the largest here.
        double[] x = Vector(n, 9);
        Assert.True(CholeskyFactor.TryFactor(SecondDifference(n), out CholeskyFactor? factor));
        double[] solution = factor.Solve(MatrixVector.Multiply(SecondDifference(n), x));
        for (int i = 0; i < n; i++)
            Assert.InRange(solution[i], x[i] - Bound(n, 4225, 1), x[i] + Bound(n, 4225, 1));
    }

    [Fact]
    public void CholeskyRefusesIndefiniteMatrices()
    {
        Assert.False(
            CholeskyFactor.TryFactor(
                new Matrix(
                    new double[,]
                    {
                        { 1, 2 },
                        { 2, 1 },
                    }),
                out CholeskyFactor? factor));
        Assert.Null(factor);
        Assert.False(CholeskyFactor.TryFactor(new Matrix(2, 2), out _));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(30, 30)]
    public void QrReconstructsTheMatrix(int m, int n)
    {
        Matrix A = Dense(m, n, 10);
        QrFactor qr = QrFactor.Of(A);
        Assert.InRange(Distance(A, MatrixProduct.Multiply(qr.Q, qr.R)), 0, Bound(m, n, FrobeniusNorm(A)));
        Assert.InRange(Distance(Matrix.Identity(n), Gram.Of(qr.Q)), 0, Bound(m, n, 1));
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                Assert.True(j < i ? qr.R[i, j] == 0 : qr.R[i, i] >= 0);
    }

    [Fact]
    public void QrSolvesLeastSquares()
    {
        Matrix A = Dense(12, 4, 11);
        double[] b = Vector(12, 12);
        double[] residual = MatrixVector.Multiply(A, QrFactor.Of(A).Solve(b));
        Lanes.Axpy(-1, b, residual);
        // The residual of least squares is orthogonal to the columns.
        Assert.InRange(
            Lanes.Norm(MatrixVector.TransposeMultiply(A, residual)), 0, Bound(12, 4, FrobeniusNorm(A) * Lanes.Norm(b)));
        Assert.Throws<InvalidOperationException>(() => QrFactor.Of(new Matrix(3, 2)).Solve([1, 2, 3]));
    }
}
