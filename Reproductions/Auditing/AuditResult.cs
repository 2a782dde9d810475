using System.Text.Json.Nodes;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>A finished audit.</summary>
/// <param name="Settings">What was asked.</param>
/// <param name="Budget">How the risk was split.</param>
/// <param name="Claims">The claims in the order of the catalogue.</param>
/// <param name="Figures">The figures of their systems.</param>
/// <param name="Digest">Digest of everything measured and concluded.</param>
public sealed record AuditResult(
    AuditSettings Settings,
    RiskBudget Budget,
    IReadOnlyList<AuditedClaim> Claims,
    IReadOnlyList<DrawnFigure> Figures,
    string Digest)
{
    /// <summary>What was audited.</summary>
    public required Suite Suite { get; init; }

    /// <summary>Where it was measured, as <see cref="RunEnvironment"/> says it; null for this process.</summary>
    public JsonObject? Environment { get; init; }

    /// <summary>What the audited documents state and nothing examines; it enters no verdict.</summary>
    public IReadOnlyList<NotExamined> NotExamined { get; init; } = [];

    /// <summary>How many claims are as expected, with all their variants.</summary>
    public int Passed => Claims.Count(claim => claim.Report.Passes);

    /// <summary>The variants whose verdict is the opposite of the expected one.</summary>
    public IEnumerable<VariantReport> Contradicted =>
        Variants.Where(variant => !variant.AsExpected && variant.Result.Verdict != Verdict.Undecided);

    /// <summary>The variants that stay undecided.</summary>
    public IEnumerable<VariantReport> Undecided =>
        Variants.Where(variant => variant.Result.Verdict == Verdict.Undecided);

    /// <summary>What it comes to.</summary>
    public AuditOutcome Outcome =>
        Contradicted.Any() ? AuditOutcome.Unexpected
        : Undecided.Any() ? AuditOutcome.Undecided
        : AuditOutcome.AsExpected;

    private IEnumerable<VariantReport> Variants => Claims.SelectMany(claim => claim.Report.Variants);
}
