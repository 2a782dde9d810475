using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>What an audit is asked to do.</summary>
/// <param name="Filters">Globs on claim ids; none for the whole catalogue.</param>
/// <param name="Tier">How much work it may spend.</param>
/// <param name="Seed">Seed of the suite.</param>
/// <param name="Risk">Probability of any wrong verdict, in (0, 1).</param>
/// <param name="Jobs">Number of threads; no influence on results.</param>
/// <param name="Folder">Where the audit is written.</param>
public sealed record AuditSettings(
    IReadOnlyList<string> Filters, Tier Tier, ulong Seed, double Risk, int Jobs, string Folder)
{
    /// <summary>Which part of the audit is asked for; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether the figures of the claims are drawn; they are part of the digest.</summary>
    public bool Figures { get; init; } = true;

    /// <summary>Whether each figure is drawn as SVG besides, which no digest sees.</summary>
    public bool Svg { get; init; }
}
