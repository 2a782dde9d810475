using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>The share of an event at two sizes: that it is certainly larger at the greater one. "With high probability"
/// as a tendency.</summary>
/// <remarks>Each of the four Clopper–Pearson bounds takes a quarter of the level. Open trials count as failures in
/// lower bounds and as successes in upper ones.</remarks>
public sealed record ShareRise : Evidence
{
    /// <summary>Number of trials at the lesser size.</summary>
    public required int LesserTrials { get; init; }

    /// <summary>Trials at the lesser size in which the event certainly happened.</summary>
    public required int LesserSuccesses { get; init; }

    /// <summary>Trials at the lesser size in which it certainly did not.</summary>
    public required int LesserFailures { get; init; }

    /// <summary>Number of trials at the greater size.</summary>
    public required int GreaterTrials { get; init; }

    /// <summary>Trials at the greater size in which the event certainly happened.</summary>
    public required int GreaterSuccesses { get; init; }

    /// <summary>Trials at the greater size in which it certainly did not.</summary>
    public required int GreaterFailures { get; init; }

    /// <summary>By how much the share is said to rise at least, positive.</summary>
    public required double Rise { get; init; }

    /// <summary>Error level of this decision, both sides together.</summary>
    public required double Level { get; init; }

    /// <summary>Lower bound of the rise.</summary>
    public double Lower =>
        LesserTrials == 0 || GreaterTrials == 0 ? -1
        : ClopperPearson.Lower(GreaterSuccesses, GreaterTrials, Level / 4)
            - ClopperPearson.Upper(LesserTrials - LesserFailures, LesserTrials, Level / 4);

    /// <summary>Upper bound of the rise.</summary>
    public double Upper =>
        LesserTrials == 0 || GreaterTrials == 0 ? 1
        : ClopperPearson.Upper(GreaterTrials - GreaterFailures, GreaterTrials, Level / 4)
            - ClopperPearson.Lower(LesserSuccesses, LesserTrials, Level / 4);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{LesserSuccesses} of {LesserTrials} ({LesserFailures} failed), then {GreaterSuccesses} of {GreaterTrials} "
            + $"({GreaterFailures} failed): rise in [{Lower:f3}, {Upper:f3}], claimed ≥ {Rise:g3}");

    /// <inheritdoc/>
    public override string Detects => string.Create(
        CultureInfo.InvariantCulture, $"a rise smaller by {Upper - Lower:g3} than this one");

    /// <summary>Holds when the lower bound reaches the claimed rise, refuted when the upper bound stays below
    /// it.</summary>
    protected override Verdict Finding =>
        Lower >= Rise ? Verdict.Holds
        : Upper < Rise ? Verdict.Refuted
        : Verdict.Undecided;
}
