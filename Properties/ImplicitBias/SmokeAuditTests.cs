using Verification.Properties.Claims;
using Verification.Spec.ImplicitBias;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class SmokeAuditTests() : SmokeAudit(ImplicitBiasClaims.System)
{
    public static TheoryData<string> Names => NamesOf(ImplicitBiasClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
