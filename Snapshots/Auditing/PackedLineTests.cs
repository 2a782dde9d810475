using System.Text.Json;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>A line of a packed journal is read back to the letter.</summary>
public sealed class PackedLineTests
{
    private static readonly MeasurementUnit Unit = new("toys/a@0", """{"size":3}""", 4);

    [Theory]
    [InlineData("""[{"a":1,"b":[1,2]},{"a":-0,"b":[]}]""", """{"a":[1,-0],"b":[[1,2],[]]}""")]
    [InlineData("""[{"a":1E-300}]""", """{"a":[1E-300]}""")]
    [InlineData("""[{"a":"NaN","b":null},{"a":0.1,"b":{"c":true}}]""", """{"a":["NaN",0.1],"b":[null,{"c":true}]}""")]
    public void OutcomesOfTheSameMembersStandByColumns(string outcomes, string columns)
    {
        string line = PackedLine.Of(Unit, outcomes);
        Assert.Equal(
            $$"""{"unit":{"experiment":"toys/a@0","cell":{"size":3},"first":4},"columns":{{columns}}}""", line);
        Assert.Equal((Unit, outcomes), PackedLine.Read(line));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("[{}]")]
    [InlineData("""[{"a":1},{"b":1}]""")]
    [InlineData("""[{"a":1},{"a":1,"b":1}]""")]
    [InlineData("""[{"a":1,"b":1},{"a":1}]""")]
    [InlineData("""[{"a":1,"a":2}]""")]
    [InlineData("""[{"a":1},2]""")]
    [InlineData("""[{"a": 1}]""")]
    [InlineData("""[{"a\u0062":1}]""")]
    public void OtherOutcomesStayAsTheyAre(string outcomes)
    {
        string line = PackedLine.Of(Unit, outcomes);
        Assert.EndsWith($"\"outcomes\":{outcomes}}}", line, StringComparison.Ordinal);
        Assert.Equal((Unit, outcomes), PackedLine.Read(line));
    }

    [Theory]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0},"columns":{"a":[1],"b":[1,2]}}""")]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0},"columns":{"a":[1],"b":[]}}""")]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0},"columns":{"a":1}}""")]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0},"columns":[1]}""")]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0.5},"columns":{"a":[1]}}""")]
    [InlineData("""{"unit":{"experiment":1,"cell":{},"first":0},"columns":{"a":[1]}}""")]
    [InlineData("""{"unit":1,"columns":{"a":[1]}}""")]
    [InlineData("""{"columns":{"a":[1]}}""")]
    [InlineData("""{"unit":{"experiment":"a","cell":{},"first":0}}""")]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("{")]
    public void WhatIsNoLineIsRefused(string line) =>
        Assert.ThrowsAny<JsonException>(() => PackedLine.Read(line));
}
