namespace Verification.Reproductions.Figures;

/// <summary>A kind of file that a figure is written as, in the order in which they are named.</summary>
public enum FigureFormat
{
    /// <summary>The table.</summary>
    Csv,

    /// <summary>The chart, a Vega-Lite specification over the table's file.</summary>
    Vega,

    /// <summary>The picture.</summary>
    Svg,
}
