using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.FSharp.Collections;

namespace FsCheck.Xunit;

/// <summary>Arguments of a property as text, one a line, with the names of their parameters.</summary>
/// <remarks>FsCheck's own text cuts doubles to ten digits; a counterexample has to be the number itself, so they round-trip here.</remarks>
internal sealed class ArgumentFormatter(MethodInfo method)
{
    // A counterexample that fills the screen hides the message around it.
    private const int LongestSequence = 50;

    private readonly ParameterInfo[] _parameters = method.GetParameters();

    public string Format(FSharpList<object> arguments)
    {
        // FsCheck draws several parameters as one tuple; arguments of a ForAll inside the property follow, without names.
        object?[] values = arguments is [ITuple tuple, ..] && _parameters.Length > 1 && tuple.Length == _parameters.Length
            ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), .. arguments.Skip(1)]
            : [.. arguments];
        return values.Length == 0
            ? "  (no arguments)"
            : string.Join(Environment.NewLine, values.Select((value, i) => i < _parameters.Length ? $"  {_parameters[i].Name} = {Text(value)}" : $"  {Text(value)}"));
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Escape(text)}\"",
        char character => $"'{Escape(character.ToString())}'",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i])))})",
        IEnumerable sequence => Sequence(sequence.Cast<object?>()),
        _ => OwnText(value),
    };

    private static string Sequence(IEnumerable<object?> items)
    {
        string[] shown = [.. items.Take(LongestSequence + 1).Select(Text)];
        return shown.Length <= LongestSequence
            ? $"[{string.Join(", ", shown)}]"
            : $"[{string.Join(", ", shown.Take(LongestSequence))}, …]";
    }

    private static string OwnText(object value)
    {
        // A type without a ToString of its own would print nothing but its name; F#'s structural text shows its properties.
        MethodInfo? toString = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes);
        return toString?.DeclaringType == typeof(object)
            ? Runner.argumentsToString(ListModule.OfSeq<object>([value]))
            : value.ToString() ?? "";
    }

    private static string Escape(string text) => string.Concat(text.Select(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when char.IsControl(c) || char.IsSurrogate(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => c.ToString(),
    }));
}
