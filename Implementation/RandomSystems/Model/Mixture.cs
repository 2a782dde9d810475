using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Model;

/// <summary>ξ(q) = Σ_k ξ_k q^k, the covariance E[F_i(x)F_i(y)] = ξ(⟨x, y⟩) of one equation of a random
/// system.</summary>
/// <remarks>
/// <para>A covariance on spheres of every dimension exactly where no ξ_k is negative (Schoenberg 1942); F is then
/// Σ_k √ξ_k Σ G_{i1…ik} x_{i1}⋯x_{ik} with independent standard normal G. Source: the talk, "Gaussian
/// model".</para>
/// <para>In JSON and on the command line a mixture is its terms joined by colons, such as <c>3:q3</c> for 3 + q³ and
/// <c>4:q:0.5q3</c> for 4 + q + q³/2. Immutable; two with the same coefficients are equal.</para>
/// </remarks>
[JsonConverter(typeof(NameConverter))]
public sealed class Mixture : IParsable<Mixture>, IEquatable<Mixture>
{
    /// <summary>The largest degree that a mixture may have.</summary>
    public const int LargestDegree = 64;

    private readonly double[] _coefficients;

    /// <summary>The mixture of given coefficients ξ_0, ξ_1, ….</summary>
    /// <exception cref="RefusedValueException">One is negative, not finite or above 10⁶, all are 0, or there are too
    /// many.</exception>
    public Mixture(params IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        int degree = coefficients.Count - 1;
        while (degree >= 0 && coefficients[degree] == 0)
            degree--;
        if (degree < 0)
            throw new RefusedValueException("a covariance has a term whose coefficient is not 0");
        if (degree > LargestDegree)
            throw new RefusedValueException($"the degree of a covariance is {LargestDegree} at most");
        if (!coefficients.All(coefficient => coefficient is >= 0 and <= 1e6))
            throw new RefusedValueException(
                "the coefficients of a covariance lie between 0 and 1000000: a negative one is no covariance in high "
                    + "dimension");
        _coefficients = [.. coefficients.Take(degree + 1)];
    }

    /// <summary>ξ_0, …, ξ_p; the last is positive.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>p, the largest degree.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>ξ(0), the variance at the center.</summary>
    public double Constant => _coefficients[0];

    /// <summary>ξ_0 + q^p.</summary>
    /// <param name="constant">ξ_0, not negative.</param>
    /// <param name="degree">p, from 1.</param>
    public static Mixture ConstantAndPower(double constant, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        var coefficients = new double[degree + 1];
        coefficients[0] = constant;
        coefficients[degree] = 1;
        return new(coefficients);
    }

    /// <summary>The derivative of an order at q, by Horner's rule: a relative error of 3p·2⁻⁵³ for q ≥ 0.</summary>
    /// <param name="q">Any number; ⟨x, y⟩ within [−1, 1] on the unit ball.</param>
    /// <param name="order">0 for ξ itself.</param>
    public double Derivative(double q, int order = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        double sum = 0;
        for (int k = Degree; k >= order; k--)
            sum = sum * q + Falling(k, order) * _coefficients[k];
        return sum;
    }

    /// <summary>An enclosure of the derivative over an interval; tight for q ≥ 0, where each derivative
    /// increases.</summary>
    /// <param name="q">Values of ⟨x, y⟩.</param>
    /// <param name="order">0 for ξ itself.</param>
    public Interval Derivative(Interval q, int order = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        Interval sum = 0;
        for (int k = Degree; k >= order; k--)
            sum = sum * q + Falling(k, order) * Interval.Of(_coefficients[k]);
        return sum;
    }

    /// <inheritdoc/>
    /// <exception cref="RefusedValueException">The coefficients are no covariance.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Mixture Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var coefficients = new double[LargestDegree + 1];
        foreach (string term in s.Split(':'))
        {
            (double coefficient, int degree) = Term(term)
                ?? throw new FormatException($"'{s}' is no covariance such as 3:q3 for 3 + q³.");
            if (degree > LargestDegree)
                throw new RefusedValueException($"the degree of a covariance is {LargestDegree} at most");
            coefficients[degree] += coefficient;
        }

        return new(coefficients);
    }

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Mixture result)
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

    /// <inheritdoc/>
    public bool Equals(Mixture? other) =>
        other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Mixture);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The terms joined by colons, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Join(':', Enumerable.Range(0, _coefficients.Length)
        .Where(k => _coefficients[k] != 0)
        .Select(k => Number(k) + (k == 0 ? "" : k == 1 ? "q" : string.Create(CultureInfo.InvariantCulture, $"q{k}"))));

    // A coefficient 1 is left out before a power.
    private string Number(int k) =>
        k > 0 && _coefficients[k] == 1 ? "" : _coefficients[k].ToString("R", CultureInfo.InvariantCulture);

    // "2.5", "q", "q3", "2.5q3"; null where the text is none of these.
    private static (double Coefficient, int Degree)? Term(string text)
    {
        int q = text.IndexOf('q', StringComparison.Ordinal);
        string number = q < 0 ? text : text[..q];
        string power = q < 0 ? "0" : text[(q + 1)..];
        double coefficient = 1;
        int degree = 1;
        bool isRead =
            (number.Length == 0
                || double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out coefficient))
            && (power.Length == 0
                || int.TryParse(power, NumberStyles.None, CultureInfo.InvariantCulture, out degree));
        return isRead && text.Length > 0 ? (coefficient, degree) : null;
    }

    // k(k − 1)⋯(k − order + 1), exact up to degree 64 and order 4, which is below 2⁵³.
    private static double Falling(int k, int order)
    {
        double product = 1;
        for (int i = 0; i < order; i++)
            product *= k - i;
        return product;
    }

    private sealed class NameConverter : JsonConverter<Mixture>
    {
        public override Mixture Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out Mixture? mixture)
                ? mixture
                : throw new JsonException("No covariance.");

        public override void Write(Utf8JsonWriter writer, Mixture value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
