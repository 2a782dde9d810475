using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The verb for outcomes known by interval arithmetic.</summary>
internal static class EnclosureVerb
{
    /// <summary>Certifies that an enclosed number is not positive in every trial, up to the width of its enclosure: refuted exactly where its lower end is positive.</summary>
    /// <remarks>For inequalities that become equalities, which no enclosure can tell from a violation as narrow as itself.</remarks>
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

    /// <summary>Certifies that an enclosed number is not positive in every trial, without allowance: open where the enclosure reaches to both sides of 0.</summary>
    /// <param name="examination">The outcomes.</param>
    /// <param name="statement">What is certified.</param>
    /// <param name="excess">By how much the trial violates the statement, enclosed.</param>
    public static Evidence ForAllCertainly<TCell, TOutcome>(
        this Examination<TCell, TOutcome> examination, string statement, Func<TCell, TOutcome, Interval> excess)
        where TCell : notnull
        where TOutcome : notnull =>
        examination.ForAll(
            statement,
            (cell, outcome) => excess(cell, outcome) is { Lower: > 0 } certain ? certain.Lower : excess(cell, outcome).Upper,
            (cell, outcome) => excess(cell, outcome) is { Lower: <= 0, Upper: > 0 } ? double.PositiveInfinity : 0,
            "interval arithmetic: the residual is the end of an enclosure that does not reach across 0; it counts as open where it does");
}
