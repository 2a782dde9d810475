using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.VerifyXunit.Tests;

public sealed class DanglingSnapshotsTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public DanglingSnapshotsTests() =>
        _folder.Write("Specimen.cs", """await Verify(text).UseTextForParameters("named");""");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NoSnapshotIsDangling()
    {
        string? root = SourceTree.FindRoot(AppContext.BaseDirectory);

        Assert.NotNull(root);
        Assert.Empty(DanglingSnapshots.Find(Path.Combine(root, "Snapshots"), typeof(DanglingSnapshotsTests).Assembly));
    }

    [Theory]
    [InlineData("Specimen.Test_half=0.5_name=a-b.verified.txt")]
    [InlineData("Specimen.Test_half=0.5.verified.txt")]
    [InlineData("Specimen.Test_named.verified.txt")]
    [InlineData("Specimen.Test.verified.csv")]
    [InlineData("Specimen.WithoutVariants.verified.txt")]
    public void SnapshotOfATestIsLegitimate(string file)
    {
        _folder.Write(file, "");

        Assert.Empty(DanglingSnapshots.Find(_folder.Path, typeof(DanglingSnapshotsTests).Assembly));
    }

    [Theory]
    [InlineData("Specimen.Renamed.verified.txt", "there is no test for it in the class Specimen.")]
    [InlineData("Specimen.NoTest.verified.txt", "there is no test for it in the class Specimen.")]
    [InlineData("Specimen.WithoutSnapshot.verified.txt", "the test Specimen.WithoutSnapshot verifies nothing.")]
    [InlineData("Specimen.Test_half=0.25.verified.txt", "Specimen.Test has no variant «half=0.25».")]
    [InlineData("Specimen.WithoutVariants_n=1.verified.txt", "Specimen.WithoutVariants has no variant «n=1».")]
    [InlineData("Moved.Test.verified.txt", "there is no Moved.cs beside it.")]
    [InlineData("nothing.verified.txt", "its name is not Class.Method.verified.ext.")]
    public void SnapshotOfNoTestIsDangling(string file, string complaint)
    {
        _folder.Write(file, "");

        Assert.Equal(
            $"{file}: {complaint}",
            Assert.Single(DanglingSnapshots.Find(_folder.Path, typeof(DanglingSnapshotsTests).Assembly)));
    }
}
