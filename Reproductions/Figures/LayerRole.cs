namespace Verification.Reproductions.Figures;

/// <summary>What a layer of a chart is drawn with, which is what the legend shows.</summary>
internal enum LayerRole
{
    /// <summary>A line without dashes.</summary>
    Solid,

    /// <summary>A dashed line; each name has its own dashes.</summary>
    Dashed,

    /// <summary>Upright bars.</summary>
    Bars,

    /// <summary>Points.</summary>
    Points,

    /// <summary>Colored areas, whose legend is that of their color.</summary>
    Areas,
}
