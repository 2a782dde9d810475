using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary>Where an audit goes that names no folder: each tier, seed and selection has its own, so that none replaces
/// another.</summary>
public static class DefaultFolder
{
    /// <summary>Where the audit of the whole catalogue at the defaults goes.</summary>
    public const string OfDefaults = "artifacts/audit";

    private const int LongestName = 60;

    /// <summary>The folder, such as <c>artifacts/audit-smoke-quadratic-networks-student-width</c>.</summary>
    public static string Of(
        Tier tier, ulong seed, double risk, IReadOnlyList<string> filters, Shard? shard = null)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var name = new StringBuilder(OfDefaults);
        if (tier != Tier.Standard)
            name.Append('-').Append(TierNames.Of(tier));
        if (seed != 1)
            name.Append("-seed-").Append(CanonicalJson.Write(seed));
        if (risk != RiskBudget.DefaultRisk)
            name.Append("-risk-").Append(CanonicalJson.Write(risk).ToLowerInvariant().Replace('.', '-'));
        if (filters.Count > 0)
            name.Append('-').Append(NameOf(filters));
        if (shard is not null)
            name.Append("-shard-").Append($"{CanonicalJson.Write(shard.Index)}-of-{CanonicalJson.Write(shard.Count)}");
        return name.ToString();
    }

    // One id names itself. Globs have characters that file systems do not take; what they lose is made up for by a
    // digest, so that two selections never share a name.
    private static string NameOf(IReadOnlyList<string> filters)
    {
        string joined = string.Join('\n', filters);
        string name = string.Join(
            '-',
            joined.Split([.. joined.Where(letter => !IsPlain(letter))], StringSplitOptions.RemoveEmptyEntries));
        if (
            filters.Count == 1
            && name.Length <= LongestName
            && joined.Count(letter => !IsPlain(letter)) == 1
            && joined.Replace('/', '-') == name)
            return name;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined)))[..8];
        return $"{name[..Math.Min(name.Length, LongestName)]}-{hash}".TrimStart('-');
    }

    private static bool IsPlain(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
