using System.Reflection;

namespace Verification.Implementation.Experiments;

/// <summary>Tells code by its text: a content hash per system, made when an assembly is built.</summary>
/// <remarks>
/// It covers the system's folder and everything that belongs to no system, with normalized line ends and sorted paths,
/// and the versions of the packages that compute. Commit, checkout path and build leave it alone.
/// <c>SourceIdentity.targets</c> says how it is made.
/// </remarks>
public static class SourceIdentity
{
    private const string Name = "SourceIdentity";

    /// <summary>Identity of what measures a system: of this assembly.</summary>
    /// <param name="system">The part before the slash of the ids of its experiments and claims.</param>
    public static string OfMeasurements(string system) => Of(typeof(SourceIdentity).Assembly, system);

    /// <summary>Identity of an assembly's code for a system: 32 hexadecimal digits; that of the shared code where the
    /// assembly has no such system.</summary>
    /// <param name="assembly">An assembly whose project imports <c>SourceIdentity.targets</c>.</param>
    /// <param name="system">The part before the slash of the ids of its experiments and claims, such as
    /// <c>online-sgd</c>.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without an identity.</exception>
    public static string Of(Assembly assembly, string system)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(system);
        Dictionary<string, string?> identities = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key.StartsWith(Name, StringComparison.Ordinal))
            .ToDictionary(metadata => metadata.Key, metadata => metadata.Value, StringComparer.Ordinal);
        return identities.GetValueOrDefault($"{Name}.{Folder(system)}")
            ?? identities.GetValueOrDefault(Name)
            ?? throw new InvalidOperationException(
                $"{assembly.GetName().Name} was built without SourceIdentity.targets.");
    }

    private static string Folder(string system) =>
        string.Concat(
            system
                .Split('-', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
