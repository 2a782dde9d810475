using System.Globalization;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Spec;
using Verification.Spec.Parameters;
using Xunit;

namespace Verification.Snapshots.Fuzzing;

/// <summary>Every parameter of every claim at and beyond the ends of its range.</summary>
public sealed class ParameterFuzz
{
    private static readonly string[] Boundaries =
    [
        "0",
        "-0",
        "1",
        "-1",
        "2",
        "3",
        "0.5",
        "1e-320",
        "5e-324",
        "2.2250738585072014E-308",
        "1e-300",
        "1e-16",
        "1.0000000000000002",
        "1e16",
        "1e300",
        "1e308",
        "1.7976931348623157E+308",
        "1e309",
        "NaN",
        "Infinity",
        "-Infinity",
        "2147483647",
        "2147483648",
        "-2147483648",
        "",
        " ",
        "+",
        ",",
        "1+1",
        "1,2",
        "1+2+3",
        "1++2",
        "true",
        "false",
        "gaussian",
        "relu",
        "x",
        "٣",
        "1_000",
        "0x1",
        "\u001b",
    ];

    /// <summary>Reading a value costs nothing: all of them, of all claims. Those that are read stop before the first
    /// measurement.</summary>
    [Fact]
    public async Task EveryValueIsReadOrRefused()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        foreach ((Claim claim, ClaimParameter parameter, string value) in Settings(Catalogue.Claims))
        {
            string[] commandLine = ["probe", claim.Id, "--set", $"{parameter.Name}={value}"];
            RunResult run = ClaimsInProcess.RunOn(Suite.Whole, stopped.Token, commandLine);
            Expected.Of(run, commandLine);
            Assert.True(
                run.ExitCode is ExitCode.Usage or ExitCode.Interrupted or ExitCode.Undecided,
                string.Join(' ', commandLine));
        }
    }

    /// <summary>Examining takes time: claims in turn in the tests, all of them in a long search, each stopped where it
    /// takes too long.</summary>
    [Fact]
    public void EveryValueThatIsReadIsExaminedOrRefused()
    {
        (Claim Claim, ClaimParameter Parameter, string Value)[] settings = [.. Settings(Catalogue.Claims)];
        Random random = Fuzz.Random(nameof(ParameterFuzz));
        random.Shuffle(settings);
        foreach (
            (Claim claim, ClaimParameter parameter, string value) in settings.Take(
                Fuzz.IsLong ? settings.Length : Fuzz.Cases / 20))
        {
            string[] variants = ["claim", "m1", "m2"];
            string[] commandLine =
            [
                "probe",
                claim.Id,
                "--set",
                $"{parameter.Name}={value}",
                .. parameter.Name == "trials" ? (string[])[] : ["trials=1"],
                "--variant",
                variants[random.Next(variants.Length)],
                "--jobs",
                "1",
                "--json",
            ];
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Fuzz.IsLong ? 5 : 0.3));
            Expected.Of(ClaimsInProcess.RunOn(Suite.Whole, patience.Token, commandLine), commandLine);
        }
    }

    private static IEnumerable<(Claim Claim, ClaimParameter Parameter, string Value)> Settings(
        IEnumerable<Claim> claims) =>
        from claim in claims
        from parameter in ClaimParameter.Of(claim)
        from value in Boundaries.Concat(Ends(parameter)).Distinct(StringComparer.Ordinal)
        select (claim, parameter, value);

    // The ends of the range as it is printed, and their neighbors.
    private static IEnumerable<string> Ends(ClaimParameter parameter)
    {
        foreach (string word in parameter.Range.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return word;
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double end))
                continue;
            foreach (
                double neighbor in (double[])[end - 1, end + 1, Math.BitDecrement(end), Math.BitIncrement(end), -end])
                yield return neighbor.ToString(CultureInfo.InvariantCulture);
        }
    }
}
