using Verification.Implementation.Experiments;
using Xunit;

namespace Verification.Properties.Experiments;

public sealed class MeasurementUnitTests
{
    private static readonly MeasurementUnit Unit = new("b", "{2}", 8);

    /// <summary>Each decides before the next: experiment, cell, first trial; texts by code unit, so that Z comes before
    /// a.</summary>
    [Theory]
    [InlineData("c", "{1}", 0)]
    [InlineData("b", "{3}", 0)]
    [InlineData("b", "{2}", 9)]
    [InlineData("b", "{2}", 10)]
    public void UnitsAreOrderedByExperimentCellAndTrial(string experiment, string cell, int first)
    {
        var later = new MeasurementUnit(experiment, cell, first);
        Assert.True(Unit < later && Unit <= later && later > Unit && later >= Unit);
        Assert.False(later < Unit || later <= Unit || Unit > later || Unit >= later);
    }

    [Fact]
    public void TextsAreOrderedByCodeUnit() =>
        Assert.True(new MeasurementUnit("Z", "", 0) < new MeasurementUnit("a", "", 0));

    [Fact]
    public void AUnitIsNeitherBeforeNorAfterItself()
    {
        MeasurementUnit same = Unit with { };
        Assert.True(Unit <= same && Unit >= same);
        Assert.False(Unit < same || Unit > same);
    }
}
