using Verification.Reproductions.QuadraticNetworks;

namespace Verification.Reproductions.Figures;

/// <summary>All figures of the suite, by explicit registration.</summary>
public static class FigureCatalogue
{
    /// <summary>Every figure, system by system.</summary>
    public static IReadOnlyList<Figure> Figures { get; } = [new BarrierConstants(), new EmpiricalBarrier(), new SpanRank()];
}
