using Verification.Reproductions.Figures;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The figures about the Polyak–Łojasiewicz condition and wide networks.</summary>
public static class PolyakLojasiewiczFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All => [.. Conditions, .. Conditioning, .. Networks, .. Remedies];

    private static Figure[] Conditions =>
    [
        new PolyakLandscape(),
        new GradientDescentRates(),
    ];

    private static Figure[] Conditioning =>
    [
        new OverparameterizedLandscape(),
        new UnderparameterizedLandscape(),
        new KernelWidth(),
        new GaussianConditionNumbers(),
    ];

    private static Figure[] Networks =>
    [
        new HessianWidth(),
        new CertifiedDescent(),
    ];

    private static Figure[] Remedies =>
    [
        new WidthRequirement(),
        new LazyDrift(),
        new ReluInterpolation(),
        new ProxyDescentRates(),
    ];
}
