using Verification.Properties.Claims;
using Verification.Spec.OnlineSgd;
using Xunit;

namespace Verification.Properties.OnlineSgd;

public sealed class SmokeAuditTests() : SmokeAudit(OnlineSgdClaims.System)
{
    public static TheoryData<string> Names => NamesOf(OnlineSgdClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
