using Verification.Properties.Claims;
using Verification.Spec.CrossPredictability;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class SmokeAuditTests() : SmokeAudit(CrossPredictabilityClaims.System)
{
    public static TheoryData<string> Names => NamesOf(CrossPredictabilityClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
