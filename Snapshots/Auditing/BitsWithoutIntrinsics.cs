using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The bits with every vector emulated.</summary>
public sealed class BitsWithoutIntrinsics : BitsUnderSettings
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    public void AreTheSame(string settings) => CheckBits(settings);
}
