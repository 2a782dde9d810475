using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Examining;

/// <summary>Reads the numbers of an outcome record by name, for summaries, counterexamples and replays.</summary>
internal static class OutcomeNumbers
{
    /// <summary>The outcome's numbers and flags (1 for true) in declaration order, named as in JSON, then the entries
    /// of its tables of numbers, <c>name[row,column]</c> from 1. Lists of numbers, <c>name[i]</c> from 1, are shown
    /// where an outcome has nothing else; other members are left out.</summary>
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

        if (numbers.Count > 0)
            return numbers;
        foreach (PropertyInfo property in Lists<TOutcome>())
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            foreach ((int i, double value) in ((double[])property.GetValue(outcome)!).Index())
                numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]"), value);
        }

        return numbers;
    }

    /// <summary><c>name.min</c>, <c>name.median</c> and <c>name.max</c> of each number over all outcomes; <c>name</c>
    /// alone where they agree. Of an outcome that has only lists of numbers, those of their entries.</summary>
    public static IReadOnlyDictionary<string, double> Summarize<TOutcome>(IEnumerable<TOutcome> outcomes)
        where TOutcome : notnull
    {
        var summary = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        TOutcome[] all = [.. outcomes];
        foreach (PropertyInfo property in Numeric<TOutcome>())
            Add(property, all.Select(outcome => Read(property, outcome)));
        if (Numeric<TOutcome>().Any())
            return summary;
        foreach (PropertyInfo property in Lists<TOutcome>())
            Add(property, all.SelectMany(outcome => (double[])property.GetValue(outcome)!));
        return summary;

        void Add(PropertyInfo property, IEnumerable<double> numbers)
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            double[] values = [.. numbers.Where(value => !double.IsNaN(value)).Order()];
            if (values.Length == 0)
                return;
            if (values[0].Equals(values[^1]))
            {
                summary.Add(name, values[0]);
                return;
            }

            summary.Add($"{name}.min", values[0]);
            summary.Add($"{name}.median", SampleStatistics.MedianOfSorted(values));
            summary.Add($"{name}.max", values[^1]);
        }
    }

    private static IEnumerable<PropertyInfo> Numeric<TOutcome>() => typeof(TOutcome)
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int)
            || property.PropertyType == typeof(long) || property.PropertyType == typeof(bool));

    private static IEnumerable<PropertyInfo> Lists<TOutcome>() => typeof(TOutcome)
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.PropertyType == typeof(double[]));

    private static double Read<TOutcome>(PropertyInfo property, TOutcome outcome) => property.GetValue(outcome) switch
    {
        double number => number,
        int number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        _ => double.NaN,
    };
}
