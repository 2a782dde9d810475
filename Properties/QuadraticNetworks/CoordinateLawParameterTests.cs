using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Spec;
using Verification.Spec.Parameters;
using Verification.Spec.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class CoordinateLawParameterTests
{
    [Theory]
    [InlineData("gaussian", 2)]
    [InlineData("uniform", 0.8)]
    [InlineData("laplace", 2)]
    [InlineData("rademacher", 0)]
    [InlineData("two-point", 2)]
    [InlineData("student-t-5", 2)]
    [InlineData("student-t-1004", 2)]
    public void TheBarrierConstantIsTheLesserOfTheTwoMoments(string name, double expected) =>
        Assert.Equal(expected, CoordinateLaw.Parse(name, null).BarrierConstant, 1e-15);

    [Fact]
    public void TheReasonOfARefusalReachesTheCommandLine()
    {
        Claim claim = new TensorConditionConcentration();
        ClaimParameter law = ClaimParameter.Of(claim).Single(parameter => parameter.Name == "law");
        Assert.Contains("fourth moment is infinite", Refusal("gaussian+student-t-3"), StringComparison.Ordinal);
        Assert.Contains("student-t-ν (ν ≥ 5)", Refusal("cauchy"), StringComparison.Ordinal);
        Assert.Equal("gaussian+student-t-12", law.Read(law.With(claim, "gaussian+student-t-12")));

        string Refusal(string text) => Assert.Throws<FormatException>(() => law.With(claim, text)).Message;
    }
}
