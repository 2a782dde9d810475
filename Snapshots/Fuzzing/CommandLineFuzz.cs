using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Fuzzing;

/// <summary>Random command lines made of words that mean something, words that nearly do, and noise.</summary>
public sealed class CommandLineFuzz
{
    private static readonly string[] Commands =
    [
        "list",
        "show",
        "audit",
        "probe",
        "replay",
        "reproduce",
        "report",
        "compare",
        "merge",
        "verify",
        "lst",
        "",
        "--help",
        "--version",
        "[suggest]",
        "[diagram]",
    ];

    private static readonly string[] Words =
    [
        "--json",
        "--tier",
        "--seed",
        "--risk",
        "--jobs",
        "--set",
        "--variant",
        "--not-examined",
        "--format",
        "--format=svg,csv",
        "--svg",
        "--shard",
        "--shard=2/3",
        "--only-files",
        "--help",
        "-h",
        "-?",
        "--version",
        "--",
        "-",
        "--=",
        "--json=true",
        "--tier=smoke",
        "toys/holds",
        "toys/erratum",
        "toys/sums",
        "toys/*",
        "toys",
        "*",
        "?",
        "**/**",
        "",
        " ",
        "'toys/holds'",
        "\"toys/*\"",
        "'",
        "\"\"",
        "@file",
        "#",
        "~",
        "%",
        "$HOME",
        "smoke",
        "standard",
        "full",
        "Smoke",
        "0",
        "1",
        "2",
        "-1",
        "1.5",
        "1e-3",
        "1e-15",
        "1e-16",
        "5e-324",
        "1e400",
        "NaN",
        "-Infinity",
        "0x10",
        "1,5",
        "٣",
        "18446744073709551615",
        "18446744073709551616",
        "99999999999999999999",
        "1/1",
        "1/2",
        "0/2",
        "3/2",
        "1/2/3",
        "claim",
        "printed",
        "m1",
        "m2",
        "m0",
        "m99",
        "size=5",
        "size=13",
        "size=0",
        "size=",
        "=",
        "size==5",
        "size=5=5",
        "bound=NaN",
        "bound=1e308",
        "bound=5e-324",
        "bound=-0",
        "tolerance=0.5",
        "trials=1",
        "trials=1000000000000",
        "width=5",
        "toys/holds~m1~~s1~e0.001~AAAA",
        "~~~~~",
        "toys/holds~claim~size=5~s1~e0.001~c0~t0~AAAA",
        "\u001b[31m",
        "a\nb",
        "\r\n",
        "\t",
        "\0",
        "\u202e",
        "\ud83d",
        "😀",
        "ﬀ",
        "́",
        "=cmd",
        "|",
        ">",
        "`",
        "\\",
        "/",
        "..",
        "../..",
        "C:\\",
        "nul",
    ];

    [Fact]
    public void RandomCommandLinesEndAsDocumented()
    {
        Random random = Fuzz.Random(nameof(CommandLineFuzz));
        using var scratch = new ScratchFolder();
        for (int i = 0; i < Fuzz.Cases; i++)
        {
            var arguments = new List<string> { Pick(random, Commands) };
            for (int words = random.Next(6); words > 0; words--)
                arguments.Add(Word(random));

            // What is written goes where it does no harm; the last word wins nothing, since an option given twice is
            // refused.
            if (arguments[0] is "audit" or "reproduce" or "merge")
                arguments.InsertRange(1, ["--out", scratch[$"{random.Next(3)}"]]);
            string[] commandLine = [.. arguments];
            Expected.Of(ClaimsInProcess.Run(commandLine), commandLine);
        }
    }

    private static string Word(Random random) => random.Next(8) switch
    {
        0 => Pick(random, Words) + Pick(random, Words),
        1 => new string([
            .. Enumerable
                .Range(0, random.Next(12))
                .Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000)),
        ]),
        2 when random.Next(20) == 0 => string.Concat(Enumerable.Repeat(Pick(random, Words), 1 + random.Next(3000))),
        _ => Pick(random, Words),
    };

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
