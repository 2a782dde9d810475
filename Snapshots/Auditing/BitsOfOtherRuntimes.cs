using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The bits under the runtime's other compilers, another C library's mathematics and another
/// culture.</summary>
public sealed class BitsOfOtherRuntimes : BitsUnderSettings
{
    [Theory]
    [InlineData("DOTNET_TieredCompilation=1")]
    [InlineData("DOTNET_TieredCompilation=1 DOTNET_TieredPGO=1 DOTNET_TC_QuickJitForLoops=1")]
    [InlineData("GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F")]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Asia/Kolkata DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void AreTheSame(string settings) => CheckBits(settings);
}
