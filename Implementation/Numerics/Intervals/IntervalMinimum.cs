namespace Verification.Implementation.Numerics.Intervals;

/// <summary>What a search knows of the infimum of a function.</summary>
/// <param name="Value">Encloses the infimum.</param>
/// <param name="Location">A point whose value is at most the upper end of <paramref name="Value"/>.</param>
/// <param name="Evaluations">Boxes looked at.</param>
public sealed record IntervalMinimum(Interval Value, double Location, int Evaluations)
{
    /// <summary>
    /// The infimum of <paramref name="f"/> over <paramref name="domain"/>, by branch and bound: boxes are bisected,
    /// lowest bound first, until the lowest bound and the best value found lie within <paramref name="tolerance"/>, or
    /// the boxes run out.
    /// </summary>
    /// <param name="f">Encloses the range over an interval; where the domain is unbounded above, over unbounded
    /// intervals too, and tightly enough to bound the tail.</param>
    /// <param name="slope">Encloses the derivative (any of Clarke's where there are kinks): sharpens the bounds to
    /// second order in the width.</param>
    /// <param name="domain">Bounded below; may be unbounded above.</param>
    /// <param name="tolerance">Width asked for, positive.</param>
    /// <param name="evaluations">Most boxes to look at; then the enclosure is as wide as it is.</param>
    /// <exception cref="ArgumentException">The domain is empty or unbounded below.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is not positive.</exception>
    public static IntervalMinimum Of(
        Func<Interval, Interval> f,
        Func<Interval, Interval> slope,
        Interval domain,
        double tolerance = 1e-11,
        int evaluations = 50_000)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(slope);
        if (domain.IsEmpty || double.IsInfinity(domain.Lower))
            throw new ArgumentException(
                $"{domain} is no domain of a search: it has to be bounded below.", nameof(domain));
        if (!(tolerance > 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance has to be positive.");
        double best = double.PositiveInfinity;
        double location = domain.Lower;
        int count = 0;
        // Ties go to the narrowest box, then to the leftmost: narrow boxes soon give a good value, and the order is
        // total.
        var boxes = new PriorityQueue<Interval, (double Bound, double Width, double Start)>();
        Consider(domain);
        double settled = double.PositiveInfinity;
        while (boxes.TryDequeue(out Interval box, out (double Bound, double Width, double Start) key))
        {
            if (
                key.Bound >= best - tolerance
                || count >= evaluations
                || !Split(box, out Interval left, out Interval right))
            {
                // Every other box has at least this bound.
                settled = key.Bound;
                break;
            }

            Consider(left);
            Consider(right);
        }

        return new(new Interval(Math.Min(settled, best), best), location, count);

        void Consider(Interval box)
        {
            count++;
            double middle = double.IsInfinity(box.Upper) ? box.Lower : box.Midpoint;
            Interval value = f(middle);
            if (value.Upper < best)
                (best, location) = (value.Upper, middle);
            Interval range = f(box);
            // The mean value theorem: f(x) ∈ f(m) + f′(box)(x − m).
            if (!double.IsInfinity(box.Upper) && !value.IsEmpty)
                range = Interval.Intersect(range, value + slope(box) * (box - middle));
            if (range.Lower < best)
                boxes.Enqueue(box, (range.Lower, box.Width, box.Lower));
        }
    }

    private static bool Split(Interval box, out Interval left, out Interval right)
    {
        double cut = double.IsInfinity(box.Upper) ? 2 * Math.Max(1, box.Lower) : box.Midpoint;
        bool divides = cut > box.Lower && cut < box.Upper;
        left = divides ? new(box.Lower, cut) : box;
        right = divides ? new(cut, box.Upper) : box;
        return divides;
    }
}
