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
        new TensorCondition(),
    ];

    private static Figure[] Descent =>
    [
        new Descent(),
        new DescentRate(),
        new RiskAfterDescent(),
    ];

    private static Figure[] Initialization =>
    [
        new WishartSpectrum(),
        new InitializationSuccess(),
    ];

    private static Figure[] Generalization =>
    [
        new SpanRank(),
        new WidthExistence(),
    ];
}
