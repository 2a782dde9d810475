using System.Numerics;

namespace Verification.Implementation.CrossPredictability.Classes;

/// <summary>A class of functions on {±1}^n as tables, with integer weights.</summary>
/// <remarks>An input is the integer whose bit i is 1 where x_i = −1. A table has +1 or −1 for each of the 2^n
/// inputs.</remarks>
public sealed class FunctionClass
{
    /// <summary>Most variables of a table.</summary>
    public const int VariablesAtMost = 10;

    private FunctionClass(int variables, IReadOnlyList<(sbyte[] Table, long Weight)> functions)
    {
        Variables = variables;
        Functions = functions;
    }

    /// <summary>n.</summary>
    public int Variables { get; }

    /// <summary>The functions, each with its weight in the law, positive.</summary>
    public IReadOnlyList<(sbyte[] Table, long Weight)> Functions { get; }

    /// <summary>The sum of the weights.</summary>
    public long Weight => Functions.Sum(function => function.Weight);

    /// <summary>The functions of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="variables">n, from 1 to 10; at most 3 for families of all functions.</param>
    /// <param name="k">The family's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is out of range, or k is for this family.</exception>
    public static FunctionClass Of(FunctionFamily family, int variables, int k)
    {
        bool isAll = family is FunctionFamily.All or FunctionFamily.NoisyCopies;
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variables, isAll ? 3 : VariablesAtMost);
        bool counts = family is FunctionFamily.Monomials or FunctionFamily.Conjunctions;
        bool weighs = family is FunctionFamily.SparseParities or FunctionFamily.NoisyCopies or FunctionFamily.Mixture;
        if (counts && (k < 0 || k > variables) || weighs && k is < 1 or > 16)
            throw new ArgumentOutOfRangeException(
                nameof(k), k, "k counts variables where the family has k of them, and lies between 1 and 16 else.");
        int sets = 1 << variables;
        return new(variables, [.. Listed(family, variables, sets, k)]);
    }

    /// <summary>χ_S as a table.</summary>
    /// <param name="variables">n, from 1 to 10.</param>
    /// <param name="set">S, bit i for the variable i.</param>
    public static sbyte[] Parity(int variables, int set)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variables, VariablesAtMost);
        return Table(1 << variables, x => ParityFunction.Value(set, x) == 1);
    }

    private static IEnumerable<(sbyte[] Table, long Weight)> Listed(FunctionFamily family, int n, int sets, int k)
    {
        IEnumerable<int> all = Enumerable.Range(0, sets);
        return family switch
        {
            FunctionFamily.Parities => all.Select(s => (Parity(n, s), 1L)),
            FunctionFamily.NonemptyParities => all.Skip(1).Select(s => (Parity(n, s), 1L)),
            FunctionFamily.Monomials => Subsets(all, k).Select(s => (Parity(n, s), 1L)),
            FunctionFamily.SparseParities => all.Select(s => (Parity(n, s), Power(k, n - Size(s)))),
            FunctionFamily.SignedDictators => Subsets(all, 1).SelectMany(
                s => ((sbyte[], long)[])[(Parity(n, s), 1), (Negated(Parity(n, s)), 1)]),
            FunctionFamily.Single => [(Parity(n, sets - 1), 1)],
            FunctionFamily.All => Enumerable.Range(0, 1 << sets).Select(bits => (OfBits(sets, bits), 1L)),
            FunctionFamily.NoisyCopies => Enumerable.Range(0, 1 << sets)
                .Select(bits => (Product(Parity(n, 1), OfBits(sets, bits)), Power(k, sets - Size(bits)))),
            FunctionFamily.Mixture => all.Select(
                s => (Parity(n, s), k - 1L + (s == sets - 1 ? sets : 0L)))
                .Where(function => function.Item2 > 0),
            FunctionFamily.Conjunctions => Subsets(all, k).Select(s => (Table(sets, x => (x & s) != s), 1L)),
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "No such family."),
        };
    }

    private static IEnumerable<int> Subsets(IEnumerable<int> sets, int size) => sets.Where(s => Size(s) == size);

    private static int Size(int set) => BitOperations.PopCount((uint)set);

    private static long Power(long value, int exponent) => (long)BigInteger.Pow(value, exponent);

    private static sbyte[] OfBits(int length, int bits) => Table(length, x => (bits >> x & 1) == 0);

    private static sbyte[] Negated(sbyte[] table) => [.. table.Select(value => (sbyte)-value)];

    private static sbyte[] Product(sbyte[] a, sbyte[] b) => [.. a.Zip(b, (s, t) => (sbyte)(s * t))];

    private static sbyte[] Table(int length, Func<int, bool> isPlus) =>
        [.. Enumerable.Range(0, length).Select(x => (sbyte)(isPlus(x) ? 1 : -1))];
}
