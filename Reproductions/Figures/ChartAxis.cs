namespace Verification.Reproductions.Figures;

/// <summary>An axis of a chart.</summary>
/// <param name="Column">Column of the table.</param>
/// <param name="Title">What it is, with its unit or normalization.</param>
/// <param name="Logarithmic">Whether the scale is logarithmic; the column is then positive.</param>
/// <param name="FromZero">Whether a linear scale includes zero.</param>
/// <param name="Whole">Whether the values are counts, which have no ticks between them.</param>
public sealed record ChartAxis(
    string Column, string Title, bool Logarithmic = false, bool FromZero = false, bool Whole = false);
