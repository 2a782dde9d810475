using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>What a calibration is asked to do.</summary>
/// <param name="Tier">Sizes and sample sizes of the examinations.</param>
/// <param name="FirstSeed">The first suite seed.</param>
/// <param name="Seeds">How many consecutive seeds, at least 1.</param>
/// <param name="Risk">Risk of one audit, in (0, 1).</param>
/// <param name="Jobs">Number of threads; no influence on results.</param>
public sealed record CalibrationSettings(Tier Tier, ulong FirstSeed, int Seeds, double Risk, int Jobs)
{
    /// <summary>The seeds in their order.</summary>
    public IEnumerable<ulong> AllSeeds => Enumerable.Range(0, Seeds).Select(i => unchecked(FirstSeed + (ulong)i));
}
