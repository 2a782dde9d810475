using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary>The words after <c>claims audit</c> that ask for the same audit again.</summary>
public static class AuditArguments
{
    /// <summary>The words, quoted for a shell; options at their defaults and the number of threads are left
    /// out.</summary>
    public static IEnumerable<string> Of(AuditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (string filter in settings.Filters)
            yield return Quoting.Pasteable(filter);
        if (settings.Tier != Tier.Standard)
            yield return $"--tier {TierNames.Of(settings.Tier)}";
        if (settings.Seed != 1)
            yield return $"--seed {CanonicalJson.Write(settings.Seed)}";
        if (!settings.Risk.Equals(RiskBudget.DefaultRisk))
            yield return $"--risk {CanonicalJson.Write(settings.Risk)}";
        if (settings.Shard is { } shard)
            yield return $"--shard {shard}";
        if (!settings.Figures)
            yield return "--no-figures";
        if (settings.Svg)
            yield return "--svg";
        yield return $"--out {Quoting.Pasteable(settings.Folder)}";
    }
}
