using System.Reflection;
using System.Runtime.Loader;

namespace Verification.Reproductions.Loading;

/// <summary>The assemblies of a suite: those beside it are its own, the engine's are this program's.</summary>
internal sealed class SuiteLoadContext : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;
    private readonly IReadOnlyList<Assembly> _engine;

    /// <summary>The context of an assembly.</summary>
    /// <param name="path">The assembly's full path.</param>
    /// <param name="engine">The assemblies that it has in common with this program, whichever lie beside it.</param>
    /// <exception cref="InvalidOperationException">The list of its dependencies cannot be read.</exception>
    public SuiteLoadContext(string path, IReadOnlyList<Assembly> engine)
        : base(Path.GetFileName(path))
    {
        _resolver = new(path);
        _engine = engine;
    }

    /// <summary>An assembly with those beside it that it needs, directly or not, in ordinal order of their
    /// names.</summary>
    /// <exception cref="FileNotFoundException">One that it needs is neither beside it nor the program's.</exception>
    public IReadOnlyList<Assembly> WithDependencies(Assembly assembly)
    {
        var found = new SortedDictionary<string, Assembly>(StringComparer.Ordinal);
        Visit(assembly);
        return [.. found.Values];

        void Visit(Assembly visited)
        {
            if (!found.TryAdd(visited.GetName().Name ?? "", visited))
                return;
            foreach (AssemblyName reference in visited.GetReferencedAssemblies())
            {
                // Now, and not where a measurement first needs it.
                Assembly loaded = LoadFromAssemblyName(reference);
                if (IsOwn(reference))
                    Visit(loaded);
            }
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Engine(assemblyName)
        ?? (_resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null);

    private bool IsOwn(AssemblyName name) =>
        Engine(name) is null && _resolver.ResolveAssemblyToPath(name) is not null;

    private Assembly? Engine(AssemblyName name) =>
        _engine.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
}
