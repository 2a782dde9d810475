using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>What a verdict rests on: plain numbers, enough for a third party to re-check the conclusion.</summary>
/// <remarks>Six kinds: <see cref="Certificate"/>, <see cref="Counterexample"/>, <see cref="TrialCount"/>, <see cref="PowerLaw"/>,
/// <see cref="Limit"/>, <see cref="Agreement"/>. Where an examination has several parts, the decisive one comes first and carries
/// the others in <see cref="Supporting"/>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Certificate), "certificate")]
[JsonDerivedType(typeof(Counterexample), "counterexample")]
[JsonDerivedType(typeof(TrialCount), "trials")]
[JsonDerivedType(typeof(PowerLaw), "slope")]
[JsonDerivedType(typeof(Limit), "limit")]
[JsonDerivedType(typeof(Agreement), "agreement")]
public abstract record Evidence
{
    /// <summary>The statement that this evidence is about, in words.</summary>
    [JsonPropertyOrder(-2)]
    public required string Statement { get; init; }

    /// <summary>What follows from the numbers; recomputed from them, never stored apart.</summary>
    [JsonPropertyOrder(-1)]
    public abstract Verdict Verdict { get; }

    /// <summary>The decisive numbers on one line; not part of the data (each kind repeats the attribute, which overrides do not inherit).</summary>
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <summary>The trial that decided, where a single one did; it can be replayed.</summary>
    public TrialAddress? Decisive { get; init; }

    /// <summary>The other parts of the examination, empty where there are none.</summary>
    [JsonPropertyOrder(100)]
    public IReadOnlyList<Evidence> Supporting { get; init; } = [];

    /// <summary>All parts together: refuted if one is refuted, else undecided if one is undecided, else holds.</summary>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static Evidence All(params IReadOnlyList<Evidence> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("An examination needs at least one piece of evidence.", nameof(parts));
        Evidence decisive = parts.FirstOrDefault(part => part.Verdict == Verdict.Refuted)
            ?? parts.FirstOrDefault(part => part.Verdict == Verdict.Undecided)
            ?? parts[0];
        return decisive with { Supporting = [.. decisive.Supporting, .. parts.Where(part => !ReferenceEquals(part, decisive))] };
    }
}
