using Verification.Implementation.Experiments;
using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>Tells the code that measures and judges a claim from other code.</summary>
public static class CodeIdentity
{
    private static readonly string Assemblies =
        $"{typeof(ExperimentRunner).Module.ModuleVersionId:N}-{typeof(Claim).Module.ModuleVersionId:N}";

    /// <summary>The identity of what measures and judges this claim.</summary>
    public static string Of(Claim claim) => claim.GetType().Assembly == typeof(Claim).Assembly
        ? Assemblies
        : $"{Assemblies}-{claim.GetType().Module.ModuleVersionId:N}";
}
