using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verification.Implementation.Numerics;

namespace Verification.Implementation.Numerics.Random;

/// <summary>The law of one data coordinate: i.i.d., centered, with finite fourth moment.</summary>
/// <remarks>Immutable, one instance a name, compared by identity; in JSON and on the command line it is its
/// <see cref="Name"/>.</remarks>
[JsonConverter(typeof(NameConverter))]
public sealed class CoordinateLaw : IParsable<CoordinateLaw>
{
    private const string StudentPrefix = "student-t-";

    private const string StretchedPrefix = "stretched-";

    private const string LevelsPrefix = "levels-";

    private const int MostLevels = 8;

    private static readonly ConcurrentDictionary<int, CoordinateLaw> Students = new();

    private static readonly ConcurrentDictionary<int, CoordinateLaw> Stretched = new();

    private static readonly ConcurrentDictionary<string, CoordinateLaw> ByLevels = new(StringComparer.Ordinal);

    private readonly Action<RandomStream, Span<double>> _fill;

    private CoordinateLaw(
        string name, double secondMoment, double fourthMoment, bool isContinuous,
        Action<RandomStream, Span<double>> fill)
    {
        Name = name;
        SecondMoment = secondMoment;
        FourthMoment = fourthMoment;
        IsContinuous = isContinuous;
        _fill = fill;
    }

    /// <summary>Standard normal: μ2 = 1, μ4 = 3.</summary>
    public static CoordinateLaw Gaussian { get; } =
        new("gaussian", 1, 3, true, static (stream, x) => stream.FillNormals(x));

    /// <summary>Uniform on [−√3, √3): μ2 = 1, μ4 = 9/5.</summary>
    public static CoordinateLaw Uniform { get; } = new("uniform", 1, 1.8, true, FillUniform);

    /// <summary>Laplace with scale 1/√2: μ2 = 1, μ4 = 6.</summary>
    public static CoordinateLaw Laplace { get; } =
        new("laplace", 1, 6, true, static (stream, x) => stream.FillLaplace(x));

    /// <summary>±1 with equal probability: μ2 = μ4 = 1, so that x² does not vary.</summary>
    public static CoordinateLaw Rademacher { get; } =
        new("rademacher", 1, 1, false, static (stream, x) => stream.FillSigns(x)) { Atoms = [(-1, 0.5), (1, 0.5)] };

    /// <summary>−1 with probability 2/3, 2 with probability 1/3: μ2 = 2, μ3 = 2, μ4 = 6.</summary>
    public static CoordinateLaw TwoPoint { get; } = new("two-point", 2, 6, false, FillTwoPoint)
    {
        Atoms = [(-1, 2.0 / 3), (2, 1.0 / 3)],
    };

    /// <summary>
    /// The named laws, all of whose moments are finite. The families are not among them.
    /// </summary>
    public static IReadOnlyList<CoordinateLaw> All { get; } = [Gaussian, Uniform, Laplace, Rademacher, TwoPoint];

