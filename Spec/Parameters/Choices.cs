using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Verification.Implementation.Numerics;

namespace Verification.Spec.Parameters;

/// <summary>A short list of sizes or laws over which a claim is examined: immutable, compared by value, written
/// <c>3+5+8</c>.</summary>
[CollectionBuilder(typeof(Choices), nameof(Choices.Of))]
public sealed class Choices<T> : IReadOnlyList<T>, IEquatable<Choices<T>>, IChoices
    where T : IParsable<T>
{
    private readonly ImmutableArray<T> _entries;

    internal Choices(ReadOnlySpan<T> entries)
    {
        if (entries.IsEmpty)
            throw new ArgumentException("A list of choices has at least one entry.", nameof(entries));
        _entries = [.. entries];
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public T this[int index] => _entries[index];

    IEnumerable<object> IChoices.Entries => _entries.Cast<object>();

    IChoices IChoices.Parse(IEnumerable<string> texts)
    {
        T[] entries = [.. texts.Select(text => T.Parse(text, CultureInfo.InvariantCulture))];
        // The same draws would count twice.
        return entries.Distinct().Count() == entries.Length
            ? new Choices<T>(entries)
            : throw new RefusedValueException("an entry stands in it twice");
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Choices<T>? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Choices<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(17, (hash, entry) => HashCode.Combine(hash, entry));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('+', _entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry}")));
}

/// <summary>Builds lists of choices from collection expressions.</summary>
public static class Choices
{
    /// <summary>The list of <paramref name="entries"/>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Choices<T> Of<T>(ReadOnlySpan<T> entries)
        where T : IParsable<T> => new(entries);
}
