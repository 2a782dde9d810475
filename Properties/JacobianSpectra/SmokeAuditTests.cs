using Verification.Properties.Claims;
using Verification.Spec.JacobianSpectra;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

public sealed class SmokeAuditTests() : SmokeAudit(JacobianSpectraClaims.System)
{
    public static TheoryData<string> Names => NamesOf(JacobianSpectraClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);
}
