namespace Verification.Reproductions.Comparing;

/// <summary>A number that two audits state differently.</summary>
/// <param name="Number">As the first states it, with its tolerance there.</param>
/// <param name="After">As the second states it.</param>
public sealed record MovedNumber(AuditNumber Number, double After)
{
    /// <summary>As the first states it.</summary>
    public double Before => Number.Value;

    /// <summary>The change in units of the declared tolerance; null where none is declared, ∞ where one of the two is
    /// no number.</summary>
    public double? InTolerances =>
        Number.Tolerance is { } tolerance ? Finite(Math.Abs(After - Before) / tolerance) : null;

    /// <summary>The change as a share of the larger of the two, in [0, 2]; ∞ where one of them is no finite
    /// number.</summary>
    public double Relative => Finite(Math.Abs(After - Before) / Math.Max(Math.Abs(Before), Math.Abs(After)));

    private static double Finite(double change) => double.IsNaN(change) ? double.PositiveInfinity : change;
}
