using Verification.Reproductions.CrossPredictability;
using Verification.Reproductions.Figures;
using Verification.Reproductions.ImplicitBias;
using Verification.Reproductions.JacobianSpectra;
using Verification.Reproductions.OnlineSgd;
using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Reproductions.QuadraticNetworks;
using Verification.Reproductions.RandomSystems;

namespace Verification.Reproductions.Auditing;

/// <summary>All figures of the suite, by explicit registration.</summary>
public static class FigureCatalogue
{
    /// <summary>Every figure, system by system.</summary>
    public static IReadOnlyList<Figure> Figures { get; } =
    [
        .. QuadraticNetworkFigures.All,
        .. PolyakLojasiewiczFigures.All,
        .. ImplicitBiasFigures.All,
        .. OnlineSgdFigures.All,
        .. RandomSystemsFigures.All,
        .. CrossPredictabilityFigures.All,
        .. JacobianSpectraFigures.All,
    ];
}
