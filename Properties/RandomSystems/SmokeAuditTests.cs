using Verification.Properties.Claims;
using Verification.Spec.RandomSystems;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class SmokeAuditTests() : SmokeAudit(RandomSystemsClaims.System)
{
    public static TheoryData<string> Names => NamesOf(RandomSystemsClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
