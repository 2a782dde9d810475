using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

public sealed class UniformSphereTests
{
    private static readonly StreamKey Key = StreamKey.Of(1, "sphere");

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(33)]
    public void APointIsANormalVectorOverItsNorm(int d)
    {
        double[] point = new double[d], normals = new double[d];
        UniformSphere.Fill(new RandomStream(Key, 0), point);
        new RandomStream(Key, 0).FillNormals(normals);
        double norm = Math.Sqrt(normals.Sum(x => x * x));

        // A sum of d squares, a root and a quotient.
        for (int i = 0; i < d; i++)
            Assert.Equal(normals[i] / norm, point[i], (d + 3) * Math.ScaleB(1, -53));
    }

    [Fact]
    public void InOneDimensionThePointsAreExactlyTheSigns()
    {
        double[] point = new double[1];
        for (ulong trial = 0; trial < 20; trial++)
        {
            UniformSphere.Fill(new RandomStream(Key, trial), point);
            Assert.True(point[0] is 1 or -1);
        }
    }

    [Fact]
    public void AnEmptyPointConsumesNothing()
    {
        var stream = new RandomStream(Key, 0);
        UniformSphere.Fill(stream, []);
        Assert.Equal(0UL, stream.Position);
    }

    [Fact]
    public void RowsAreConsecutivePoints()
    {
        Matrix rows = UniformSphere.Rows(new RandomStream(Key, 0), 3, 20);
        var stream = new RandomStream(Key, 0);
        double[] point = new double[20];
        for (int i = 0; i < 3; i++)
        {
            UniformSphere.Fill(stream, point);
            Assert.Equal(point, rows.Row(i).ToArray());
        }
    }

    [Fact]
    public void AStreamIsNeeded() =>
        Assert.Throws<ArgumentNullException>("stream", () => UniformSphere.Fill(null!, new double[2]));
}
