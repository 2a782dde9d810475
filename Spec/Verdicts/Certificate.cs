using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A residual with a tolerance that bounds its error: for identities, inequalities, existence,
/// optimality.</summary>
/// <remarks>
/// <see cref="Residual"/> says by how much the statement is violated in the worst instance that decides (negative:
/// satisfied with that margin). Since the tolerance bounds every error, a residual above it refutes. An instance whose
/// tolerance exceeds
/// <see cref="Resolution"/>, the smallest violation that matters, decides nothing: it is open, and counted as such.
/// </remarks>
public sealed record Certificate : Evidence
{
    /// <summary>Largest violation over all instances that decide, in the units that <see cref="Derivation"/>
    /// names.</summary>
    public required double Residual { get; init; }

    /// <summary>Bound of the error of the residual, same units.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Smallest violation that matters, same units.</summary>
    public required double Resolution { get; init; }

    /// <summary>Where the tolerance comes from.</summary>
    public required string Derivation { get; init; }

    /// <summary>How many instances were examined.</summary>
    public required int Instances { get; init; }

    /// <summary>How many of them decide nothing.</summary>
    public int Open { get; init; }

    /// <summary>Error level of what is concluded about all draws; null where the instances are fixed and are all that
    /// is claimed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Level { get; init; }

    /// <summary>
    /// The share of draws on which a violation could hide: the upper Clopper–Pearson bound of the share of open ones, 1
    /// − level^(1/n) where none is. For fixed instances 0, or 1 where one is open.
    /// </summary>
    public double UnseenShare => Instances == 0 ? 1
        : Level is { } level ? 1 - ClopperPearson.Lower(Instances - Open, Instances, level)
        : Open > 0 ? 1
        : 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary
    {
        get
        {
            string instances = $"{Instances} instance{(Instances == 1 ? "" : "s")}{(Open > 0 ? $", {Open} open" : "")}";
            return DecidesNothing
                ? instances
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"residual {Residual:g4}, tolerance {Tolerance:g2}, {instances}");
        }
    }

    /// <inheritdoc/>
    public override string Detects =>
        DecidesNothing ? "nothing: no instance decides"
        : Level is null
            ? string.Create(CultureInfo.InvariantCulture, $"a violation by more than {Tolerance:g2} at any instance")
        : string.Create(
            CultureInfo.InvariantCulture, $"a violation by more than {Tolerance:g2} on {UnseenShare:p1} of the draws");

    /// <summary>Refuted above the tolerance; holds up to it where few enough draws are unseen; else undecided, and
    /// where a number is not finite.</summary>
    protected override Verdict Finding =>
        DecidesNothing || double.IsNaN(Residual) || !double.IsFinite(Tolerance) ? Verdict.Undecided
        : Tolerance > Resolution && Residual > -Tolerance ? Verdict.Undecided
        : Residual > Tolerance ? Verdict.Refuted
        : UnseenShare <= TrialDesign.LargestUnseenShare ? Verdict.Holds
        : Verdict.Undecided;

    private bool DecidesNothing => Open >= Instances;
}
