using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Rendering;

/// <summary>A line after each quarter of some long work, for pipes and logs; none where the work is short.</summary>
/// <param name="writer">Where.</param>
/// <param name="done">What has been done with the units.</param>
internal sealed class PlainShares(TextWriter writer, string done)
{
    // Work on fewer units takes a second or two.
    private const int Few = 10_000;

    /// <summary>Takes note of some progress.</summary>
    /// <param name="units">How many units are done.</param>
    /// <param name="all">Of how many.</param>
    public void Report(int units, int all)
    {
        if (all >= Few && 4L * units / all > 4L * (units - 1) / all)
            writer.WriteLine($"{done} {ShortNumber.Of(units)} of {ShortNumber.Count(all, "unit")}");
    }
}
