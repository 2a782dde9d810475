using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Snapshots.Figures;

/// <summary>What a figure's pinned table is compared with.</summary>
public static class FigureTable
{
    /// <summary>The figure's table at the smoke tier and seed 1.</summary>
    public static string Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv();
    }
}
