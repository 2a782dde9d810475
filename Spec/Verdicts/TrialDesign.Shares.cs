namespace Verification.Spec.Verdicts;

// Designs of decisions that compare a share: with a number, or with the share at another size.
public static partial class TrialDesign
{
    /// <summary>The fewest trials at each of two sizes, to a fiftieth, after which the share of an event is concluded
    /// to rise by at least <paramref name="rise"/> although both counts are off by four of their standard
    /// deviations.</summary>
    /// <param name="lesser">The share that is expected at the lesser size, in (0, 1).</param>
    /// <param name="greater">The share that is expected at the greater size, in (lesser + rise, 1).</param>
    /// <param name="rise">The claimed rise.</param>
    /// <param name="level">Level of the decision, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or more than a million trials would
    /// be needed.</exception>
    public static int TrialsToTell(double lesser, double greater, double rise, double level)
    {
        ThrowIfNotInside(lesser, nameof(lesser));
        ThrowIfNotInside(greater, nameof(greater));
        ThrowIfNotInside(level, nameof(level));
        if (!(rise > 0 && rise < greater - lesser))
            throw new ArgumentOutOfRangeException(
                nameof(rise), rise, $"The rise has to lie strictly between 0 and {greater - lesser}.");
        for (int n = 16; n <= 1_000_000; n += 1 + n / 50)
        {
            int few = Math.Min(n, (int)Math.Ceiling(n * lesser + 4 * Math.Sqrt(n * lesser * (1 - lesser))));
            int many = Math.Max(0, (int)Math.Floor(n * greater - 4 * Math.Sqrt(n * greater * (1 - greater))));
            if (ClopperPearson.Lower(many, n, level / 4) - ClopperPearson.Upper(few, n, level / 4) >= rise)
                return n;
        }

        throw new ArgumentOutOfRangeException(
            nameof(greater), greater, "More than a million trials would be needed to tell the shares apart.");
    }

    /// <summary>The fewest trials that pin a share where none of them stays open.</summary>
    /// <param name="resolution">Half of the interval's width, at most; in (0.0005, 0.5).</param>
    /// <param name="level">Error level, both sides together, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static int TrialsToPin(double resolution, double level) => TrialsToPin(resolution, level, open: 0);

    /// <summary>
    /// The fewest trials, an even number, whose Clopper–Pearson interval of a share, both sides at half of
    /// <paramref name="level"/>, is at most twice
    /// <paramref name="resolution"/> wide whatever the share: it is widest where as many trials succeed as fail.
    /// </summary>
    /// <param name="resolution">Half of the interval's width, at most; in (0.0005, 0.5).</param>
    /// <param name="level">Error level, both sides together, in (0, 1).</param>
    /// <param name="open">How many trials may stay open, each of which counts on both sides; an even number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level lies outside (0, 1), or the resolution outside (0.0005,
    /// 0.5), or the number of open trials is odd or negative.</exception>
    public static int TrialsToPin(double resolution, double level, int open)
    {
        if (open < 0 || int.IsOddInteger(open))
            throw new ArgumentOutOfRangeException(nameof(open), open, "An even number, not negative.");
        ThrowIfNotInside(level, nameof(level));
        if (!(resolution > 0.0005 && resolution < 0.5))
            throw new ArgumentOutOfRangeException(
                nameof(resolution), resolution, "The resolution has to lie strictly between 0.0005 and 0.5.");
        int wide = 0;
        int narrow = 1;
        while (Width(narrow) > 2 * resolution)
            (wide, narrow) = (narrow, 2 * narrow);
        while (narrow - wide > 1)
        {
            int middle = wide + (narrow - wide) / 2;
            if (Width(middle) <= 2 * resolution)
                narrow = middle;
            else
                wide = middle;
        }

        return 2 * narrow;

        // Of as many successes as failures among twice half trials; the upper bound mirrors the lower one.
        double Width(int half) => 1 - 2 * ClopperPearson.Lower(Math.Max(0, half - open / 2), 2 * half, level / 2);
    }
}
