using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

/// <summary>
/// Digests of results without a naive twin. They were the same on x64 under defaults, DOTNET_EnableAVX512=0,
/// DOTNET_EnableAVX2=0, DOTNET_EnableHWIntrinsic=0, DOTNET_TieredCompilation=0,
/// GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F and MathNetNumericsLAProvider=MKL; a setting or platform under
/// which one fails has found a dependence on the machine.
/// </summary>
public class BitsTests
{
    [Fact]
    public void SymmetricEigenKeepsItsBits()
    {
        SymmetricEigen eigen = SymmetricEigen.Of(Symmetric(40, 1));
        AssertDigest("20914EB5E2FA41CD", eigen.Values, eigen.Vectors.Values.ToArray());
    }

    [Fact]
    public void SingularValueDecompositionKeepsItsBits()
    {
        SingularValueDecomposition svd = SingularValueDecomposition.Of(Dense(40, 33, 2));
        AssertDigest("4FE8D19886CBF214", svd.Values, svd.U.Values.ToArray(), svd.TransposedV.Values.ToArray());
    }

    [Fact]
    public void CholeskyFactorKeepsItsBits()
    {
        Assert.True(CholeskyFactor.TryFactor(Gram.Of(Dense(45, 40, 3)), out CholeskyFactor? factor));
        AssertDigest("13B1F0D1E5A471E7", factor.L.Values.ToArray(), factor.Solve(Vector(40, 4)));
    }

    [Fact]
    public void QrFactorKeepsItsBits()
    {
        QrFactor qr = QrFactor.Of(Dense(45, 40, 5));
        AssertDigest("AE198DD659BF356B", qr.Q.Values.ToArray(), qr.R.Values.ToArray());
    }

    [Fact]
    public void LanczosKeepsItsBits()
    {
        Matrix A = Symmetric(60, 6);
        LanczosResult result = Lanczos.Extremes((x, y) => MatrixVector.Multiply(A, x, y), Vector(60, 7));
        AssertDigest(
            "4E534ADB00B91333", result.Smallest.Vector, result.Largest.Vector,
            [result.Smallest.Residual, result.Largest.Residual]);
    }

    [Fact]
    public void QuasiNewtonKeepsItsBits()
    {
        MinimizationResult result = QuasiNewton.Minimize(
            (x, g) =>
            {
                double valley = x[1] - x[0] * x[0];
                (g[0], g[1]) = (-400 * x[0] * valley - 2 * (1 - x[0]), 200 * valley);
                return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
            },
            [-1.2, 1],
            1e-6);
        AssertDigest("52A206FAAABFE7C6", result.Point, [ result.Value, result.GradientNorm, result.Evaluations]);
    }

    // The first eight bytes of SHA-256 over the little-endian bits.
    private static void AssertDigest(string expected, params double[][] parts)
    {
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes<double>(parts.SelectMany(part => part).ToArray()));
        Assert.Equal(expected, Convert.ToHexString(hash, 0, 8));
    }
}
