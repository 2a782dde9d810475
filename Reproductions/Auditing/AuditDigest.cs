using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>What two audits have in common when they measured and concluded the same: SHA-256 over canonical
/// text.</summary>
/// <remarks>
/// A claim's digest covers its id, the evidence of each variant, and the outcomes of all units that these rest on,
/// sorted. The audit's digest covers seed, tier, risk and stream version, the digests of its claims in ordinal order of
/// ids, and the figures' tables. Neither covers clock, machine, path, number of threads, or the order in which anything
/// finished; nor the build, so that a refactoring which moves no bit keeps the digest. That of a suite other than the
/// catalogue covers the suite's name.
/// </remarks>
public static class AuditDigest
{
    /// <summary>Digest of one claim, as lowercase hexadecimal digits.</summary>
    public static string Of(ClaimReport report, RecordedMeasurements measurements)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(measurements);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"claim {report.Claim.Id}\n");
        foreach (VariantReport variant in report.Variants)
            Append(
                hash,
                $"{variant.Variant.Key} {variant.Variant.Name} "
                    + $"{CanonicalJson.Write<Evidence>(variant.Result.Evidence)}\n");
        measurements.AppendTo(hash);
        return Finish(hash);
    }

    /// <summary>Digest of an audit, as lowercase hexadecimal digits.</summary>
    public static string Of(
        Suite suite,
        AuditSettings settings,
        IEnumerable<AuditedClaim> claims,
        IEnumerable<DrawnFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(figures);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(
            hash,
            $"audit {RandomStream.Version} {CanonicalJson.Write(settings.Seed)} {TierNames.Of(settings.Tier)} "
                + $"{CanonicalJson.Write(settings.Risk)}\n");
        if (suite.ForeignName is { } name)
            Append(hash, $"suite {name}\n");
        foreach (AuditedClaim claim in claims.OrderBy(claim => claim.Report.Claim.Id, StringComparer.Ordinal))
            Append(hash, $"{claim.Report.Claim.Id} {claim.Digest}\n");
        foreach (DrawnFigure figure in figures.OrderBy(figure => figure.Figure.Id, StringComparer.Ordinal))
            Append(hash, $"figure {figure.Figure.Id}\n{figure.Csv}");
        return Finish(hash);
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    private static string Finish(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
