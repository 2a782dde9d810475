using System.Globalization;

namespace Verification.Properties.Numerics.Intervals;

/// <summary>How many digits a decimal has.</summary>
internal static class SignificantDigits
{
    /// <summary>Those of the shortest decimal that reads back as the number, without zeros at either end.</summary>
    public static int Of(double x) => x
        .ToString("R", CultureInfo.InvariantCulture)
        .Split('E')[0]
        .Replace(".", "", StringComparison.Ordinal)
        .Trim('-', '0')
        .Length;
}
