namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>A function applied entry by entry to the pre-activations of a layer: writes σ(z), σ'(z) and σ''(z), all of
/// the length of <paramref name="z"/>.</summary>
public delegate void LayerFunction(
    ReadOnlySpan<double> z, Span<double> value, Span<double> slope, Span<double> curvature);
