using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A refutation at the smallest sizes found by shrinking, with the token that replays exactly it.</summary>
public sealed record Counterexample : Evidence
{
    /// <summary>Sizes, laws and constants of the smallest instance, by parameter name.</summary>
    public required IReadOnlyDictionary<string, string> Instance { get; init; }

    /// <summary>What was measured there: the deciding trial's numbers, or the summary of all trials.</summary>
    public required IReadOnlyDictionary<string, double> Measured { get; init; }

    /// <summary>Token for <c>claims replay</c>.</summary>
    public required string Replay { get; init; }

    /// <summary>The evidence at the smallest instance.</summary>
    public required Evidence Refutation { get; init; }

    /// <summary>The evidence at the sizes that the claim asks for, on which the verdict rests.</summary>
    public required Evidence Original { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => Refutation.Summary;

    /// <inheritdoc/>
    public override string Detects => Original.Detects;

    /// <summary>Always refuted.</summary>
    protected override Verdict Finding => Verdict.Refuted;
}
