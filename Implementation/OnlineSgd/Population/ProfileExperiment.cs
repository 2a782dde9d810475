using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Cell of <see cref="ProfileExperiment"/>.</summary>
/// <param name="Degree">k ≥ 1.</param>
/// <param name="Divisions">n ≥ 2, even: overlaps −1, −1 + 2/n, …, 1.</param>
public sealed record ProfileCell(int Degree, int Divisions);

/// <summary>The loss and its drift over the overlap.</summary>
/// <param name="Losses">L(m) = 1 − m^k, next to the exact numbers.</param>
/// <param name="Drifts">km^(k−1)(1 − m²), next to the exact numbers and of their sign.</param>
public sealed record ProfileOutcome(double[] Losses, double[] Drifts);

/// <summary>The landscape of f = H_k/√k! over the overlap, in rational arithmetic.</summary>
public sealed class ProfileExperiment : Experiment<ProfileCell, ProfileOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/profile";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ProfileOutcome Run(ProfileCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree is < 1 or > 50 || cell.Divisions is < 2 or > 1000 || cell.Divisions % 2 != 0)
            throw new ArgumentException(
                "Degrees lie between 1 and 50, divisions are even and between 2 and 1000.", nameof(cell));
        Rational[] overlaps =
        [
            .. Enumerable.Range(0, cell.Divisions + 1)
                .Select(i => new Rational(2 * i - cell.Divisions, cell.Divisions)),
        ];
        return new(
            [.. overlaps.Select(m => Nearby(Rational.One - Rational.Power(m, cell.Degree)))],
            [.. overlaps.Select(m =>
                Nearby(cell.Degree * Rational.Power(m, cell.Degree - 1) * (Rational.One - m * m)))]);
    }

    // Enclosures do not reach across 0: the nearest double of a nonzero number has its sign.
    private static double Nearby(Rational value) => value.Rounded().Value;
}
