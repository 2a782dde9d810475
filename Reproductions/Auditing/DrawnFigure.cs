using Verification.Reproductions.Figures;

namespace Verification.Reproductions.Auditing;

/// <summary>One figure of an audit.</summary>
/// <param name="Figure">What was drawn.</param>
/// <param name="Csv">Its data.</param>
public sealed record DrawnFigure(Figure Figure, string Csv)
{
    /// <summary>Name of the figures' folder in that of an audit.</summary>
    public const string FolderName = "figures";

    /// <summary>Its picture, an SVG document outside of the digest; null where nobody asked for one.</summary>
    public string? Svg { get; init; }

    /// <summary>The data's file, from the folder of an audit.</summary>
    public string CsvPath => $"{FolderName}/{CsvName}";

    /// <summary>The chart's file, from the folder of an audit.</summary>
    public string SpecificationPath => $"{FolderName}/{SpecificationName}";

    /// <summary>The picture's file, from the folder of an audit.</summary>
    public string SvgPath => $"{FolderName}/{SvgName}";

    /// <summary>Name of the data's file.</summary>
    public string CsvName => $"{Figure.FileName}.csv";

    /// <summary>Name of the chart's file.</summary>
    public string SpecificationName => $"{Figure.FileName}.vl.json";

    /// <summary>Name of the picture's file.</summary>
    public string SvgName => $"{Figure.FileName}.svg";

    /// <summary>The chart's file.</summary>
    public string Specification => IndentedJson.Write(Figure.Specification(CsvName));
}
