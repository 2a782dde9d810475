using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Verification.Implementation.Numerics;

namespace Verification.Spec.Parameters;

/// <summary>One settable constant or size of a claim.</summary>
public sealed class ClaimParameter
{
    private readonly PropertyInfo _property;
    private readonly ParameterAttribute _attribute;

    private ClaimParameter(PropertyInfo property, ParameterAttribute attribute)
    {
        _property = property;
        _attribute = attribute;
    }

    /// <summary>Name on the command line.</summary>
    public string Name => _attribute.Name;

    /// <summary>What it means.</summary>
    public string Summary => _attribute.Summary;

    /// <summary>Whether refutations shrink along it.</summary>
    public bool IsSize => _attribute.Size;

    /// <summary>What values it takes, in words.</summary>
    public string Range
    {
        get
        {
            string many = IsList ? ", one or more, joined by +" : "";
            if (_property.PropertyType.IsEnum)
                return string.Join(
                    ", ", Enum.GetNames(_property.PropertyType).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
            if (_property.PropertyType == typeof(bool))
                return "true, false";
            if (_attribute.Values.Length > 0)
                return _attribute.Values + many;
            return double.IsInfinity(_attribute.Minimum) && double.IsInfinity(_attribute.Maximum)
                ? "any finite number" + many
                : string.Create(CultureInfo.InvariantCulture, $"{_attribute.Minimum} to {_attribute.Maximum}{many}");
        }
    }

    private bool IsList => typeof(IChoices).IsAssignableFrom(_property.PropertyType);

    /// <summary>The parameters of a claim, its own first, in declaration order.</summary>
    public static IReadOnlyList<ClaimParameter> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return
        [
            .. claim
                .GetType()
                .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Select(property =>
                    (Property: property, Attribute: property.GetCustomAttribute<ParameterAttribute>(inherit: true)))
                .Where(pair => pair.Attribute is not null)
                .Select(pair => new ClaimParameter(pair.Property, pair.Attribute!))];
    }

    /// <summary>The value that <paramref name="claim"/> has, as text that <see cref="With"/> reads back.</summary>
    public string Read(Claim claim) => Text(_property.GetValue(claim));

    /// <summary>The claim with this parameter set.</summary>
    /// <exception cref="FormatException">The text is no value of this parameter; the message names parameter, text and
    /// range.</exception>
    public Claim With(Claim claim, string text)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(text);
        return Set(claim, Parse(claim, text));
    }

    /// <summary>Claims with a smaller value of this size, smallest first; none when it is no size or already
    /// smallest.</summary>
    public IEnumerable<Claim> Smaller(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!IsSize)
            return [];
        object? value = _property.GetValue(claim);
        return value switch
        {
            int number => SmallerNumbers(number).Select(smaller => Set(claim, smaller)),
            IChoices choices => SmallerLists(choices).Select(smaller => Set(claim, smaller)),
            _ => [],
        };
    }

    private IEnumerable<IChoices> SmallerLists(IChoices choices)
    {
        object[] entries = [.. choices.Entries];
        if (entries.Length > 1)
            return entries.Select(entry => choices.Parse([Text(entry)]));
        return entries[0] is int number
            ? SmallerNumbers(number).Select(smaller => choices.Parse([Text(smaller)]))
            : [];
    }

    // Every smaller value where there are few, else the least and its doublings: a refutation is looked for at small
    // sizes first, where it is cheap.
    private IEnumerable<int> SmallerNumbers(int number)
    {
        int least = Name == "trials" ? 1 : (int)Math.Max(_attribute.Minimum, int.MinValue);
        if (number <= least)
            yield break;
        if (number - least <= 8)
        {
            for (int value = least; value < number; value++)
                yield return value;
            yield break;
        }

        for (int step = 1; least + step - 1 < number; step *= 2)
            yield return least + step - 1;
    }

    private object Parse(Claim claim, string text)
    {
        Type type = _property.PropertyType;
        if (
            type == typeof(int)
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int integer)
            && InRange(integer))
            return integer;
        if (
            type == typeof(double)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            && double.IsFinite(real)
            && InRange(real))
            return real;
        if (type == typeof(bool) && bool.TryParse(text, out bool flag))
            return flag;
        if (type.IsEnum)
        {
            string? name = Array.Find(
                Enum.GetNames(type),
                candidate => JsonNamingPolicy.KebabCaseLower.ConvertName(candidate) == text);
            if (name is not null)
                return Enum.Parse(type, name);
        }

        if (IsList && ParseList((IChoices)_property.GetValue(claim)!, text) is { } list)
            return list;
        if (LawReader.Of(type) is { } reader && Guarded(() => reader.Read(text), text) is { } law)
            return law;

        string whole = type == typeof(int) || type == typeof(Choices<int>) ? "whole numbers, " : "";
        throw new FormatException($"'{text}' is no value of '{Name}' ({Summary}): {whole}{Range}.");
    }

    private IChoices? ParseList(IChoices choices, string text)
    {
        IChoices? parsed = Guarded(() => choices.Parse(text.Split(['+', ','], StringSplitOptions.TrimEntries)), text);
        return parsed is not null && parsed.Entries.All(InRange) ? parsed : null;
    }

    // Null where the text is no value; a value that is refused for a reason is refused with it.
    private T? Guarded<T>(Func<T> read, string text)
        where T : class
    {
        try
        {
            return read();
        }
        catch (RefusedValueException refusal)
        {
            throw new FormatException($"'{text}' is no value of '{Name}' ({Summary}): {refusal.Message}.", refusal);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return null;
        }
    }

    private bool InRange(double value) => value >= _attribute.Minimum && value <= _attribute.Maximum;

    // Entries that are no numbers are laws, which know their own range.
    private bool InRange(object entry) => entry switch
    {
        int number => InRange((double)number),
        double number => double.IsFinite(number) && InRange(number),
        _ => true,
    };

    private Claim Set(Claim claim, object value)
    {
        // A record's copy constructor is what `with` calls; the property is init-only and therefore set on a fresh
        // copy.
        var copy = (Claim)typeof(Claim).GetMethod("<Clone>$")!.Invoke(claim, null)!;
        _property.SetValue(copy, value);
        return copy;
    }

    private static string Text(object? value) => value switch
    {
        Enum name => JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
