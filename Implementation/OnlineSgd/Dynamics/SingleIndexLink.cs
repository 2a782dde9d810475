using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>A link f of a single-index model y = f(⟨w*, x⟩): a sum of Hermite polynomials by its coefficients, or a
/// named function.</summary>
/// <remarks>Immutable, compared by <see cref="Name"/>, which is its form in JSON and on the command line:
/// <c>h3</c> for H_3/√3!, <c>0:0:0.8:0.6</c> for 0.8·H_2/√2! + 0.6·H_3/√3!, and the names of
/// <see cref="Named"/>.</remarks>
[JsonConverter(typeof(NameConverter))]
public sealed class SingleIndexLink : IParsable<SingleIndexLink>, IEquatable<SingleIndexLink>
{
    /// <summary>The forms of <see cref="Name"/>, in words.</summary>
    public const string Forms =
        "h1 to h12 (H_k/√k!), relu, abs, tanh, phase-retrieval (x²), or Hermite coefficients c_0:c_1:…, up to c_12";

    private readonly Func<double, double>? _value;
    private readonly Func<double, double>? _slope;

    private SingleIndexLink(string name, HermiteSeries series)
    {
        Name = name;
        Series = series;
        InformationExponent = 1;
        while (series.Coefficients[InformationExponent] == 0)
            InformationExponent++;
        LeadingEnergy = series.Coefficients[InformationExponent] * series.Coefficients[InformationExponent];
    }

    private SingleIndexLink(
        string name, int exponent, double leadingEnergy, Func<double, double> value, Func<double, double> slope)
    {
        Name = name;
        InformationExponent = exponent;
        LeadingEnergy = leadingEnergy;
        _value = value;
        _slope = slope;
    }

    /// <summary>max(x, 0): c_1 = ½.</summary>
    public static SingleIndexLink Relu { get; } = new(
        "relu", 1, 0.25, static x => Math.Max(x, 0), static x => x > 0 ? 1 : 0);

    /// <summary>|x|: c_2 = E|x|(x² − 1)/√2 = 1/√π.</summary>
    public static SingleIndexLink Absolute { get; } = new(
        "abs", 2, 0.3183098861837907, Math.Abs, static x => Math.Sign(x));

    /// <summary>tanh x: c_1² = 0.36687916436242…, enclosed by <see
    /// cref="Population.HyperbolicTangentMoments"/>.</summary>
    public static SingleIndexLink Tanh { get; } = new(
        "tanh", 1, 0.36687916436242, ElementaryFunctions.Tanh, static x =>
        {
            double value = ElementaryFunctions.Tanh(x);
            return (1 - value) * (1 + value);
        });

    /// <summary>x² = 1 + √2·H_2/√2!, of phase retrieval.</summary>
    public static SingleIndexLink PhaseRetrieval { get; } =
        new("phase-retrieval", new HermiteSeries([1, 0, Math.Sqrt(2)]));

    /// <summary>Those that have names.</summary>
    public static IReadOnlyList<SingleIndexLink> Named { get; } = [Relu, Absolute, Tanh, PhaseRetrieval];

    /// <summary>Its form in text, with trailing zeros of the coefficients left out.</summary>
    public string Name { get; }

    /// <summary>The Hermite expansion where it is finite, else null.</summary>
    public HermiteSeries? Series { get; }

    /// <summary>The least k ≥ 1 with c_k ≠ 0.</summary>
    public int InformationExponent { get; }

    /// <summary>c_k² of the information exponent k.</summary>
    public double LeadingEnergy { get; }

    /// <summary>f(x).</summary>
    public double Value(double x) => Series is null ? _value!(x) : Series.Value(x);

    /// <summary>f′(x); where f has a kink, a number between its one-sided slopes.</summary>
    public double Slope(double x) => Series is null ? _slope!(x) : Series.Slope(x);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text has none of the forms.</exception>
    /// <exception cref="RefusedValueException">It has one, and is no link that can be learned.</exception>
    public static SingleIndexLink Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (Named.FirstOrDefault(link => link.Name == s) is { } named)
            return named;
        if (s.StartsWith('h') && int.TryParse(s.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int k)
            && k is >= 1 and <= HermiteSeries.LargestDegree)
            return Of(HermiteSeries.Hermite(k).Coefficients);
        if (!s.Contains(':', StringComparison.Ordinal))
            throw new FormatException($"'{s}' is no link: {Forms}.");
        return Of([.. s.Split(':').Select(Coefficient)]);
    }

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SingleIndexLink result)
    {
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (FormatException)
        {
            result = null;
        }

        return result is not null;
    }

    /// <summary>Σ_j c_j H_j/√j!.</summary>
    /// <param name="coefficients">c_0, c_1, …, up to c_12; the others are 0.</param>
    /// <exception cref="RefusedValueException">More coefficients, one that is not finite, or none but c_0 that
    /// differs from 0.</exception>
    public static SingleIndexLink Of(IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        int degree = coefficients.Count - 1;
        while (degree > 0 && coefficients[degree] == 0)
            degree--;
        if (degree < 1)
            throw new RefusedValueException("a link needs a coefficient beside c_0 that is not 0");
        if (degree > HermiteSeries.LargestDegree)
            throw new RefusedValueException($"coefficients go up to c_{HermiteSeries.LargestDegree}");
        if (!coefficients.All(double.IsFinite))
            throw new RefusedValueException("coefficients are finite");
        double[] kept = [.. coefficients.Take(degree + 1)];
        bool isPolynomialItself = kept[degree] == 1 && kept.Take(degree).All(c => c == 0);
        string name = isPolynomialItself
            ? string.Create(CultureInfo.InvariantCulture, $"h{degree}")
            : string.Join(':', kept.Select(c => c.ToString("R", CultureInfo.InvariantCulture)));
        return new(name, new HermiteSeries(kept));
    }

    /// <inheritdoc/>
    public bool Equals(SingleIndexLink? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SingleIndexLink);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static double Coefficient(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double c)
            ? c
            : throw new FormatException($"'{text}' is no coefficient: {Forms}.");

    private sealed class NameConverter : JsonConverter<SingleIndexLink>
    {
        public override SingleIndexLink Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out SingleIndexLink? link)
                ? link
                : throw new JsonException("Unknown link.");

        public override void Write(Utf8JsonWriter writer, SingleIndexLink value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
