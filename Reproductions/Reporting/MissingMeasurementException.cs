namespace Verification.Reproductions.Reporting;

/// <summary>A claim or figure needs a unit that has not been measured yet.</summary>
internal sealed class MissingMeasurementException : Exception;
