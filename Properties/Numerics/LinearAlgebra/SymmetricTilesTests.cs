using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class SymmetricTilesTests
{
    [Fact]
    public void EntriesHaveTheBitsOfTheNaiveOrder()
    {
        for (int n = 1; n <= 67; n++)
        {
            Matrix A = Symmetric(n, (ulong)n);
            double[] x = Vector(n, (ulong)(n + 1000)), y = new double[n];
            new SymmetricTiles(A).Multiply(x, y);
            AssertSameBits(Naive(A, x), y);
        }
    }

    [Fact]
    public void ProductsAgreeWithThoseOfTheFullMatrix()
    {
        foreach (int n in (int[])[1, 7, 8, 9, 100, 528, 1031])
        {
            Matrix A = Symmetric(n, (ulong)n);
            double[] x = Vector(n, 3), y = new double[n];
            new SymmetricTiles(A).Multiply(x, y);
            double[] full = MatrixVector.Multiply(A, x);
            double[] sizes = MatrixVector.Multiply(Absolute(A), [.. x.Select(Math.Abs)]);
            double share = (n / 8.0 + n / 16.0 + 12 + n / 8.0 + 3) * 1.2e-16;
            for (int i = 0; i < n; i++)
                Assert.InRange(y[i] - full[i], -share * sizes[i], share * sizes[i]);
        }
    }

    [Fact]
    public void TheLowerTriangleIsNotRead()
    {
        Matrix A = Symmetric(21, 5);
        Matrix torn = A.Clone();
        for (int i = 0; i < 21; i++)
            for (int j = 0; j < i; j++)
                torn[i, j] = double.NaN;
        double[] x = Vector(21, 6), whole = new double[21], upper = new double[21];
        new SymmetricTiles(A).Multiply(x, whole);
        new SymmetricTiles(torn).Multiply(x, upper);
        AssertSameBits(whole, upper);
    }

    [Fact]
    public void MisfitsAreRefused()
    {
        Assert.Throws<ArgumentException>("A", () => new SymmetricTiles(new Matrix(2, 3)));
        Assert.Throws<ArgumentException>("A", () => new SymmetricTiles(new Matrix(0, 0)));
        var tiles = new SymmetricTiles(Matrix.Identity(3));
        double[] x = new double[3];
        Assert.Throws<ArgumentException>("x", () => tiles.Multiply([1, 2], new double[3]));
        Assert.Throws<ArgumentException>("y", () => tiles.Multiply(x, new double[2]));
        Assert.Throws<ArgumentException>("y", () => tiles.Multiply(x, x));
    }

    // The definition, one number at a time.
    private static double[] Naive(Matrix A, double[] x)
    {
        int strips = (x.Length + 7) / 8;
        double Entry(int i, int j) => i < x.Length && j < x.Length ? A[i, j] : 0;
        double At(int j) => j < x.Length ? x[j] : 0;
        var y = new double[8 * strips];
        for (int I = 0; I < strips; I++)
        {
            var lanes = new double[8, 8];
            for (int J = I; J < strips; J++)
            {
                for (int r = 0; r < 8; r++)
                    for (int l = 0; l < 8; l++)
                        lanes[r, l] = Math.FusedMultiplyAdd(Entry(8 * I + r, 8 * J + l), At(8 * J + l), lanes[r, l]);
                for (int l = 0; l < 8 && J > I; l++)
                {
                    double even = y[8 * J + l];
                    for (int r = 0; r < 8; r += 2)
                        even = Math.FusedMultiplyAdd(Entry(8 * I + r, 8 * J + l), At(8 * I + r), even);
                    double odd = Entry(8 * I + 1, 8 * J + l) * At(8 * I + 1);
                    for (int r = 3; r < 8; r += 2)
                        odd = Math.FusedMultiplyAdd(Entry(8 * I + r, 8 * J + l), At(8 * I + r), odd);
                    y[8 * J + l] = even + odd;
                }
            }

            for (int r = 0; r < 8; r++)
            {
                double Lane(int l) => lanes[r, l];
                y[8 * I + r] +=
                    ((Lane(0) + Lane(4)) + (Lane(2) + Lane(6))) + ((Lane(1) + Lane(5)) + (Lane(3) + Lane(7)));
            }
        }

        return y[..x.Length];
    }

    private static Matrix Absolute(Matrix A)
    {
        Matrix absolute = A.Clone();
        foreach (ref double entry in absolute.Values)
            entry = Math.Abs(entry);
        return absolute;
    }
}
