namespace Verification.Implementation.Numerics.Intervals;

/// <summary>The roots of a function on an interval, each enclosed alone.</summary>
/// <param name="Roots">Disjoint intervals in ascending order, each with exactly one root, at which the function changes
/// sign.</param>
/// <param name="Undecided">
/// Intervals in which nothing could be decided, such as around multiple roots: as narrow as asked for, or one spacing
/// of the doubles wide where that is more, or as wide as they were when the evaluations ran out.
/// </param>
public sealed record RootIsolation(IReadOnlyList<Interval> Roots, IReadOnlyList<Interval> Undecided)
{
    /// <summary>Whether <see cref="Roots"/> are all the roots there are.</summary>
    public bool IsComplete => Undecided.Count == 0;

    /// <summary>Bisects until the function has no zero (by its range) or a derivative without zero (then a sign change
    /// decides), and sharpens each root by Newton's method for intervals.</summary>
    /// <param name="f">Encloses the range.</param>
    /// <param name="slope">Encloses the derivative.</param>
    /// <param name="domain">A bounded interval; a root at one of its ends may stay undecided.</param>
    /// <param name="narrowest">
    /// Width at which a box is given up as undecided, not negative. A box without a double inside is given up too,
    /// however wide it is: around 9·10⁶ the doubles lie 1.9·10⁻⁹ apart.
    /// </param>
    /// <param name="evaluations">Most boxes to look at; those that are left are undecided.</param>
    /// <exception cref="ArgumentException">The domain is empty or unbounded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="narrowest"/> is negative or NaN, or fewer than one
    /// evaluation is allowed.</exception>
    public static RootIsolation Of(
        Func<Interval, Interval> f,
        Func<Interval, Interval> slope,
        Interval domain,
        double narrowest = 1e-9,
        int evaluations = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(slope);
        if (domain.IsEmpty || !double.IsFinite(domain.Width))
            throw new ArgumentException(
                $"{domain} is no domain of a search for roots: it has to be bounded.", nameof(domain));
        if (!(narrowest >= 0))
            throw new ArgumentOutOfRangeException(nameof(narrowest), narrowest, "A width is not negative.");
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluations, 1);
        var roots = new List<Interval>();
        var undecided = new List<Interval>();
        var boxes = new Stack<Interval>();
        boxes.Push(domain);
        for (int count = 0; boxes.TryPop(out Interval box); count++)
        {
            if (count >= evaluations)
            {
                undecided.Add(box);
                continue;
            }

            if (!f(box).Contains(0))
                continue;
            if (!slope(box).Contains(0))
            {
                int signs = Sign(f(box.Lower)) * Sign(f(box.Upper));
                if (signs > 0)
                    continue;
                if (signs < 0)
                {
                    roots.Add(Sharpen(f, slope, box));
                    continue;
                }
            }

            // Off the middle, so that a root at a round number does not fall on the cut.
            double cut = box.Lower + 0.4853 * (box.Upper - box.Lower);
            if (box.Width <= narrowest || !(cut > box.Lower && cut < box.Upper))
            {
                undecided.Add(box);
                continue;
            }

            boxes.Push(new(cut, box.Upper));
            boxes.Push(new(box.Lower, cut));
        }

        return new(roots, undecided);
    }

    private static Interval Sharpen(Func<Interval, Interval> f, Func<Interval, Interval> slope, Interval box)
    {
        for (int step = 0; step < 60; step++)
        {
            double middle = box.Midpoint;
            Interval next = Interval.Intersect(middle - f(middle) / slope(box), box);
            if (next.IsEmpty || next.Width >= box.Width)
                return box;
            box = next;
        }

        return box;
    }

    // 0 where the sign is not certain.
    private static int Sign(Interval value) => value.Lower > 0 ? 1 : value.Upper < 0 ? -1 : 0;
}
