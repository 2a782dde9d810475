using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.VerifyXunit.Tests;

/// <summary>Holds a test class whose snapshots lie in temporary folders. xunit discovers exported classes only, so it
/// stays out of the suite.</summary>
internal static class Specimens
{
    public sealed class Specimen
    {
        [Theory]
        [InlineData(0.5, "a/b")]
        public async Task Test(double half, string name) => await Verifier.Verify(name).UseParameters(half, name);

        [Fact]
        public Task WithoutVariants() => Verifier.Verify("text");

        [Fact]
        public void WithoutSnapshot() => Assert.Equal(typeof(Specimen), GetType());

        internal static Task NoTest() => Verifier.Verify("text");
    }
}
