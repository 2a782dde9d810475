using Verification.Reproductions.Figures;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>The figures about spectra of Jacobians and early stopping.</summary>
public static class JacobianSpectraFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new LossesOfSmoothNetworks(),
        new DecayOnSpaces(),
        new WidthAgainstFrozenKernel(),
        new SpectraOfMixtures(),
        .. TrainingFigures.All,
        new ErrorsOfEarlyStopping(),
    ];
}
