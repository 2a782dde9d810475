using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A share of trials against a probability from theory, by Clopper–Pearson on both sides.</summary>
public sealed record ShareAgreement : Evidence
{
    /// <summary>Number of trials.</summary>
    public required int Trials { get; init; }

    /// <summary>Trials in which the event certainly happened.</summary>
    public required int Successes { get; init; }

    /// <summary>Trials in which it certainly did not.</summary>
    public required int Failures { get; init; }

    /// <summary>The probability from theory.</summary>
    public required double Theory { get; init; }

    /// <summary>Bound of what the theory leaves out at these sizes; 0 where it is exact.</summary>
    public required double FiniteSizeCorrection { get; init; }

    /// <summary>Largest half of the interval's width that still decides for agreement.</summary>
    public required double Resolution { get; init; }

    /// <summary>Error level of this decision, both sides together.</summary>
    public required double Level { get; init; }

    /// <summary>Lower bound of the probability; open trials count as failures.</summary>
    public double Lower => Trials == 0 ? 0 : ClopperPearson.Lower(Successes, Trials, Level / 2);

    /// <summary>Upper bound of the probability; open trials count as successes.</summary>
    public double Upper => Trials == 0 ? 1 : ClopperPearson.Upper(Trials - Failures, Trials, Level / 2);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Successes} of {Trials}: probability in [{Lower:f3}, {Upper:f3}], theory {Theory:g4}");

    /// <inheritdoc/>
    public override string Detects => string.Create(
        CultureInfo.InvariantCulture, $"a probability off by {(Upper - Lower) / 2 + FiniteSizeCorrection:g3}");

    /// <summary>Refuted when theory lies outside the interval by more than the correction; holds when inside and the
    /// interval is narrow enough.</summary>
    protected override Verdict Finding =>
        Trials == 0 || !double.IsFinite(Theory) ? Verdict.Undecided
        : Theory + FiniteSizeCorrection < Lower || Theory - FiniteSizeCorrection > Upper ? Verdict.Refuted
        : Upper - Lower <= 2 * Resolution ? Verdict.Holds
        : Verdict.Undecided;
}
