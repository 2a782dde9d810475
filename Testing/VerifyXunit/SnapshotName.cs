using System.Globalization;
using System.Reflection;
using VerifyTests;

namespace VerifyXunit;

/// <summary>The part of a snapshot's file name before <c>.verified.</c></summary>
internal static class SnapshotName
{
    // The characters that no file name may have on one of the platforms; fixed, so that names are the same on all of
    // them.
    private const string Forbidden = "<>:\"/\\|?*";

    public static string ClassOf(string sourceFile) => Path.GetFileNameWithoutExtension(sourceFile.Replace('\\', '/'));

    public static string Of(Assembly tests, string className, string method, VerifySettings settings)
    {
        if (settings.ParametersText is { } text)
            return WithText(className, method, text);
        return settings.Parameters.Count == 0
            ? $"{className}.{method}"
            : WithText(
                className, method,
                Variant(ParametersOf(tests, className, method, settings.Parameters.Count), settings.Parameters));
    }

    /// <summary><c>Class.Method_text</c></summary>
    public static string WithText(string className, string method, string text) =>
        $"{className}.{method}_{Legal(text)}";

    /// <summary><c>n=3_d=7</c></summary>
    public static string Variant(IEnumerable<ParameterInfo> parameters, IEnumerable<object?> values) =>
        string.Join('_', parameters.Zip(values, static (parameter, value) => $"{parameter.Name}={Text(value)}"));

    private static ParameterInfo[] ParametersOf(Assembly tests, string className, string method, int atLeast) =>
        tests.GetTypes()
            .Where(type => type.Name == className)
            .SelectMany(static type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(candidate => candidate.Name == method)
            .Select(static candidate => candidate.GetParameters())
            .FirstOrDefault(parameters => parameters.Length >= atLeast)
        ?? throw new VerifyException(
            $"UseParameters was given {atLeast} values, and there is no method {className}.{method} with as many "
                + "parameters; Verify takes its names from the test method that calls it.");

    private static string Text(object? value) => value switch
    {
        null => "null",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Legal(string text) =>
        string.Concat(
            text.Select(static c => Forbidden.Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '-' : c));
}
