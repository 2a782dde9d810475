using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace Verification.Reproductions.Comparing;

/// <summary>Reads the tables of figures.</summary>
internal static class CsvRows
{
    /// <summary>The fields of each row, the heading first; nothing where the text is no table.</summary>
    public static string[][] Of(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv))
        {
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };
        var rows = new List<string[]>();
        try
        {
            while (parser.ReadFields() is { } fields)
                rows.Add(fields);
        }
        catch (MalformedLineException)
        {
            return [];
        }

        return [.. rows];
    }

    /// <summary>The number in a cell, or null.</summary>
    public static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && !double.IsNaN(number)
            ? number
            : null;
}
