using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>Counts of independent trials against a claimed probability: for almost-sure and high-probability
/// statements.</summary>
/// <remarks>
/// A trial can succeed for certain, fail for certain, or stay open (the numerics certified neither). Open trials count
/// against both conclusions: the lower confidence bound treats them as failures, the upper one as successes.
/// </remarks>
public sealed record TrialCount : Evidence
{
    /// <summary>Number of trials.</summary>
    public required int Trials { get; init; }

    /// <summary>Trials that certainly succeeded.</summary>
    public required int Successes { get; init; }

    /// <summary>Trials that certainly failed.</summary>
    public required int Failures { get; init; }

    /// <summary>Trials that missed the premise; they are none of <see cref="Trials"/>.</summary>
    public int Excluded { get; init; }

    /// <summary>The claimed probability of success, in (0, 1]; 1 for almost-sure statements.</summary>
    public required double Probability { get; init; }

    /// <summary>Error level of this decision, both sides together.</summary>
    public required double Level { get; init; }

    /// <summary>Clopper–Pearson lower bound of the probability of certain success, one side at half the level; 0
    /// without trials.</summary>
    public double Lower => Trials == 0 ? 0 : ClopperPearson.Lower(Successes, Trials, Level / 2);

    /// <summary>Clopper–Pearson upper bound of the probability of not certainly failing, one side at half the level; 1
    /// without trials.</summary>
    public double Upper => Trials == 0 ? 1 : ClopperPearson.Upper(Trials - Failures, Trials, Level / 2);

    /// <summary>The smallest shortfall below <see cref="Probability"/> that this many trials would have refuted with
    /// probability ½ or more; 1 without trials.</summary>
    public double SmallestDetectableExcess =>
        Trials == 0 ? 1 : TrialDesign.SmallestDetectableExcess(Probability, Trials, Level / 2);

    /// <summary>The share of draws on which an exception could hide: all that is not certainly a success, at this
    /// level; 1 without trials.</summary>
    public double UnseenShare => Trials == 0 ? 1 : 1 - ClopperPearson.Lower(Successes, Trials, Level);

    /// <inheritdoc/>
    public override string Detects => Probability >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"an exception on {UnseenShare:p1} of the draws")
        : string.Create(
            CultureInfo.InvariantCulture, $"a probability below {Probability - SmallestDetectableExcess:g4}");

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Successes} of {Trials} certain, {Failures} failed; probability in [{Lower:f3}, {Upper:f3}], claimed "
            + $"{(Probability >= 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"≥ {Probability:g3}"))}"
            + $"{(Excluded > 0 ? $"; {Excluded} missed the premise" : "")}");

    /// <summary>
    /// For a probability below 1: holds when the lower bound reaches it, refuted when the upper bound stays below it.
    /// For probability 1: one certain failure refutes; without one it holds where few enough draws are unseen.
    /// </summary>
    protected override Verdict Finding
    {
        get
        {
            if (Trials == 0)
                return Verdict.Undecided;
            if (Probability >= 1)
                return Failures > 0 ? Verdict.Refuted
                    : UnseenShare <= TrialDesign.LargestUnseenShare ? Verdict.Holds
                    : Verdict.Undecided;
            return Lower >= Probability ? Verdict.Holds
                : Upper < Probability ? Verdict.Refuted
                : Verdict.Undecided;
        }
    }
}
