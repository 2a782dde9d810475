using System.Globalization;

namespace Verification.Reproductions.Typesetting;

/// <summary>Numbers for reading, the same in every culture.</summary>
public static class ShortNumber
{
    /// <summary>A whole number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A measured number with ten significant digits.</summary>
    public static string Of(double number) => number.ToString("g10", CultureInfo.InvariantCulture);

    /// <summary>A duration, such as <c>0.42 s</c> or <c>3 min 12 s</c>.</summary>
    public static string Duration(double seconds) =>
        seconds < 10 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s")
        : seconds < 120 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60} min {(int)seconds % 60} s");

    /// <summary>A count with its noun, such as <c>1 claim</c> or <c>12 claims</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
