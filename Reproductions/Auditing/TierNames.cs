using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>The tiers as they are written on the command line and in files.</summary>
public static class TierNames
{
    /// <summary>All names, cheapest first, for messages.</summary>
    public const string All = "smoke, standard or full";

    /// <summary>The name of a tier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no tier.</exception>
    public static string Of(Tier tier) => tier switch
    {
        Tier.Smoke => "smoke",
        Tier.Standard => "standard",
        Tier.Full => "full",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Smoke, standard or full."),
    };

    /// <summary>The tier of a name, or null.</summary>
    public static Tier? Parse(string name) => name switch
    {
        "smoke" => Tier.Smoke,
        "standard" => Tier.Standard,
        "full" => Tier.Full,
        _ => null,
    };
}
