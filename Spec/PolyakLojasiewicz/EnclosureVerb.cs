using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The verb for outcomes known by interval arithmetic.</summary>
internal static class EnclosureVerb
{
    /// <summary>Certifies that an enclosed number is not positive in every trial: refuted exactly where its lower end is positive.</summary>
    /// <param name="examination">The outcomes.</param>
    /// <param name="statement">What is certified.</param>
    /// <param name="excess">By how much the trial violates the statement, enclosed; negative where it has room.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public static Evidence ForAllEnclosed<TCell, TOutcome>(
        this Examination<TCell, TOutcome> examination, string statement, Func<TCell, TOutcome, Interval> excess, double resolution = 1e-6)
        where TCell : notnull
        where TOutcome : notnull =>
        examination.ForAll(
            statement,
            (cell, outcome) => excess(cell, outcome).Upper,
            (cell, outcome) => excess(cell, outcome).Width,
            "interval arithmetic: the residual is the upper end of an enclosure, the tolerance its width",
            resolution);
}
