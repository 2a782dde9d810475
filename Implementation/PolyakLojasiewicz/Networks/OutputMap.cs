using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics.Activations;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>What is applied to the output f of a network: g = φ(f), with its least slope ρ = inf|φ'|.</summary>
/// <remarks>Immutable, compared by identity of the named instances; in JSON and on the command line it is its
/// <see cref="Name"/>.</remarks>
[JsonConverter(typeof(NameConverter))]
public sealed class OutputMap : IParsable<OutputMap>
{
    private OutputMap(string name, double leastSlope, double largestSlope, LayerFunction function)
    {
        Name = name;
        LeastSlope = leastSlope;
        LargestSlope = largestSlope;
        Function = function;
    }

    /// <summary>φ(z) = z, a linear output layer.</summary>
    public static OutputMap Linear { get; } = Of(Activation.Identity);

    /// <summary>φ(z) = z/2: for it K_φ = K/4, exactly ρ²K.</summary>
    public static OutputMap Half { get; } = new("half", 0.5, 0.5, ScaleByHalf);

    /// <summary>φ(z) = z + ½ sin z, with slopes between ½ and 3/2.</summary>
    public static OutputMap Ripple { get; } = Of(Activation.Ripple);

    /// <summary>φ(z) = log(1 + e^z), a nonlinear output without a least slope.</summary>
    public static OutputMap Softplus { get; } = Of(Activation.Softplus);

    /// <summary>φ(z) = ½ψ(z) + ¼ψ(2z) with ψ(z) = z + ½ sin z: f read by two fixed neurons. Slopes between ½ and
    /// 3/2.</summary>
    public static OutputMap TwoRipples { get; } = new("two-ripples", 0.5, 1.5, TwoNeurons);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OutputMap> All { get; } = [Linear, Half, Ripple, Softplus, TwoRipples];

    /// <summary>Name in lower case.</summary>
    public string Name { get; }

    /// <summary>ρ = inf|φ'|.</summary>
    public double LeastSlope { get; }

    /// <summary>sup|φ'|.</summary>
    public double LargestSlope { get; }

    /// <summary>φ, φ', φ''.</summary>
    public LayerFunction Function { get; }

    /// <summary>An activation as the function of a layer.</summary>
    public static LayerFunction Layer(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return (z, value, slope, curvature) =>
        {
            activation.Values(z, value);
            activation.Slopes(z, slope);
            activation.Curvatures(z, curvature);
        };
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">There is no such map; the message names those that there are.</exception>
    public static OutputMap Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out OutputMap? map)
            ? map
            : throw new FormatException(
                $"'{s}' is no output map: {string.Join(", ", All.Select(known => known.Name))}.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out OutputMap result)
    {
        result = All.FirstOrDefault(map => map.Name == s);
        return result is not null;
    }

    /// <summary>φ'(z).</summary>
    public double Slope(double z)
    {
        Span<double> value = [0], slope = [0], curvature = [0];
        Function([z], value, slope, curvature);
        return slope[0];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static OutputMap Of(Activation activation) =>
        new(
            activation == Activation.Identity ? "linear" : activation.Name,
            activation.LeastSlope,
            activation.LargestSlope,
            Layer(activation));

    private static void ScaleByHalf(
        ReadOnlySpan<double> z, Span<double> value, Span<double> slope, Span<double> curvature)
    {
        for (int i = 0; i < z.Length; i++)
            (value[i], slope[i], curvature[i]) = (z[i] / 2, 0.5, 0);
    }

    private static void TwoNeurons(
        ReadOnlySpan<double> z, Span<double> value, Span<double> slope, Span<double> curvature)
    {
        Activation ψ = Activation.Ripple;
        for (int i = 0; i < z.Length; i++)
        {
            double x = z[i];
            value[i] = ψ.Value(x) / 2 + ψ.Value(2 * x) / 4;
            slope[i] = (ψ.Slope(x) + ψ.Slope(2 * x)) / 2;
            curvature[i] = ψ.Curvature(x) / 2 + ψ.Curvature(2 * x);
        }
    }

    private sealed class NameConverter : JsonConverter<OutputMap>
    {
        public override OutputMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out OutputMap? map)
                ? map
                : throw new JsonException("Unknown output map.");

        public override void Write(Utf8JsonWriter writer, OutputMap value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
