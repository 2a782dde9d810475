using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Verification.Snapshots.PublicApi;

/// <summary>What code outside of an assembly can use of some types: the types that their members mention with them, a
/// member a line.</summary>
/// <remarks>Left out is what every object has and what the compiler adds to a record, of which the primary constructor
/// and the properties tell all.</remarks>
internal sealed class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private readonly SortedDictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly HashSet<Assembly> _assemblies;
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The surface of some types.</summary>
    /// <param name="roots">The types, all of the assemblies that count.</param>
    public PublicSurface(IReadOnlyCollection<Type> roots)
    {
        _assemblies = [.. roots.Select(root => root.Assembly)];
        foreach (Type root in roots)
            Reach(root);
    }

    /// <summary>The types in ordinal order of their names.</summary>
    public IEnumerable<Type> Types => _types.Values;

    /// <summary>Members that can be used from outside, of which each has a line.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.IsEnum || typeof(Delegate).IsAssignableFrom(type)
        ? []
        : type.GetMembers(Declared).Where(member => member switch
        {
            MethodBase method => IsOpen(method)
                && !method.IsDefined(typeof(CompilerGeneratedAttribute))
                && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", Ordinal))
                && !(method is MethodInfo of && of.GetBaseDefinition().DeclaringType == typeof(object)),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen)
                && property.Name != "EqualityContract",
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            EventInfo => true,
            _ => false,
        });

    /// <summary>The surface as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string name, Type type) in _types)
        {
            text.Append(Kind(type)).Append(' ').Append(name);
            if (type.IsEnum)
                text.Append(" { ").AppendJoin(", ", Enum.GetNames(type)).Append(" }");
            else if (type.BaseType is { } ancestor && ancestor != typeof(object) && ancestor != typeof(ValueType))
                text.Append(" : ").Append(Name(ancestor));
            text.Append('\n');
            foreach (string line in Members(type).Select(Line).Order(StringComparer.Ordinal))
                text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private void Reach(Type type)
    {
        if (type.HasElementType)
        {
            Reach(type.GetElementType()!);
            return;
        }

        if (type.IsGenericParameter)
            return;
        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            foreach (Type argument in type.GetGenericArguments())
                Reach(argument);
            type = type.GetGenericTypeDefinition();
        }

        if (!_assemblies.Contains(type.Assembly) || !_types.TryAdd(Name(type), type))
            return;
        if (type.BaseType is { } ancestor)
            Reach(ancestor);
        foreach (Type mentioned in Members(type).SelectMany(Mentioned))
            Reach(mentioned);
    }

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        MethodInfo method =>
            [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        MethodBase constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic
        || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private string Line(MemberInfo member) => member switch
    {
        PropertyInfo property =>
            $"{Modifiers(property.GetAccessors(nonPublic: true)[0])}{property.Name}"
                + (property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "")
                + $": {Name(property.PropertyType)}{Mark(_nullability.Create(property))}{Setter(property)}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{field.Name}: {Name(field.FieldType)}",
        ConstructorInfo constructor => $"new({Parameters(constructor.GetParameters())})",
        MethodInfo method =>
            $"{Modifiers(method)}{method.Name}"
                + (method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "")
                + $"({Parameters(method.GetParameters())}): {Name(method.ReturnType)}"
                + Mark(_nullability.Create(method.ReturnParameter)),
        _ => member.ToString()!,
    };

    private string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(
        ", ", parameters.Select(parameter =>
            $"{parameter.Name}: {Name(parameter.ParameterType)}{Mark(_nullability.Create(parameter))}"
                + (parameter.IsOptional ? " = …" : "")));

    private static string Mark(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable
        && !info.Type.IsGenericParameter
        && Nullable.GetUnderlyingType(info.Type) is null
        ? "?"
        : "";

    private static string Setter(PropertyInfo property) => property.SetMethod is not { } setter || !IsOpen(setter)
        ? ""
        : property.IsDefined(typeof(RequiredMemberAttribute)) ? " required init" : " init";

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract ? "abstract "
            : method is MethodInfo overriding && overriding.GetBaseDefinition() != overriding ? "override "
            : method.IsVirtual && !method.IsFinal ? "virtual "
            : "");

    /// <summary>Lines of one surface that another lacks, each behind the type that it belongs to.</summary>
    public static IEnumerable<string> Missing(string text, string other) =>
        Named(text).Except(Named(other), StringComparer.Ordinal);

    private static IEnumerable<string> Named(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' '))
                type = line;
            yield return line.StartsWith(' ') ? $"{type}: {line.TrimStart()}" : line;
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    // Types of the framework by their short names, ours in full where they stand for themselves.
    private string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Name(value)}?";
        if (type.HasElementType)
            return Name(type.GetElementType()!)
                + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : "&");
        if (type.IsGenericParameter)
            return type.Name;
        string name = _assemblies.Contains(type.Assembly)
            ? (type.FullName ?? $"{type.Namespace}.{type.Name}").Split('[')[0].Replace('+', '.')
            : type.Name;
        name = name.Replace("Verification.", "", Ordinal);
        string[] arguments = [.. type.GetGenericArguments().Select(Name)];
        return arguments.Length == 0
            ? name
            : $"{string.Concat(name.Split('`')[0])}<{string.Join(", ", arguments)}>";
    }
}
