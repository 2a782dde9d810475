using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.Numerics.LinearAlgebra;

public sealed class AlignedVectorsTests
{
    [Theory]
    [InlineData(1, 1, 8)]
    [InlineData(4, 512, 512)]
    [InlineData(4, 1000, 1000)]
    [InlineData(3, 1001, 1008)]
    public void EachBeginsAtACacheLineAndNoTwoAtOnePlaceOfAPage(int count, int length, int padded)
    {
        var vectors = new AlignedVectors(count, length);
        var places = new HashSet<nint>();
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(padded, vectors[i].Length);
            nint address = Unsafe.ByteOffset(
                ref Unsafe.NullRef<double>(), ref MemoryMarshal.GetReference(vectors[i]));
            Assert.Equal(0, address % 64);
            places.Add(address % 4096);
        }

        Assert.Equal(count, places.Count);
    }

    [Fact]
    public void TheyDoNotOverlap()
    {
        var vectors = new AlignedVectors(3, 77);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(new double[80], vectors[i].ToArray());
            vectors[i].Fill(i + 1);
        }

        for (int i = 0; i < 3; i++)
            Assert.All(vectors[i].ToArray(), value => Assert.Equal(i + 1, value));
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedVectors(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedVectors(1, 0));
        var vectors = new AlignedVectors(2, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => vectors[2].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => vectors[-1].Length);
    }
}
