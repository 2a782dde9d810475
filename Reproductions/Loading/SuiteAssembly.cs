using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Loading;

/// <summary>The suite of an assembly that was built outside of this checkout.</summary>
/// <remarks>The assembly names its suite by <see cref="ClaimSuiteAttribute{TSuite}"/>. It was built for an engine of
/// this program's major and minor version: between them the engine's public surface may break.</remarks>
public static class SuiteAssembly
{
    private static readonly Assembly[] Engine =
        [typeof(ExperimentRunner).Assembly, typeof(Claim).Assembly, typeof(Suite).Assembly];

    private static readonly ConcurrentDictionary<string, Lazy<Suite>> Suites = new(StringComparer.Ordinal);

    /// <summary>The suite of an assembly; loaded once, as long as the process lasts.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <exception cref="UnfitSuiteException">There is no such file, or none with a suite that this program can
    /// load.</exception>
    public static Suite Load(string path)
    {
        string full = Path.GetFullPath(path);
        return Suites.GetOrAdd(full, new Lazy<Suite>(() => Loaded(full))).Value;
    }

    /// <summary>Whether an assembly was loaded as one of a suite, or for one.</summary>
    public static bool Holds(Assembly assembly) =>
        AssemblyLoadContext.GetLoadContext(assembly) is SuiteLoadContext;

    private static Suite Loaded(string path)
    {
        if (!File.Exists(path))
            throw new UnfitSuiteException(
                $"there is no {Shown.Path(path)}, which should be the suite; build it, or mend --suite or "
                    + $"{SuiteSetting.FileName}.");
        RefuseUnreadable(path);
        try
        {
            var context = new SuiteLoadContext(path, Engine);
            Assembly assembly = context.LoadFromAssemblyPath(path);
            IReadOnlyList<Assembly> own = context.WithDependencies(assembly);
            foreach (AssemblyName reference in own.SelectMany(each => each.GetReferencedAssemblies()))
                RefuseOtherEngine(path, reference);
            ClaimSuiteAttribute named = assembly.GetCustomAttribute<ClaimSuiteAttribute>()
                ?? throw new UnfitSuiteException(
                    $"{Shown.Path(path)} names no suite; one has [assembly: ClaimSuite<T>], see docs/own-paper.md.");
            return named.Suite with { Code = AssemblyCode.Of(own, context.WithDependencies) };
        }
        catch (BadImageFormatException failure)
        {
            throw new UnfitSuiteException($"{Shown.Path(path)} is no .NET assembly.", failure);
        }
        catch (Exception failure) when (failure is not (UnfitSuiteException or OutOfMemoryException))
        {
            // What a suite's own code throws, whatever it is: an initializer's exception comes wrapped.
            string cause = Shown.Sentence(failure.GetBaseException().Message);
            throw new UnfitSuiteException($"the suite of {Shown.Path(path)} cannot be loaded: {cause}", failure)
            {
                IsDamage = true,
            };
        }
    }

    private static void RefuseUnreadable(string path)
    {
        try
        {
            if (LinkedFile.Length(path) == 0)
                throw new UnfitSuiteException($"{Shown.Path(path)} is no .NET assembly.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnfitSuiteException($"cannot read {Shown.Path(path)}: {Shown.Cause(failure)}.", failure)
            {
                IsDamage = true,
            };
        }
    }

    private static void RefuseOtherEngine(string path, AssemblyName reference)
    {
        if (Engine.FirstOrDefault(assembly => assembly.GetName().Name == reference.Name) is not { } engine
            || reference.Version is not { } asked
            || engine.GetName().Version is not { } own
            || (asked.Major, asked.Minor) == (own.Major, own.Minor))
            return;
        throw new UnfitSuiteException(string.Create(
            CultureInfo.InvariantCulture,
            $"{Shown.Path(path)} was built for version {asked.Major}.{asked.Minor} of the engine, and this program is "
                + $"{own.Major}.{own.Minor}; build it with Verification.Engine {Release.Version}, or take the program "
                + $"of version {asked.Major}.{asked.Minor}."))
        {
            IsDamage = true,
        };
    }
}
