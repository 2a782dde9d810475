using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>The verb for kernels that are said to be positive definite.</summary>
internal static class DefinitenessVerb
{
    /// <summary>
    /// Certifies λ_min > 0 in every trial: a computed λ_min above the bound of its error shows it, a null vector known
    /// beforehand, and null up to that error, refutes it; a λ_min within its error decides nothing, as it may be
    /// positive and small.
    /// </summary>
    /// <param name="examination">The outcomes.</param>
    /// <param name="statement">What is certified.</param>
    /// <param name="least">λ_min as computed.</param>
    /// <param name="nullResidual">‖Ku‖ for a unit vector u that was not computed from K; at least the error where there
    /// is none.</param>
    /// <param name="error">Bound of the error of both.</param>
    public static Evidence ForAllDefinite<TCell, TOutcome>(
        this Examination<TCell, TOutcome> examination,
        string statement,
        Func<TCell, TOutcome, double> least,
        Func<TCell, TOutcome, double> nullResidual,
        Func<TCell, TOutcome, double> error)
        where TCell : notnull
        where TOutcome : notnull
    {
        return examination.ForAll(
            statement,
            (cell, o) =>
                IsNull(cell, o) ? 1 - nullResidual(cell, o) / error(cell, o) : 1 - least(cell, o) / error(cell, o),
            (cell, o) => IsNull(cell, o) || least(cell, o) > error(cell, o) ? 0 : double.PositiveInfinity,
            "in units of the bound of the error: 1 less λ_min, or less ‖Ku‖ for an explicit null vector u, "
            + "where it is below 1; without one, a λ_min below 1 decides nothing");

        bool IsNull(TCell cell, TOutcome o) => nullResidual(cell, o) < error(cell, o);
    }
}
