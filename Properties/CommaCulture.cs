using System.Globalization;

namespace Verification.Properties;

/// <summary>A culture that writes 1,5 for 1.5, whatever cultures the runtime has.</summary>
internal static class CommaCulture
{
    /// <summary>What <paramref name="text"/> returns where that is the current culture; the former one is
    /// restored.</summary>
    public static T Under<T>(Func<T> text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            return text();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
