using Verification.Properties.Claims;
using Verification.Spec.PolyakLojasiewicz;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class SmokeAuditTests() : SmokeAudit(PolyakLojasiewiczClaims.System)
{
    public static TheoryData<string> Names => NamesOf(PolyakLojasiewiczClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
