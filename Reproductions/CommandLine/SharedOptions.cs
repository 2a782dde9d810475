using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Loading;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary>Options that several commands have, with one meaning and one set of messages.</summary>
internal static class SharedOptions
{
    private const int MostJobs = 1024;

    private static readonly string LeastRisk =
        RiskBudget.LeastRisk.ToString("g", CultureInfo.InvariantCulture).ToLowerInvariant();

    public static Argument<string[]> Filters(string noun) => new("filter")
    {
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Quoting.Stripped(token.Value))],
        Description = $"Ids of {noun}s or globs on them (* any text, ? one character); all where there is none",
    };

    public static Argument<string> Id() => new("ID") { Description = "Id of a claim, as claims list shows it" };

    public static Option<bool> Json(string what) =>
        new("--json") { Description = $"Write {what} as JSON to standard output" };

    public static Option<ulong> Seed(string name = "--seed", string what = "Seed of the suite") => new(name)
    {
        Description = $"{what}, a whole number from 0 to 18446744073709551615",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
            ulong.TryParse(Token(result), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : Refuse<ulong>(result, name, "a whole number from 0 to 18446744073709551615"),
    };

    public static Option<double> Risk() => new("--risk")
    {
        Description = $"Probability that the whole audit errs anywhere, at least {LeastRisk} and below 1",
        HelpName = "R",
        DefaultValueFactory = _ => RiskBudget.DefaultRisk,
        CustomParser = result =>
            double.TryParse(Token(result), NumberStyles.Float, CultureInfo.InvariantCulture, out double risk)
            && risk is >= RiskBudget.LeastRisk and < 1
            ? risk
            : Refuse<double>(result, "--risk", $"a number from {LeastRisk} up to, but less than, 1, such as 0.001"),
    };

    public static Option<int> Jobs() =>
        WholeNumber(
            "--jobs", "Number of threads, without influence on results", Math.Min(Environment.ProcessorCount, MostJobs),
            MostJobs);

    public static Option<int> WholeNumber(string name, string what, int fallback, int most) => new(name)
    {
        Description = what,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
            int.TryParse(Token(result), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1
            && number <= most
            ? number
            : Refuse<int>(result, name, $"a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}"),
    };

    public static Option<Shard?> Shard() => new("--shard")
    {
        Description =
            "Only the i-th of n parts, for claims merge to put together: each claim with its variants, and each "
                + "figure, is in one of them",
        HelpName = "i/n",
        CustomParser = result => Auditing.Shard.Parse(Token(result))
            ?? Refuse<Shard?>(
                result, "--shard",
                $"i/n with whole numbers 1 ≤ i ≤ n ≤ {Auditing.Shard.Most.ToString(CultureInfo.InvariantCulture)}, "
                    + "such as 2/3"),
    };

    public static Option<Tier?> Tier() => new("--tier")
    {
        Description =
            "How much work to spend on the whole catalogue: smoke (two minutes on two cores), standard (seven "
                + "minutes, the default) or full (hours)",
        HelpName = "smoke|standard|full",
        CustomParser = result => TierNames.Parse(Token(result)) ?? Refuse<Tier?>(result, "--tier", TierNames.All),
    };

    public static Option<string?> Out(string fallback) => new("--out")
    {
        Description = $"Folder to write to [default: {fallback}]",
        HelpName = "DIR",
        CustomParser = result =>
            Token(result) is { Length: > 0 } folder && !folder.Contains('\0', StringComparison.Ordinal)
            ? folder
            : Refuse<string?>(result, "--out", "a folder"),
    };

    public static Option<string?> Suite() => new("--suite")
    {
        Description =
            $"Assembly with the claims of a paper of yours; where {SuiteSetting.FileName} in this folder names one, "
                + "that, else the catalogue",
        HelpName = "FILE",
        Recursive = true,
        CustomParser = result =>
            Token(result) is { Length: > 0 } file && !file.Contains('\0', StringComparison.Ordinal)
            ? file
            : Refuse<string?>(result, "--suite", "an assembly, such as bin/Release/net10.0/MyPaper.dll"),
    };

    private static string Token(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static T Refuse<T>(ArgumentResult result, string option, string right)
    {
        result.AddError($"'{Shown.Word(Token(result))}' is no value of {option}: give {right}.");
        return default!;
    }
}
