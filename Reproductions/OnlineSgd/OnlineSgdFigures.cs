using Verification.Reproductions.Figures;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>The figures about online SGD on single-index models.</summary>
public static class OnlineSgdFigures
{
    /// <summary>All of them, in the order of the lecture.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new Landscapes(),
        new OverlapTrajectories(),
        new HittingTimes(),
        new CriticalStep(),
        new DriftAndMartingale(),
        new LemmaBound(),
        new AbsoluteAndSquaredLoss(),
        new Smoothing(),
    ];
}
