using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A part that has nothing to decide about: no draw satisfied its premise, its domain is empty, or a
/// hypothesis fails.</summary>
public sealed record NotApplicable : Evidence
{
    /// <summary>Why, as a clause without a final period.</summary>
    public required string Reason { get; init; }

    /// <summary>Evidence that was measured where a hypothesis fails: its parts stand beside it and refute
    /// nothing.</summary>
    public static NotApplicable OutsideHypotheses(string statement, string unmet, Evidence measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return new()
        {
            Statement = statement,
            Reason = $"outside the hypotheses: {unmet}",
            Supporting = [.. measured.Parts().Select(part => part.AsSupplement() with { Supporting = [] })],
        };
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => Reason;

    /// <inheritdoc/>
    public override string Detects => "nothing";

    /// <inheritdoc/>
    protected override Verdict Finding => Verdict.Undecided;
}
