using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks;

/// <summary>How often two searches for the least risk of rank-deficient students have to agree.</summary>
/// <remarks>
/// The surface has several minima and each search few starts, so that either may end in a minimum that is not the
/// least: some draw in ten thousand does. Agreement in most draws shows that the searches search; it proves nothing
/// about a claim, and accompanies it.
/// </remarks>
internal static class SearchAgreement
{
    /// <summary>The share of draws, at least.</summary>
    public const double Share = 0.75;

    // Far below what is seen, so that the design is not the bound.
    private const double Planned = 0.99;

    /// <summary>Trials in each cell that decide for <see cref="Share"/>.</summary>
    /// <param name="level">Level of one decision.</param>
    /// <param name="cells">Number of cells that are counted together.</param>
    public static int Trials(double level, int cells) =>
        (TrialDesign.TrialsNeeded(Share, Planned, level / 2) / Math.Max(1, cells)) + 1;
}
