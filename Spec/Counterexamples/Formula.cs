using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Verification.Implementation.Numerics;

namespace Verification.Spec.Counterexamples;

/// <summary>Reads and evaluates a formula over named data.</summary>
/// <remarks>
/// The notation is a part of Python's: integers, names, <c>+ - * /</c> entry by entry, <c>@</c> for the matrix product,
/// <c>**</c> with an integer exponent, parentheses, and the functions of <see cref="FormulaFunctions"/>. There are no
/// decimals, so that nothing is rounded unseen.
/// </remarks>
public sealed partial class Formula
{
    private readonly string[] _words;
    private readonly IReadOnlyDictionary<string, ExactArray> _data;
    private int _next;

    private Formula(string text, IReadOnlyDictionary<string, ExactArray> data)
    {
        _words = [.. Word().Matches(text).Select(match => match.Value)];
        if (string.Concat(_words) != text.Replace(" ", "", StringComparison.Ordinal))
            throw new FormatException($"'{text}' contains what is no part of a formula");
        _data = data;
    }

    private string Next => _next < _words.Length ? _words[_next] : "";

    /// <summary>The value of a formula.</summary>
    /// <exception cref="FormatException">It cannot be read, a name or function is unknown, or an operation does not fit
    /// its operands; the message says which.</exception>
    public static ExactArray Evaluate(string text, IReadOnlyDictionary<string, ExactArray> data)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(data);
        var formula = new Formula(text, data);
        try
        {
            ExactArray value = formula.Sum();
            return formula.Next.Length == 0
                ? value
                : throw new FormatException($"'{formula.Next}' is unexpected");
        }
        catch (FormatException failure)
        {
            throw new FormatException($"{text}: {failure.Message}.", failure);
        }
    }

    private ExactArray Sum()
    {
        ExactArray value = Product();
        while (Take("+", "-") is { } sign)
            value = value.With(Product(), sign == "+" ? (a, b) => a + b : (a, b) => a - b);
        return value;
    }

    private ExactArray Product()
    {
        ExactArray value = Signed();
        while (Take("*", "/", "@") is { } sign)
        {
            ExactArray other = Signed();
            value = sign switch
            {
                "@" => value.Times(other),
                "*" => value.With(other, (a, b) => a * b),
                _ => value.With(other, (a, b) => a / b),
            };
        }

        return value;
    }

    private ExactArray Signed() => Take("-") is null ? Power() : Signed().Map(a => -a);

    private ExactArray Power()
    {
        ExactArray value = Atom();
        if (Take("**") is null)
            return value;
        Rational exponent = Signed().Number.Exactly;
        return exponent.Denominator.IsOne && BigInteger.Abs(exponent.Numerator) <= 1000
            ? value.Map(a => Enclosure.Power(a, (int)exponent.Numerator))
            : throw new FormatException("an exponent is no integer, or beyond 1000");
    }

    private ExactArray Atom()
    {
        string word = Next;
        _next++;
        if (word == "(")
            return Closed(Sum());
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
            return ExactArray.Of((Rational)BigInteger.Parse(word, CultureInfo.InvariantCulture));
        if (word.Length == 0 || !char.IsAsciiLetter(word[0]))
            throw new FormatException(word.Length == 0 ? "it ends too early" : $"'{word}' is unexpected");
        if (Take("(") is null)
            return _data.GetValueOrDefault(word) ?? throw new FormatException($"there is no '{word}'");
        List<ExactArray> arguments = [Sum()];
        while (Take(",") is not null)
            arguments.Add(Sum());
        return Closed(FormulaFunctions.Apply(word, arguments));
    }

    private ExactArray Closed(ExactArray value) =>
        Take(")") is not null ? value : throw new FormatException("a parenthesis is not closed");

    private string? Take(params ReadOnlySpan<string> wanted)
    {
        if (!wanted.Contains(Next))
            return null;
        _next++;
        return _words[_next - 1];
    }

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_]*|[0-9]+|\*\*|[-+*/@(),]", RegexOptions.None, 10_000)]
    private static partial Regex Word();
}
