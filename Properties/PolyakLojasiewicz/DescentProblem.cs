using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>What FsCheck draws: small integers; matrices and points follow from the stream of
/// <see cref="Seed"/>.</summary>
/// <param name="Samples">n, 1 to 5.</param>
/// <param name="Surplus">p − n, 0 to 4.</param>
/// <param name="TenthsOfRipple">10a, 0 to 45.</param>
/// <param name="Condition">s_max²/s_min², 1 to 50.</param>
/// <param name="Seed">Seed of the data.</param>
public sealed record DescentProblem(int Samples, int Surplus, int TenthsOfRipple, int Condition, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>The loss.</summary>
    public RippledSystem System() =>
        new(Stream("system"), Samples, Samples + Surplus, TenthsOfRipple / 10.0, Condition);
}
