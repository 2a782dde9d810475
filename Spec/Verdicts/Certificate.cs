using System.Globalization;
using System.Text.Json.Serialization;

namespace Verification.Spec.Verdicts;

/// <summary>A residual with a tolerance that bounds its rounding error: for identities, inequalities, existence, optimality.</summary>
/// <remarks>
/// <see cref="Residual"/> says by how much the statement is violated in the worst instance examined (negative: satisfied with that margin).
/// Since the tolerance bounds everything that rounding can do, a residual above it refutes. A tolerance above
/// <see cref="Resolution"/>, the smallest violation that matters, decides nothing.
/// </remarks>
public sealed record Certificate : Evidence
{
    /// <summary>Largest violation over all instances, in the units that <see cref="Derivation"/> names.</summary>
    public required double Residual { get; init; }

    /// <summary>Bound of the rounding error of the residual, same units.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Smallest violation that matters, same units.</summary>
    public required double Resolution { get; init; }

    /// <summary>Where the tolerance comes from.</summary>
    public required string Derivation { get; init; }

    /// <summary>How many instances were examined.</summary>
    public required int Instances { get; init; }

    /// <summary>Holds up to the tolerance, refuted above it; undecided if a number is not finite, no instance was examined, or the tolerance exceeds the resolution.</summary>
    public override Verdict Verdict =>
        Instances == 0 || double.IsNaN(Residual) || !double.IsFinite(Tolerance) || !(Tolerance <= Resolution) ? Verdict.Undecided
        : Residual <= Tolerance ? Verdict.Holds
        : Verdict.Refuted;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => string.Create(
        CultureInfo.InvariantCulture, $"residual {Residual:g4}, tolerance {Tolerance:g2}, {Instances} instance{(Instances == 1 ? "" : "s")}");
}
