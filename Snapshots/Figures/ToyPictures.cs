using Verification.Reproductions.Figures;

namespace Verification.Snapshots.Figures;

/// <summary>A renderer without the chart libraries, for tests of what is around it.</summary>
public static class ToyPictures
{
    /// <summary>Each picture is the data's first line.</summary>
    public static SvgRenderer Renderer { get; } = new(
        """
        function svg(specification, csv) {
          const text = csv.split('\n')[0];
          return `<svg xmlns="http://www.w3.org/2000/svg"><text x="1.23456">${text}</text></svg>`;
        }
        """);
}
