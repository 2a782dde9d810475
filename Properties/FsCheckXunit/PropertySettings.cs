using System.Globalization;
using System.Reflection;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>How one property runs: the attributes of its method, classes and assembly, laid over FsCheck's defaults.</summary>
internal sealed record PropertySettings
{
    public static PropertySettings Default { get; } = new();

    public int MaxTest { get; init; } = Config.Default.MaxTest;

    public int MaxRejected { get; init; } = Config.Default.MaxRejected;

    public int StartSize { get; init; } = Config.Default.StartSize;

    public int EndSize { get; init; } = Config.Default.EndSize;

    public string? Replay { get; init; }

    public bool Verbose { get; init; }

    public bool QuietOnSuccess { get; init; }

    public IReadOnlyList<Type> Arbitrary { get; init; } = [];

    /// <summary>The settings of a property method of <paramref name="testClass"/>.</summary>
    public static PropertySettings Of(Type testClass, MethodInfo method)
    {
        // From the outermost class inward, so that each attribute is laid over those around it.
        var attributes = new Stack<PropertyAttribute?>();
        attributes.Push(method.GetCustomAttribute<PropertyAttribute>());
        for (Type? type = testClass; type is not null; type = type.DeclaringType)
            attributes.Push(type.GetCustomAttribute<PropertiesAttribute>());
        attributes.Push(testClass.Assembly.GetCustomAttribute<PropertiesAttribute>());
        return attributes.OfType<PropertyAttribute>().Aggregate(Default, (outer, attribute) => attribute.Over(outer));
    }

    /// <summary>FsCheck's configuration.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of its range; FsCheck itself would run for ever or ignore it.</exception>
    public Config ToConfig(string testName, IRunner runner)
    {
        Require(MaxTest >= 1, $"MaxTest = {MaxTest}: at least 1 draw is needed.");
        Require(MaxRejected >= 1, $"MaxRejected = {MaxRejected}: at least 1 is needed.");
        Require(StartSize >= 0, $"StartSize = {StartSize}: sizes are 0 or more.");
        Require(EndSize >= StartSize, $"EndSize = {EndSize}: it must not be below StartSize = {StartSize}.");
        foreach (Type type in Arbitrary)
            Require(ProvidesArbitrary(type), $"Arbitrary = [typeof({type.Name})]: it has no public static method that returns Arbitrary<T>.");
        return Config.Default
            .WithMaxTest(MaxTest)
            .WithMaxRejected(MaxRejected)
            .WithStartSize(StartSize)
            .WithEndSize(EndSize)
            .WithArbitrary(Arbitrary)
            .WithReplay(FSharpOption<Replay>.Some(Replay is null ? DefaultReplay(testName) : ParseReplay(Replay)))
            .WithRunner(runner);
    }

    /// <summary>The replay text of the draw made at this state and size.</summary>
    public static string FormatReplay(Rnd state, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"({state.Seed},{state.Gamma},{size})");

    private static Replay ParseReplay(string text)
    {
        string[] parts = text.Trim().TrimStart('(').TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        bool wellFormed = parts.Length is 2 or 3;
        ulong seed = 0, gamma = 0;
        int size = 0;
        wellFormed = wellFormed
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out seed)
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out gamma)
            // The generator adds gamma to its state; only an odd gamma visits all states, and FsCheck prints no other.
            && gamma % 2 == 1
            && (parts.Length == 2 || int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out size));
        Require(wellFormed, $"Replay = \"{text}\": expected \"(seed,gamma,size)\" or \"(seed,gamma)\" as a failure prints it, gamma odd.");
        return new Replay(new Rnd(seed, gamma), parts.Length == 3 ? FSharpOption<int>.Some(size) : FSharpOption<int>.None);
    }

    private static Replay DefaultReplay(string testName)
    {
        // FNV-1a, 64 bits: string.GetHashCode differs from process to process.
        ulong hash = 14695981039346656037;
        foreach (char c in testName)
            hash = unchecked((hash ^ c) * 1099511628211);
        return new Replay(new Rnd(hash), FSharpOption<int>.None);
    }

    private static bool ProvidesArbitrary(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(static method =>
            method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Arbitrary<>));

    private static void Require(bool condition, string complaint)
    {
        if (!condition)
            throw new InvalidOperationException("[Property] cannot run: " + complaint);
    }
}
