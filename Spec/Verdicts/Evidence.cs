using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>What a verdict rests on: plain numbers, enough for a third party to re-check the conclusion.</summary>
/// <remarks>
/// Where an examination has several parts, the decisive one comes first and carries the others in
/// <see cref="Supporting"/>. A part either states the claim or is a supplement: only what states it can refute it.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Certificate), "certificate")]
[JsonDerivedType(typeof(EstimatedResidual), "estimate")]
[JsonDerivedType(typeof(Counterexample), "counterexample")]
[JsonDerivedType(typeof(TrialCount), "trials")]
[JsonDerivedType(typeof(ShareAgreement), "share")]
[JsonDerivedType(typeof(ShareRise), "rise")]
[JsonDerivedType(typeof(PowerLaw), "slope")]
[JsonDerivedType(typeof(Limit), "limit")]
[JsonDerivedType(typeof(Agreement), "agreement")]
[JsonDerivedType(typeof(NotApplicable), "not-applicable")]
public abstract record Evidence
{
    /// <summary>The statement that this evidence is about, in words.</summary>
    [JsonPropertyOrder(-4)]
    public required string Statement { get; init; }

    /// <summary>What follows from the numbers; recomputed from them, never stored apart. A supplement leaves open what
    /// it contradicts.</summary>
    [JsonPropertyOrder(-3)]
    public Verdict Verdict => Supplement && Finding == Verdict.Refuted ? Verdict.Undecided : Finding;

    /// <summary>Name of the part within its examination, by which a variant says where it has to be refuted; null where
    /// there is one part.</summary>
    [JsonPropertyOrder(-2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>Whether this part only accompanies the claim: it can leave it open, and cannot refute it.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Supplement { get; init; }

    /// <summary>The decisive numbers on one line; not part of the data (each kind repeats the attribute, which
    /// overrides do not inherit).</summary>
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <summary>What this evidence would have noticed, in words: the power behind a "holds".</summary>
    [JsonPropertyOrder(90)]
    public abstract string Detects { get; }

    /// <summary>The trial that decided, where a single one did; it can be replayed.</summary>
    public TrialAddress? Decisive { get; init; }

    /// <summary>The other parts of the examination, empty where there are none.</summary>
    [JsonPropertyOrder(100)]
    public IReadOnlyList<Evidence> Supporting { get; init; } = [];

    /// <summary>What the numbers say by themselves.</summary>
    protected abstract Verdict Finding { get; }

    /// <summary>This part under a name.</summary>
    public Evidence Named(string part) => this with { Part = part };

    /// <summary>This part as one that accompanies the claim and cannot refute it.</summary>
    public Evidence AsSupplement() => this with { Supplement = true };

    /// <summary>This part and all that stand beside it.</summary>
    public IEnumerable<Evidence> Parts() => [this, .. Supporting.SelectMany(part => part.Parts())];

    /// <summary>The same parts, led by the first that states the claim, has this name and is refuted; as they are where
    /// there is none.</summary>
    public Evidence LedBy(string? refutedPart)
    {
        Evidence[] parts = [.. Parts()];
        Evidence? lead = Array.Find(
            parts, part => !part.Supplement && part.Part == refutedPart && part.Verdict == Verdict.Refuted);
        return lead is null || ReferenceEquals(lead, this)
            ? this
            : lead with
            {
                Supporting =
                [
                    .. parts.Where(part => !ReferenceEquals(part, lead)).Select(part => part with { Supporting = [] }),
                ],
            };
    }

    /// <summary>
    /// All parts together: refuted if a part that states the claim is refuted, else undecided if any part is, else
    /// holds. Parts without instances do not count, unless nothing else states the claim.
    /// </summary>
    /// <exception cref="ArgumentException">No part states the claim.</exception>
    public static Evidence All(params IReadOnlyList<Evidence> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Evidence[] stating = [.. parts.Where(part => !part.Supplement)];
        if (stating.Length == 0)
            throw new ArgumentException("An examination needs at least one part that states the claim.", nameof(parts));
        Evidence[] applicable = [.. stating.Where(part => part is not NotApplicable)];
        Evidence decisive = applicable.Length == 0
            ? stating[0]
            : Array.Find(applicable, part => part.Verdict == Verdict.Refuted)
                ?? Array.Find(applicable, part => part.Verdict == Verdict.Undecided)
                ?? parts.FirstOrDefault(part =>
                    part is { Supplement: true, Verdict: Verdict.Undecided } and not NotApplicable)
                ?? applicable[0];
        return decisive with
        {
            Supporting = [.. decisive.Supporting, .. parts.Where(part => !ReferenceEquals(part, decisive))],
        };
    }
}
