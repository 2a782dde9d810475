using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Examining;

/// <summary>Reads the numbers of an outcome record by name, for summaries, counterexamples and replays.</summary>
internal static class OutcomeNumbers
{
    /// <summary>The outcome's numbers and flags (1 for true) in declaration order, named as in JSON, then the entries
    /// of its tables of numbers, <c>name[row,column]</c> from 1; other members are left out.</summary>
    public static IReadOnlyDictionary<string, double> Of<TOutcome>(TOutcome outcome)
        where TOutcome : notnull
    {
        var numbers = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (PropertyInfo property in Numeric<TOutcome>())
            numbers.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name), Read(property, outcome));
        foreach (PropertyInfo property in typeof(TOutcome).GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetValue(outcome) is not double[][] rows)
                continue;
            string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            for (int i = 0; i < rows.Length; i++)
                for (int j = 0; j < rows[i].Length; j++)
                    numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1},{j + 1}]"), rows[i][j]);
        }

        return numbers;
    }

    /// <summary><c>name.min</c>, <c>name.median</c> and <c>name.max</c> of each number over all outcomes; <c>name</c>
    /// alone where they agree.</summary>
    public static IReadOnlyDictionary<string, double> Summarize<TOutcome>(IEnumerable<TOutcome> outcomes)
        where TOutcome : notnull
    {
        var summary = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        TOutcome[] all = [.. outcomes];
        foreach (PropertyInfo property in Numeric<TOutcome>())
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            double[] values =
            [
                .. all.Select(outcome => Read(property, outcome)).Where(value => !double.IsNaN(value)).Order(),
            ];
            if (values.Length == 0)
                continue;
            if (values[0].Equals(values[^1]))
            {
                summary.Add(name, values[0]);
                continue;
            }

            summary.Add($"{name}.min", values[0]);
            summary.Add($"{name}.median", SampleStatistics.MedianOfSorted(values));
            summary.Add($"{name}.max", values[^1]);
        }

        return summary;
    }

    private static IEnumerable<PropertyInfo> Numeric<TOutcome>() => typeof(TOutcome)
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int)
            || property.PropertyType == typeof(long) || property.PropertyType == typeof(bool));

    private static double Read<TOutcome>(PropertyInfo property, TOutcome outcome) => property.GetValue(outcome) switch
    {
        double number => number,
        int number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        _ => double.NaN,
    };
}
