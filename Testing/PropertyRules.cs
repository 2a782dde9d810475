using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Xunit;

namespace Verification.Testing;

/// <summary>Misuse of FsCheck.Xunit that ends the test host, or lets a property pass that examined nothing.</summary>
/// <remarks>
/// The package reads its attributes outside the part that catches exceptions: a text that is no replay ends the whole
/// run, without naming the property. An asynchronous method without a task passes before its assertions run. No draws
/// at all count as passed. Every method returns complaints, none if all is well.
/// </remarks>
public static class PropertyRules
{
    private const BindingFlags Everywhere =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Complaints about an assembly's own attribute: it has to fix the seed of every property, and not their
    /// size.</summary>
    public static IEnumerable<string> OfAssembly(PropertiesAttribute? attribute)
    {
        string? replay = attribute?.Replay;
        if (replay is null)
            return
            [
                "The assembly has no [assembly: Properties(Replay = …)]: its properties draw other arguments in every "
                    + "run.",
            ];
        return Numbers(replay).Length == 3
            ? [$"The assembly's Replay {replay} names a size: every property would make one draw."]
            : Settings("The assembly", attribute!);
    }

    /// <summary>Complaints about the properties of some types and about what those types set for them.</summary>
    public static IEnumerable<string> OfTypes(IEnumerable<Type> types) => types.SelectMany(type =>
    {
        IEnumerable<string> ofType = type.GetCustomAttribute<PropertiesAttribute>(inherit: false) is { } shared
            ? Settings(type.Name, shared)
            : [];
        return ofType.Concat(type.GetMethods(Everywhere).SelectMany(OfMethod));
    });

    private static IEnumerable<string> OfMethod(MethodInfo method)
    {
        if (method.GetCustomAttribute<PropertyAttribute>() is not { } attribute)
            return [];
        string name = $"{method.DeclaringType!.Name}.{method.Name}";
        IEnumerable<string> complaints = Settings(name, attribute);
        return method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute))
            ? complaints.Append($"{name} is 'async void' and ends before its assertions; let it return Task.")
            : complaints;
    }

    private static IEnumerable<string> Settings(string name, PropertyAttribute attribute)
    {
        if (attribute.Replay is { Length: > 0 } replay && !IsReplay(replay))
            yield return $"{name}: Replay {replay} is not (seed,gamma) or (seed,gamma,size) of whole numbers with an "
                + "odd gamma.";

        // −1 stands for "not set".
        if (attribute.MaxTest is 0 or < -1)
            yield return $"{name}: MaxTest {attribute.MaxTest.ToString(CultureInfo.InvariantCulture)} draws nothing.";
        foreach (Type type in attribute.Arbitrary.Where(type => !ProvidesArbitrary(type)))
            yield return $"{name}: {type.Name} has no public static member that gives an Arbitrary.";
    }

    private static bool IsReplay(string replay) => Numbers(replay) switch
    {
        [var seed, var gamma] => IsSeed(seed, gamma),
        [var seed, var gamma, var size] => IsSeed(seed, gamma)
            && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static bool IsSeed(string seed, string gamma) =>
        ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && ulong.TryParse(gamma, NumberStyles.None, CultureInfo.InvariantCulture, out ulong odd)
        && ulong.IsOddInteger(odd);

    // As the package reads it.
    private static string[] Numbers(string replay) =>
        replay.Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool ProvidesArbitrary(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Any(method =>
                method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Arbitrary<>));
}
