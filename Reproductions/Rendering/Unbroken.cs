using Spectre.Console.Rendering;

namespace Verification.Reproductions.Rendering;

/// <summary>A text on one line, however long: an id that a terminal breaks is still copied whole.</summary>
/// <param name="text">The text, of one line.</param>
public sealed class Unbroken(IRenderable text) : IRenderable
{
    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => text.Measure(options, Wrapped.Endless);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => text.Render(options, Wrapped.Endless);
}
