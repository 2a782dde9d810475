using System.Globalization;

namespace Verification.Spec.Parameters;

/// <summary>Reads the text of a parameter that is a law of its own, such as a covariance: any class that parses
/// itself.</summary>
internal abstract class LawReader
{
    /// <summary>The reader of a type; null for numbers, flags, names and lists.</summary>
    internal static LawReader? Of(Type type) =>
        type is { IsPrimitive: false, IsEnum: false } && type != typeof(string)
            && Array.Exists(
                type.GetInterfaces(),
                face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>))
            ? (LawReader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(type))!
            : null;

    /// <summary>The law.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    internal abstract object Read(string text);

    private sealed class Reader<T> : LawReader
        where T : IParsable<T>
    {
        internal override object Read(string text) => T.Parse(text, CultureInfo.InvariantCulture);
    }
}
