using System.Globalization;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Spec.Verdicts;

/// <summary>Distances to a claimed limit along a sequence of scales, for statements with α → 0, t → ∞, d → ∞.</summary>
/// <remarks>A finite sequence proves no limit; it decides by a bound. The claim names an envelope — distance ≤ constant
/// · scale^(−rate) — and how far the last distance has to come; distances above the envelope refute, a sequence that
/// has not come far enough decides nothing.</remarks>
public sealed record Limit : Evidence
{
    /// <summary>Scales, positive, ascending towards the limit.</summary>
    public required IReadOnlyList<double> Scales { get; init; }

    /// <summary>Distance from the claimed limit at each scale, not negative.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Rounding error of the distances.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Claimed rate: the distance falls like scale^(−rate).</summary>
    public required double Rate { get; init; }

    /// <summary>Constant of the envelope.</summary>
    public required double Constant { get; init; }

    /// <summary>The distance that the last scale has to reach before the sequence counts as convergent.</summary>
    public required double Resolution { get; init; }

    /// <summary>The largest share of the envelope that a distance fills; above 1 where one exceeds it.</summary>
    public double Filled => Scales.Count != Distances.Count || Scales.Count == 0
        ? double.NaN
        : Scales.Zip(Distances, (scale, distance) => distance / Envelope(scale)).Max();

    /// <inheritdoc/>
    public override string Detects => string.Create(
        CultureInfo.InvariantCulture, $"a distance above the envelope, of which {Filled:p0} are filled");

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Summary => Distances.Count == 0 ? "no distances" : string.Create(
        CultureInfo.InvariantCulture,
        $"distance {Distances[0]:g3} → {Distances[^1]:g3} at scale {Scales[^1]:g4}; envelope {Constant:g3}·s^−{Rate:g3}"
    );

    /// <summary>Refuted when a distance exceeds the envelope by more than the tolerance; holds when none does and the
    /// last is within the resolution; undecided too where the scales do not ascend from a positive number or a constant
    /// of the envelope is not finite.</summary>
    protected override Verdict Finding
    {
        get
        {
            if (
                Scales.Count < 3
                || Scales.Count != Distances.Count
                || Distances.Any(double.IsNaN)
                || !(Tolerance <= Resolution)
                || !ScalesAscend()
                || !double.IsFinite(Constant)
                || !double.IsFinite(Rate))
            {
                return Verdict.Undecided;
            }

            for (int i = 0; i < Scales.Count; i++)
            {
                if (Distances[i] > Envelope(Scales[i]) + Tolerance)
                    return Verdict.Refuted;
            }

            return Distances[^1] <= Resolution ? Verdict.Holds : Verdict.Undecided;
        }
    }

    private double Envelope(double scale) => Constant * ElementaryFunctions.Exp(-Rate * ElementaryFunctions.Log(scale));

    private bool ScalesAscend() =>
        Scales[0] > 0 && Scales.Zip(Scales.Skip(1)).All(neighbors => neighbors.First < neighbors.Second);
}
