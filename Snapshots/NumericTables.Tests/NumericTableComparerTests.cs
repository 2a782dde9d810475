using Verification.Snapshots.NumericTables;
using Verification.Snapshots.VerifyXunit.Tests;
using VerifyTests;
using Xunit;

namespace Verification.Snapshots.NumericTables.Tests;

public sealed class NumericTableComparerTests
{
    private const string Digits3 = "# tolerance: significant-digits 3\n";
    private const string Interval = "# tolerance: monte-carlo estimate=half_width\n";

    [Theory]
    [InlineData("1", "1")]
    [InlineData("NaN", "NaN")]
    [InlineData("-∞", "-∞")]
    public void ExactAcceptsTheSameText(string verified, string received) =>
        AssertEqual(Column("", received), Column("", verified));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("0.1", "0.10000000000000002")]
    [InlineData("0", "-0")]
    public void ExactRefusesEverythingElse(string verified, string received) =>
        AssertDiffers(
            Column("", received), Column("", verified),
            $"row 1 ({verified}), column x: expected {verified}, actual {received}, allowed the same text");

    [Theory]
    [InlineData("1", "1.005")]
    [InlineData("1", "0.995")]
    [InlineData("-1", "-1.005")]
    [InlineData("123456", "123956")]
    [InlineData("1e-300", "1.005E-300")]
    [InlineData("0", "0.0")]
    [InlineData("NaN", "NaN")]
    public void SignificantDigitsHoldOnTheEdge(string verified, string received) =>
        AssertEqual(Column(Digits3, received), Column(Digits3, verified));

    [Theory]
    [InlineData("1", "1.0050000000000001", "5e-3")]
    [InlineData("1", "0.9949999999999999", "5e-3")]
    [InlineData("1", "-1", "5e-3")]
    [InlineData("123456", "123957", "5e2")]
    [InlineData("1e-300", "1.0050001E-300", "5e-303")]
    public void SignificantDigitsRefuseBeyondTheEdge(string verified, string received, string allowed) =>
        AssertDiffers(
            Column(Digits3, received), Column(Digits3, verified),
            $"expected {verified}, actual {received}, allowed at most {allowed} away");

    [Theory]
    [InlineData("0", "1e-300")]
    [InlineData("NaN", "1")]
    [InlineData("1", "NaN")]
    [InlineData("1", "∞")]
    [InlineData("ReLU", "ELU")]
    public void SignificantDigitsHaveNoScaleAtZeroAndNoneForTexts(string verified, string received) =>
        AssertDiffers(Column(Digits3, received), Column(Digits3, verified), $"expected {verified}, actual {received}");

    [Theory]
    [InlineData("0.55", "0.05")]
    [InlineData("0.45", "0.05")]
    [InlineData("0.5", "7")]
    public void MonteCarloHoldsOnTheEdge(string estimate, string halfWidth) =>
        AssertEqual(Estimate("100", estimate, halfWidth), Estimate("100", "0.5", "0.05"));

    [Theory]
    [InlineData(
        "100", "0.5500000000000001", "0.05",
        "column estimate: expected 0.5, actual 0.5500000000000001, allowed at most 5e-2 away")]
    [InlineData(
        "100", "0.4499999999999999", "0.05",
        "column estimate: expected 0.5, actual 0.4499999999999999, allowed at most 5e-2 away")]
    [InlineData("100", "0.56", "9", "column estimate: expected 0.5, actual 0.56, allowed at most 5e-2 away")]
    [InlineData("101", "0.5", "0.05", "column n: expected 100, actual 101, allowed the same text")]
    [InlineData("100", "NaN", "0.05", "column estimate: expected 0.5, actual NaN")]
    [InlineData(
        "100", "0.5", "NaN", "column half_width: expected 0.05, actual NaN, allowed a half width: a number ≥ 0")]
    [InlineData("100", "0.5", "-1", "column half_width: expected 0.05, actual -1, allowed a half width: a number ≥ 0")]
    public void MonteCarloRefusesBeyondTheEdge(string n, string estimate, string halfWidth, string complaint) =>
        AssertDiffers(Estimate(n, estimate, halfWidth), Estimate("100", "0.5", "0.05"), complaint);

    [Fact]
    public void MonteCarloNeedsAHalfWidthInTheVerifiedFile() =>
        AssertDiffers(
            Estimate("100", "0.5", "0.05"), Estimate("100", "0.5", "NaN"),
            "allowed the half width «NaN» in the column half_width of the verified file, which is no number ≥ 0");

    [Fact]
    public void MonteCarloNeedsItsColumns() => AssertDiffers(
        Interval + "n\n1\n", Interval + "n\n1\n", "names the column estimate, and the table has «n».");

    [Theory]
    [InlineData(
        "# tolerance: significant-digits 11\n",
        "# tolerance: significant-digits 12\n",
        "the test asks for «significant-digits 11», which is wider than «significant-digits 12», the tolerance of the "
            + "verified file."
    )]
    [InlineData("# tolerance: significant-digits 12\n", "# tolerance: exact\n", "which is wider than «exact»")]
    [InlineData("# tolerance: significant-digits 17\n", "", "which is wider than «exact»")]
    [InlineData("# tolerance: monte-carlo x=x\n", "# tolerance: exact\n", "which is wider than «exact»")]
    [InlineData(
        "# tolerance: monte-carlo x=x\n", "# tolerance: significant-digits 12\n",
        "which is wider than «significant-digits 12»")]
    [InlineData(
        "# tolerance: significant-digits 12\n", "# tolerance: monte-carlo x=x\n",
        "which is wider than «monte-carlo x=x»")]
    public void WiderToleranceThanTheFileDeclaresIsRefusedWhateverTheNumbers(
        string asked,
        string declared,
        string complaint) => AssertDiffers(Column(asked, "1"), Column(declared, "1"), complaint);

    [Theory]
    [InlineData("# tolerance: significant-digits 12\n", "# tolerance: significant-digits 11\n")]
    [InlineData("# tolerance: exact\n", "# tolerance: significant-digits 11\n")]
    [InlineData("# tolerance: exact\n", "")]
    [InlineData("", "# tolerance: significant-digits 11\n")]
    public void NarrowerToleranceOrNoneIsNotRefused(string asked, string declared) =>
        AssertEqual(Column(asked, "1"), Column(declared, "1"));

    [Fact]
    public void NarrowerToleranceOfTheTestIsTheOneThatCounts() => AssertDiffers(
        Column("# tolerance: significant-digits 4\n", "1.005"), Column(Digits3, "1"), "under «significant-digits 4»");

    [Theory]
    [InlineData("# tolerance: roughly")]
    [InlineData("# tolerance: significant-digits")]
    [InlineData("# tolerance: significant-digits 0")]
    [InlineData("# tolerance: significant-digits 18")]
    [InlineData("# tolerance: monte-carlo")]
    [InlineData("# tolerance: monte-carlo half_width")]
    [InlineData("# tolerance: monte-carlo a=b a=c")]
    public void ToleranceThatCannotBeReadIsRefused(string line)
    {
        VerifyException failure = Assert.Throws<VerifyException>(() =>
            NumericTableComparer.Compare(Column("", "1"), Column(line + "\n", "1")));

        Assert.StartsWith(
            $"cannot read «{line}»; expected «# tolerance: exact»", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y\n1,2\n", "x,z\n1,2\n", "the columns are «x,y», expected «x,z».")]
    [InlineData("x\n1\n2\n", "x\n1\n", "there are 2 rows, expected 1.")]
    [InlineData("x,y\n1\n", "x,y\n1,2\n", "row 1: 1 cells, expected 2, for 2 columns")]
    [InlineData("# seed 1\nx\n1\n", "# seed 2\nx\n1\n", "the comment lines at the head differ.")]
    public void OtherShapeIsRefused(string received, string verified, string complaint) =>
        AssertDiffers(received, verified, complaint);

    [Fact]
    public void QuotedCellsMayContainCommas() =>
        AssertDiffers(
            "a,b\n\"x, \"\"y\"\"\",1\n", "a,b\n\"x, \"\"y\"\"\",2\n",
            "row 1 (x, \"y\"), column b: expected 2, actual 1");

    [Fact]
    public void OfManyDifferencesTheFirstTenAreShown()
    {
        string Table(int offset) => "x\n" + string.Concat(Enumerable.Range(offset, 25).Select(static x => $"{x}\n"));

        CompareResult result = NumericTableComparer.Compare(Table(100), Table(200));

        Assert.StartsWith("25 cells differ under «exact»:", result.Message, StringComparison.Ordinal);
        Assert.Equal(10, result.Message!.Split("allowed").Length - 1);
        Assert.EndsWith("…", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComparerIsUsedForCsvSnapshots()
    {
        using var folder = new SnapshotFolder();
        folder.Write("Specimen.Test.verified.csv", Column(Digits3, "1"));

        Assert.Null(
            await folder.FailureOf(
                Column("", "1.001"),
                "csv",
                static verification => verification.UseTolerance(Tolerance.SignificantDigits(3))));
        string? failure = await folder.FailureOf(
            Column("", "1.001"),
            "csv",
            static verification => verification.UseTolerance(Tolerance.SignificantDigits(2)));

        Assert.StartsWith(
            "Specimen.Test: the test asks for «significant-digits 2», which is wider", failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptedTableDeclaresTheToleranceThatTheTestAskedFor()
    {
        using var folder = new SnapshotFolder();

        await folder.FailureOf(
            "n,estimate,half_width\n1,0.5,0.1\n",
            "csv",
            static verification => verification.UseTolerance(Tolerance.MonteCarlo(("estimate", "half_width"))));

        Assert.Equal(Interval + "n,estimate,half_width\n1,0.5,0.1\n", folder.Read("Specimen.Test.received.csv"));
    }

    private static string Column(string declaration, string cell) => $"{declaration}x\n{cell}\n";

    private static string Estimate(string n, string estimate, string halfWidth) =>
        $"{Interval}n,estimate,half_width\n{n},{estimate},{halfWidth}\n";

    private static void AssertEqual(string received, string verified)
    {
        CompareResult result = NumericTableComparer.Compare(received, verified);
        Assert.True(result.IsEqual, result.Message);
    }

    private static void AssertDiffers(string received, string verified, string complaint)
    {
        CompareResult result = NumericTableComparer.Compare(received, verified);
        Assert.False(result.IsEqual);
        Assert.Contains(complaint, result.Message, StringComparison.Ordinal);
    }
}
