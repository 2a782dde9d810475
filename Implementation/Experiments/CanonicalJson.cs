using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Verification.Implementation.Experiments;

/// <summary>The one text form of cells and outcomes: members in declaration order, doubles in their shortest form that
/// reads back exactly.</summary>
/// <remarks>NaN and infinities are written as <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>; enumerations by
/// name.</remarks>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly JsonSerializerOptions OptionsForReaders = new(Options)
    {
        Converters = { new NumberOrNull() },
    };

    /// <summary>The same with null for NaN: for readers to whom a text in place of a number is a fault.</summary>
    public static string WriteForReaders<T>(T value) => JsonSerializer.Serialize(value, OptionsForReaders);

    /// <summary>Writes a value on one line.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException($"Expected a {typeof(T).Name}, found null.");

    private sealed class NumberOrNull : JsonConverter<double>
    {
        private static readonly JsonConverter<double> Plain =
            (JsonConverter<double>)JsonSerializerOptions.Default.GetConverter(typeof(double));

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("What is written for readers is not read back.");

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsNaN(value))
                writer.WriteNullValue();
            else if (double.IsInfinity(value))
                writer.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
            else
                Plain.Write(writer, value, options);
        }
    }
}
