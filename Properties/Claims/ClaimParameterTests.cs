using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Xunit;

namespace Verification.Properties.Claims;

public sealed class ClaimParameterTests
{
    public static TheoryData<string> Ids => [.. Catalogue.Claims.Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryParameterOfEveryVariantReadsBack(string id)
    {
        foreach (Variant variant in Variant.Of(Catalogue.Find(id)!))
        {
            foreach (ClaimParameter parameter in ClaimParameter.Of(variant.Claim))
                Assert.Equal(
                    parameter.Read(variant.Claim),
                    parameter.Read(parameter.With(variant.Claim, parameter.Read(variant.Claim))));
        }
    }

    [Theory]
    [InlineData("faces", "4", "4")]
    [InlineData("faces", "4+8", "4+8")]
    [InlineData("faces", "4,8", "4+8")]
    [InlineData("above", "3", "3")]
    [InlineData("probability", "0.25", "0.25")]
    [InlineData("probability", "2.5e-1", "0.25")]
    [InlineData("flag", "true", "true")]
    [InlineData("tier", "smoke", "smoke")]
    [InlineData("trials", "17", "17")]
    public void ValuesAreSetOnACopy(string name, string text, string expected)
    {
        var claim = new DiceClaim();
        ClaimParameter parameter = ClaimParameter.Of(claim).Single(candidate => candidate.Name == name);
        string before = parameter.Read(claim);
        Assert.Equal(expected, parameter.Read(parameter.With(claim, text)));
        Assert.Equal(before, parameter.Read(claim));
    }

    [Theory]
    [InlineData("faces", "1", "2 to 100")]
    [InlineData("faces", "4+101", "2 to 100")]
    [InlineData("faces", "four", "2 to 100")]
    [InlineData("faces", "", "2 to 100")]
    [InlineData("above", "2.5", "0 to 100")]
    [InlineData("above", "99999999999", "0 to 100")]
    [InlineData("probability", "NaN", "0.01 to 1")]
    [InlineData("probability", "Infinity", "0.01 to 1")]
    [InlineData("probability", "0,5", "0.01 to 1")]
    [InlineData("flag", "yes", "true, false")]
    [InlineData("tier", "Smoke", "smoke, standard, full")]
    [InlineData("trials", "-1", "0 to 1000000")]
    public void OtherValuesAreRefusedWithTheRange(string name, string text, string range)
    {
        var claim = new DiceClaim();
        ClaimParameter parameter = ClaimParameter.Of(claim).Single(candidate => candidate.Name == name);
        FormatException failure = Assert.Throws<FormatException>(() => parameter.With(claim, text));
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.Contains(range, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallerValuesComeSmallestFirst()
    {
        ClaimParameter faces = ClaimParameter.Of(new DiceClaim()).Single(parameter => parameter.Name == "faces");
        Assert.Equal("2 3 4", Join(new DiceClaim { Faces = [5] }));
        Assert.Equal("5 7", Join(new DiceClaim { Faces = [5, 7] }));
        Assert.Equal("2 3 5 9 17", Join(new DiceClaim { Faces = [20] }));
        Assert.Equal("", Join(new DiceClaim { Faces = [2] }));

        string Join(DiceClaim claim) => string.Join(' ', faces.Smaller(claim).Select(faces.Read));
    }

    [Fact]
    public void SmallerValuesAreThoseOfSizesOnly()
    {
        ClaimParameter above = ClaimParameter.Of(new DiceClaim()).Single(parameter => parameter.Name == "above");
        Assert.Empty(above.Smaller(new DiceClaim { Above = 5 }));
    }

    [Fact]
    public void ANumberWithoutBoundsMayBeAnyFiniteOne()
    {
        var claim = new NamedClaim("toys/a", 2);
        ClaimParameter exponent = ClaimParameter.Of(claim).Single(parameter => parameter.Name == "exponent");
        Assert.Equal("any finite number", exponent.Range);
        Assert.Throws<FormatException>(() => exponent.With(claim, "Infinity"));
    }

    [Fact]
    public void AListOfChoicesHasAnEntry() => Assert.Throws<ArgumentException>("entries", () => Choices.Of<int>([]));

    [Fact]
    public void ChoicesAreComparedByValue()
    {
        Choices<int> one = [1, 2];
        Choices<int> other = [1, 2];
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, [2, 1]);
    }
}
