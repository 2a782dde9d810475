using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The document behind these figures, as the claims name it.</summary>
internal static class StationaryPointsTalk
{
    // The claims own the wording; a figure only points at another heading of the same document.
    public static Source At(string heading) => QuadraticNetworkClaims.All[0].Source with { Heading = heading };
}
