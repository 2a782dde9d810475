using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Reproductions.Reporting;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using VerifyXunit;

namespace Verification.Snapshots.ReportPage;

/// <summary>An audit of the whole catalogue that nobody ran: every card and figure, with specimens of evidence and with
/// pinned tables, so that the page can be tried without an hour of numerics.</summary>
internal static class SpecimenAudit
{
    private static readonly Evidence[] Held =
    [
        new Certificate
        {
            Statement = "the residual vanishes", Residual = 1e-14, Tolerance = 1e-12, Resolution = 1e-6,
            Derivation = "rounding of $n$ terms", Instances = 12,
        },
        new TrialCount
        {
            Statement = "the event occurs", Trials = 438, Successes = 438, Failures = 0, Probability = 0.9,
            Level = 1e-7,
        },
        new ShareAgreement
        {
            Statement = "the share is that of theory", Trials = 1974, Successes = 1540, Failures = 434,
            Theory = 0.78, FiniteSizeCorrection = 0.09, Resolution = 0.06, Level = 1e-7,
        },
        new ShareRise
        {
            Statement = "the share rises", LesserTrials = 438, LesserSuccesses = 0, LesserFailures = 438,
            GreaterTrials = 438, GreaterSuccesses = 438, GreaterFailures = 0, Rise = 0.5, Level = 1e-7,
        },
        new PowerLaw
        {
            Statement = "the risk falls as n^(−2)", X = [.. Enumerable.Range(1, 200).Select(i => (double)i)],
            Y = [.. Enumerable.Range(1, 200).Select(i => 3.0 / (i * i))], PointError = 0, Exponent = -2,
            Allowance = 0, Resolution = 0.25, Gap = 0.5, Level = 1e-7,
        },
        new Limit
        {
            Statement = "the distance vanishes", Scales = [1, 4, 16, 64], Distances = [0.1, 0.05, 0.02, 0.01],
            Tolerance = 0.1, Rate = 0.5, Constant = 0.2, Resolution = 0.1,
        },
        new Agreement
        {
            Statement = "the mean is that of theory", Simulated = 7.3, StandardError = 0.05, Trials = 2101,
            Theory = 7.2, FiniteSizeCorrection = 0.4, Resolution = 1, Level = 1e-7, Law = MeanLaw.Within(0, 17.2),
        },
        new EstimatedResidual
        {
            Statement = "two searches agree", Residual = 1e-15, Spread = 1e-12, Resolution = 1e-6,
            Derivation = "where the search stops", Instances = 320,
        },
    ];

    private static readonly Certificate Refuted = new()
    {
        Statement = "the residual vanishes", Residual = 2, Tolerance = 0.125, Resolution = 0.5,
        Derivation = "rounding", Instances = 3,
    };

    /// <summary>The audit.</summary>
    public static FoundAudit OfTheCatalogue()
    {
        var settings = new AuditSettings([], Tier.Smoke, 1, RiskBudget.DefaultRisk, 1, "specimen");
        AuditedClaim[] claims = [.. Catalogue.Claims.Select((claim, i) => Audited(claim, Held[i % Held.Length]))];
        FoundFigure[] figures = [.. FigureCatalogue.Figures.Select(Figure)];
        var result = new AuditResult(settings, new RiskBudget(settings.Risk), claims, [], new string('0', 64))
        {
            Suite = Suite.Whole,
            NotExamined = Catalogue.NotExamined,
        };
        return new(AuditJson.Of(result), true, figures, []);
    }

    /// <summary>The pinned table that has the columns of a figure's chart; where several have, any of them
    /// draws.</summary>
    public static string TableOf(Figure figure)
    {
        string folder = Path.Combine(SourceTree.FindRoot(AppContext.BaseDirectory)!, "Snapshots", Folder(figure));
        JsonObject specification = figure.Specification($"{figure.FileName}.csv");
        string[] fields = [.. Fields(specification).Distinct(StringComparer.Ordinal)];
        return Directory.GetFiles(folder, "*.verified.csv")
            .Order(StringComparer.Ordinal)
            .Select(path => string.Concat(
                File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line + "\n")))
            .Where(csv => fields.All(csv.Split('\n')[0].Split(',').Contains))
            .FirstOrDefault()
            ?? throw new InvalidOperationException($"No pinned table in {folder} has {string.Join(", ", fields)}.");
    }

    private static AuditedClaim Audited(Claim claim, Evidence held)
    {
        VariantReport[] variants =
        [
            .. Variant.Of(claim).Select(variant => new VariantReport(
                variant,
                new(
                    variant.Role == VariantRole.Claim ? held : Counterexample(variant),
                    new Dictionary<string, double>(StringComparer.Ordinal) { ["residual"] = 2 }))),
        ];
        return new(new(claim, variants), "", 8, 0.25);
    }

    private static Counterexample Counterexample(Variant variant) => new()
    {
        Statement = Refuted.Statement,
        Instance = ReplayToken.Parameters(variant.Claim),
        Measured = new Dictionary<string, double>(StringComparer.Ordinal) { ["residual"] = 2 },
        Replay = ReplayToken.Of(variant, 1, RiskBudget.DefaultRisk, null, Catalogue.Claims).ToString(),
        Refutation = Refuted,
        Original = Refuted.Named(variant.Part ?? ""),
    };

    private static FoundFigure Figure(Figure figure) =>
        new(figure.Id, TableOf(figure), figure.Specification($"{figure.FileName}.csv"));

    private static string Folder(Figure figure) =>
        Catalogue.Systems.Single(system => system.Id == figure.System).Folder;

    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member is { Key: "field", Value: JsonValue value } ? [value.GetValue<string>()] : Fields(member.Value)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };
}