    /// <summary>Student's t with ν degrees of freedom, scaled to variance 1: μ2 = 1, μ4 = 3(ν − 2)/(ν − 4), tails of
    /// order |x|^(−ν).</summary>
    /// <remarks>E T² = ν/(ν − 2) and E T⁴ = 3ν²/((ν − 2)(ν − 4)); drawn as √(ν − 2) times a normal over the root of a
    /// chi-square variable. Its name is <c>student-t-ν</c>.</remarks>
    /// <param name="degreesOfFreedom">ν, at least 5: from 4 down the fourth moment is infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException">ν is less than 5.</exception>
    public static CoordinateLaw StudentT(int degreesOfFreedom)
    {
        if (degreesOfFreedom < 5)
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom),
                degreesOfFreedom,
                "Student's t has a finite fourth moment from 5 degrees of freedom on.");
        }

        return Students.GetOrAdd(
            degreesOfFreedom,
            static ν =>
                new(
                    string.Create(CultureInfo.InvariantCulture, $"{StudentPrefix}{ν}"),
                    1,
                    3 * (ν - 2.0) / (ν - 4.0),
                    true,
                    (stream, x) => FillStudent(stream, x, ν)));
    }

    /// <summary>
    /// A symmetric law with the stretched exponential tail P(|x| > t) = exp(−(st)^(1/k)), s² = (2k)!, scaled to
    /// variance 1: μ4 = (4k)!/((2k)!)². Laplace's law for k = 1; named <c>stretched-k</c>.
    /// </summary>
    /// <remarks>|x| = E^k/s with a standard exponential E, whose moments are factorials.</remarks>
    /// <param name="k">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public static CoordinateLaw StretchedExponential(int k)
    {
        if (k is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(k), k, "The tails exp(−t^(1/k)) are there for k from 1 to 4.");
        return Stretched.GetOrAdd(
            k,
            static k =>
                new(
                    string.Create(CultureInfo.InvariantCulture, $"{StretchedPrefix}{k}"),
                    1,
                    Factorial(4 * k) / (Factorial(2 * k) * Factorial(2 * k)),
                    true,
                    (stream, x) => FillStretched(stream, x, k)));
    }

    /// <summary>A fair sign times one of a few levels of |x|, all equally likely; named <c>levels-a-b-…</c>.</summary>
    /// <param name="levels">1 to 8 numbers between 0 and 1000, ascending.</param>
    /// <exception cref="ArgumentException">There are too few or too many levels, or they do not ascend within the
    /// range.</exception>
    public static CoordinateLaw Levels(params IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (!AreLevels(levels))
            throw new ArgumentException(
                $"A law has 1 to {MostLevels} levels between 0 and 1000, ascending.", nameof(levels));
        string name =
            LevelsPrefix + string.Join('-', levels.Select(level => level.ToString("R", CultureInfo.InvariantCulture)));
        double[] values = [.. levels];
        return ByLevels.GetOrAdd(
            name,
            key =>
                new(
                    key,
                    values.Sum(value => value * value) / values.Length,
                    values.Sum(value => value * value * value * value) / values.Length,
                    false,
                    (stream, x) => FillLevels(stream, x, values))
        {
            Atoms =
            [
                .. values
                    .SelectMany(value => (double[])[-value, value])
                    .Select(value => (value, 0.5 / values.Length)),
            ],
        });
    }

    /// <summary>The values of a law that has finitely many, with their probabilities; empty for laws with a
    /// density.</summary>
    public IReadOnlyList<(double Value, double Probability)> Atoms { get; private init; } = [];

    /// <summary>Name in lower case.</summary>
    public string Name { get; }

    /// <summary>μ2 = E x².</summary>
    public double SecondMoment { get; }

    /// <summary>μ4 = E x⁴.</summary>
    public double FourthMoment { get; }

    /// <summary>Whether the law has a density, so that i.i.d. coordinates are jointly continuous.</summary>
    public bool IsContinuous { get; }

    /// <summary>κ = μ4 − μ2² = Var(x²), not negative.</summary>
    public double VarianceOfSquare => FourthMoment - SecondMoment * SecondMoment;

    /// <inheritdoc/>
    /// <exception cref="RefusedValueException">The law exists, but its fourth moment does not.</exception>
    /// <exception cref="FormatException">There is no such law; the message names those that there are.</exception>
    public static CoordinateLaw Parse(string s, IFormatProvider? provider)
    {
        if (TryParse(s, provider, out CoordinateLaw? law))
            return law;
        throw DegreesOfFreedom(s) is { } ν
            ? new RefusedValueException(
                $"with {ν} degree{(ν == 1 ? "" : "s")} of freedom the fourth moment is infinite; student-t-ν needs ν "
                    + "of at least 5")
            : new FormatException(
                $"'{s}' is no law of the coordinates: {string.Join(", ", All.Select(known => known.Name))}, or "
                    + "student-t-ν with ν of at least 5, stretched-k with k from 1 to 4, levels-a-b-….");
    }

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out CoordinateLaw result)
    {
        result = DegreesOfFreedom(s) is >= 5 and { } ν ? StudentT(ν)
            : Exponent(s) is { } k ? StretchedExponential(k)
            : LevelsOf(s) is { } levels ? Levels(levels)
            : All.FirstOrDefault(law => law.Name == s);
        return result is not null;
    }

    /// <summary>Fills <paramref name="x"/> with independent coordinates from the stream's next draws.</summary>
    public void Fill(RandomStream stream, Span<double> x) => _fill(stream, x);

    /// <inheritdoc/>
    public override string ToString() => Name;

    // The ν of student-t-ν, positive and without leading zeros, so that a law has one name.
    private static int? DegreesOfFreedom(string? name) =>
        name is not null
        && name.StartsWith(StudentPrefix, StringComparison.Ordinal)
        && name[StudentPrefix.Length..] is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] digits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int ν)
            ? ν
            : null;

    private static int? Exponent(string? name) =>
        name is not null
        && name.StartsWith(StretchedPrefix, StringComparison.Ordinal)
        && name[StretchedPrefix.Length..] is [>= '1' and <= '4'] digit
            ? digit[0] - '0'
            : null;

    // The levels of levels-a-b-…, each written as it is printed, so that a law has one name.
    private static double[]? LevelsOf(string? name)
    {
        if (name is null || !name.StartsWith(LevelsPrefix, StringComparison.Ordinal))
            return null;
        string[] texts = name[LevelsPrefix.Length..].Split('-');
        var levels = new double[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (!double.TryParse(texts[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out levels[i])
                || levels[i].ToString("R", CultureInfo.InvariantCulture) != texts[i])
            {
                return null;
            }
        }

        return AreLevels(levels) ? levels : null;
    }

    private static bool AreLevels(IReadOnlyList<double> levels) =>
        levels.Count is >= 1 and <= MostLevels
        && levels.All(level => level is >= 0 and <= 1000)
        && levels.Zip(levels.Skip(1)).All(neighbors => neighbors.First < neighbors.Second);

    private static double Factorial(int n)
    {
        double product = 1;
        for (int i = 2; i <= n; i++)
            product *= i;
        return product;
    }

    // Laplace's |x| is E/√2.
    private static void FillStretched(RandomStream stream, Span<double> x, int k)
    {
        stream.FillLaplace(x);
        double scale = Math.Sqrt(Factorial(2 * k));
        foreach (ref double value in x)
        {
            double exponential = Math.Sqrt(2) * Math.Abs(value);
            double power = 1;
            for (int i = 0; i < k; i++)
                power *= exponential;
            value = Math.CopySign(power / scale, value);
        }
    }

    private static void FillLevels(RandomStream stream, Span<double> x, double[] levels)
    {
        stream.FillUniforms(x);
        foreach (ref double value in x)
        {
            double place = value * levels.Length;
            int level = Math.Min((int)place, levels.Length - 1);
            value = place - level < 0.5 ? -levels[level] : levels[level];
        }
    }

    private static void FillStudent(RandomStream stream, Span<double> x, int ν)
    {
        stream.FillNormals(x);
        foreach (ref double value in x)
            value *= Math.Sqrt((ν - 2) / ChiSquare.Draw(stream, ν));
    }

    private static void FillUniform(RandomStream stream, Span<double> x)
    {
        stream.FillUniforms(x);
        double halfWidth = Math.Sqrt(3);
        foreach (ref double value in x)
            value = halfWidth * (2 * value - 1);
    }

    private static void FillTwoPoint(RandomStream stream, Span<double> x)
    {
        stream.FillUniforms(x);
        foreach (ref double value in x)
            value = 3 * value < 2 ? -1 : 2;
    }

    private sealed class NameConverter : JsonConverter<CoordinateLaw>
    {
        public override CoordinateLaw Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out CoordinateLaw? law)
                ? law
                : throw new JsonException("Unknown law of the coordinates.");

        public override void Write(Utf8JsonWriter writer, CoordinateLaw value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
