using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A residual whose error is only estimated. It can support a statement or leave it open; it never
/// refutes.</summary>
public sealed record EstimatedResidual : Evidence
{
    /// <summary>Largest violation over all instances, in the units that <see cref="Derivation"/> names.</summary>
    public required double Residual { get; init; }

    /// <summary>How far off that residual seems to be, same units.</summary>
    public required double Spread { get; init; }

    /// <summary>Smallest violation that matters, same units.</summary>
    public required double Resolution { get; init; }

    /// <summary>Where the estimate comes from.</summary>
    public required string Derivation { get; init; }

    /// <summary>How many instances were examined.</summary>
    public required int Instances { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"residual {Residual:g4} by estimate, spread {Spread:g2}, {Instances} instance{(Instances == 1 ? "" : "s")}"
        );

    /// <inheritdoc/>
    public override string Detects =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"nothing for certain; a violation by more than {Resolution:g2} leaves it open");

    /// <inheritdoc/>
    protected override Verdict Finding =>
        Instances > 0 && Residual <= Resolution && Spread <= Resolution ? Verdict.Holds : Verdict.Undecided;
}
