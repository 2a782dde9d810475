using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VerifyXunit;

/// <summary>Objects as JSON that is the same on every machine and in every culture.</summary>
internal static class StableJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Letters of formulas (σ, λ) are to be read in the file; it is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(), new SortedDictionaries() },
    };

    public static string Serialize<T>(T target) => JsonSerializer.Serialize(target, Options);

    /// <summary>Dictionaries enumerate in an order that nobody promised; their keys are written in ordinal
    /// order.</summary>
    private sealed class SortedDictionaries : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => EntryType(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(ByKey<,>).MakeGenericType(typeToConvert, EntryType(typeToConvert)!))!;

        private static Type? EntryType(Type type) => type.GetInterfaces().Append(type)
            .Where(static candidate => candidate.IsGenericType)
            .FirstOrDefault(static candidate =>
                candidate.GetGenericTypeDefinition() is var definition
                && (definition == typeof(IReadOnlyDictionary<,>) || definition == typeof(IDictionary<,>))
                && candidate.GenericTypeArguments[0] == typeof(string))
            ?.GenericTypeArguments[1];

        private sealed class ByKey<TDictionary, TValue> : JsonConverter<TDictionary>
        {
            public override TDictionary Read(
                ref Utf8JsonReader reader,
                Type typeToConvert,
                JsonSerializerOptions options
            ) => throw new NotSupportedException("Snapshots are compared as text and never read back.");

            public override void Write(Utf8JsonWriter writer, TDictionary value, JsonSerializerOptions options)
            {
                writer.WriteStartObject();
                foreach (
                    (string key, TValue item) in ((IEnumerable<KeyValuePair<string, TValue>>)value!).OrderBy(
                        static entry => entry.Key,
                        StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    JsonSerializer.Serialize(writer, item, options);
                }

                writer.WriteEndObject();
            }
        }
    }
}
