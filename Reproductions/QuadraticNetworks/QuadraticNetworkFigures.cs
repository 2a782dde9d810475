using Verification.Reproductions.Figures;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The figures about shallow networks with quadratic activation.</summary>
public static class QuadraticNetworkFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All => [.. Landscape, .. Descent, .. Initialization, .. Generalization];

    private static Figure[] Landscape =>
    [
        new BarrierConstants(),
        new EmpiricalBarrier(),
    ];

    private static Figure[] Descent =>
    [
    ];

    private static Figure[] Initialization =>
    [
    ];

    private static Figure[] Generalization =>
    [
        new SpanRank(),
        new WidthExistence(),
    ];
}
