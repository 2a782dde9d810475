using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;

namespace Verification.Reproductions.Loading;

/// <summary>Tells the code of a suite's assemblies from other code.</summary>
/// <remarks>
/// What measures is the engine with the assemblies that have experiments and those that they need; what judges is the
/// engine with all. An assembly that carries a content hash of its sources, see <see cref="SourceIdentity"/>, is told
/// by it: the package of the engine brings the target that writes it. Any other is told by its bytes.
/// </remarks>
internal static class AssemblyCode
{
    private const int Digits = 32;

    /// <summary>The identities of a suite.</summary>
    /// <param name="assemblies">Its assemblies.</param>
    /// <param name="needed">An assembly with those of the suite that it needs.</param>
    public static SuiteCode Of(IReadOnlyList<Assembly> assemblies, Func<Assembly, IReadOnlyList<Assembly>> needed)
    {
        Assembly[] measuring = [.. assemblies.Where(HasExperiments).SelectMany(needed).Distinct()];
        return new(
            system => Hash(SuiteCode.OfTheCatalogue.MeasuredBy(system), system, measuring),
            system => Hash(SuiteCode.OfTheCatalogue.JudgedBy(system), system, assemblies));
    }

    private static bool HasExperiments(Assembly assembly) =>
        assembly.GetTypes().Any(type => Ancestors(type).Any(ancestor =>
            ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Experiment<,>)));

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }

    private static string Hash(string engine, string system, IEnumerable<Assembly> assemblies)
    {
        var text = new StringBuilder(engine);
        foreach (Assembly assembly in assemblies.OrderBy(Name, StringComparer.Ordinal))
            text.Append('\n').Append(Name(assembly)).Append(' ').Append(Identity(assembly, system));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];
    }

    private static string Identity(Assembly assembly, string system) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(entry => entry.Key == nameof(SourceIdentity))
        ? SourceIdentity.Of(assembly, system)
        : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(assembly.Location)));

    private static string Name(Assembly assembly) => assembly.GetName().Name ?? "";
}
