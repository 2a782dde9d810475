using System.Globalization;

namespace Verification.Reproductions.Auditing;

/// <summary>One of the parts into which an audit is split, so that several machines share its work.</summary>
/// <param name="Index">Which one, from 1.</param>
/// <param name="Count">How many there are, at most <see cref="Most"/>.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>The largest number of shards.</summary>
    public const int Most = 1000;

    /// <summary>The shard that <c>2/3</c> and the like stand for, or null.</summary>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] numbers = text.Split('/');
        return numbers.Length == 2 && Number(numbers[0]) is { } index && Number(numbers[1]) is { } count
            && index >= 1 && index <= count && count <= Most
            ? new(index, count)
            : null;
    }

    /// <summary><c>2/3</c> and the like.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
