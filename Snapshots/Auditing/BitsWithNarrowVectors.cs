using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The bits with vectors half as wide as the code is written for, and narrower still.</summary>
public sealed class BitsWithNarrowVectors : BitsUnderSettings
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    public void AreTheSame(string settings) => CheckBits(settings);
}
